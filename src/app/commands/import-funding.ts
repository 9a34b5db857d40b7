import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importProgrammes, readProgrammes } from '../../modules/funding/index.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { type Command, required } from './command.ts';

const OPTIONS = { key: { type: 'string' }, source: { type: 'string' } } as const;

export const importFunding: Command = {
  usage: '<Datei>',
  help: 'Förderprogramme als Regeln übernehmen, nur Tatsachen; --key Stelle, die sie führt; --source Name der Liste',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-funding', importFunding);
    const [file = ''] = positionals;
    const source = (values.source ?? basename(file)).slice(0, 200);
    const read = readProgrammes(await readFile(file, 'utf8'));
    await seedMunicipalities(context);
    const places = await loadPlaceIndex(context.database);
    const report = await importProgrammes(context, places, { source, key: values.key }, read);
    console.log(`neu: ${report.created}`);
    console.log(`geändert: ${report.changed}`);
    console.log(`schon da: ${report.known}`);
    for (const { position, reason } of report.rejected) console.log(`  ${position}: ${reason.de}`);
  },
};
