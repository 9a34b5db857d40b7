import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeDocument } from '../../foundation/text/write-document.ts';
import { displayName, loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { writeReport } from '../../modules/strategy/index.ts';
import { type Command, required } from './command.ts';

const OPTIONS = { out: { type: 'string' }, english: { type: 'boolean' } } as const;

export const agendaReport: Command = {
  usage: '<ARS> <Jahr>',
  help: 'Jahresbericht einer Digitalagenda als barrierefreies PDF; --out Datei, --english',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'agenda-report', agendaReport);
    const [ars = '', typed = ''] = positionals;
    if (!/^20\d{2}$/.test(typed)) throw new Error('Das Jahr hat vier Ziffern, zum Beispiel 2026.');
    await seedMunicipalities(context);
    const unit = (await loadPlaceIndex(context.database)).get(ars);
    const language = values.english ? 'en' : 'de';
    const report =
      unit && (await writeReport(context, { ars, sender: displayName(unit), year: Number(typed), language }));
    if (!report) throw new Error(`Zum Schlüssel ${ars} gibt es keine Digitalagenda.`);
    const file = values.out ?? `agenda-bericht-${ars}-${typed}.pdf`;
    await writeFile(file, writeDocument(report));
    console.log(file);
  },
};
