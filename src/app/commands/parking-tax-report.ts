import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseConfig } from '../../foundation/config/config.ts';
import { reportYear } from '../../modules/parking/index.ts';
import { moneySetting } from '../parking.ts';
import { type Command, required } from './command.ts';

/** Who reports; its name is the setting OPERATOR. */
const ABOUT_OPERATOR = ['steuernummer', 'strasse', 'hausnummer', 'plz', 'ort'] as const;
const OPTIONS = Object.fromEntries(ABOUT_OPERATOR.map((name) => [name, { type: 'string' as const }]));

export const parkingTaxReport: Command = {
  usage: '<Jahr> <Datei>',
  help: `Meldung der Gastgeber (PStTG) als XML; ${ABOUT_OPERATOR.map((name) => `--${name}`).join(', ')}`,
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'parking-tax-report', parkingTaxReport);
    const [year = '', file = ''] = positionals;
    if (!/^20\d{2}$/.test(year)) throw new Error(`»${year}« ist kein Jahr (JJJJ).`);
    const config = parseConfig(process.env);
    const lacking = ABOUT_OPERATOR.filter((name) => !values[name]).map((name) => `--${name}`);
    if (!config.operator) lacking.unshift('OPERATOR (Einstellung)');
    if (lacking.length > 0)
      throw new Error(`Wer meldet, steht in der Datei. Es fehlt: ${lacking.join(', ')}`);
    const { steuernummer = '', strasse = '', hausnummer = '', plz = '', ort = '' } = values;
    const operator = {
      name: config.operator ?? '',
      taxId: steuernummer,
      street: strasse,
      number: hausnummer,
      postcode: plz,
      city: ort,
    };
    const { text, reported, missing } = await reportYear(
      moneySetting(context, config),
      operator,
      Number(year),
    );
    // Names, birthdays and accounts: for nobody else on this machine.
    await writeFile(file, text, { mode: 0o600 });
    console.log(`${file}: ${reported} Gastgeber für ${year}`);
    for (const { ars, hostId } of missing)
      console.log(`  ${ars} ${hostId}: Angaben fehlen, steht nicht in der Datei`);
    if (missing.length > 0) throw new Error(`${missing.length} Gastgeber ohne Angaben.`);
  },
};
