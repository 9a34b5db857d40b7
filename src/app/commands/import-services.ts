import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { displayName, loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import {
  areasOf,
  type CatalogueReport,
  catalogueFormats,
  importServices,
  isCatalogueFormat,
  saveCatalogueSource,
} from '../../modules/public-services/index.ts';
import { type Command, required } from './command.ts';

const OPTIONS = {
  name: { type: 'string' },
  attribution: { type: 'string' },
  licence: { type: 'string' },
} as const;

export const importServicesCommand: Command = {
  usage: '<ARS> <Quelle> <Format> <Datei> [--name …]',
  help: 'Leistungen, Stellen und Zuständigkeiten übernehmen (csv, xzufi …; auch .gz)',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-services', importServicesCommand);
    const [ars = '', id = '', format = '', file = ''] = positionals;
    if (!isCatalogueFormat(format))
      throw new Error(`Das Format »${format}« gibt es nicht. Es gibt: ${catalogueFormats.join(', ')}`);
    await seedMunicipalities(context);
    const index = await loadPlaceIndex(context.database);
    const publisher = index.get(ars);
    if (!publisher) throw new Error(`Den Schlüssel ${ars} gibt es nicht (ARS, für Gemeinden 12 Ziffern).`);
    const source = {
      ars,
      id,
      format,
      name: values.name ?? id,
      attribution: values.attribution ?? displayName(publisher),
      demonstration: false,
      ...(values.licence && { licence: values.licence }),
    };
    await saveCatalogueSource(context.database, source);
    const stream = createReadStream(file);
    const bytes = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
    const report = await importServices(context, source, { bytes }, areasOf(index));
    if ('refused' in report) throw new Error(`Abgelehnt: ${report.reason.de}`);
    for (const line of reportLines(report)) console.log(line);
  },
};

const WORDS = {
  read: 'gelesen',
  created: 'neu',
  changed: 'geändert',
  unchanged: 'unverändert',
  returned: 'wieder da',
  withdrawn: 'zurückgezogen',
  rejected: 'abgewiesen',
} as const;

const reportLines = ({ counts, rejected }: CatalogueReport): string[] => [
  ...(Object.keys(WORDS) as (keyof typeof WORDS)[]).map((key) => `${WORDS[key]}: ${counts[key]}`),
  ...Object.entries(counts.skipped).map(([reason, count]) => `ausgelassen (${reason}): ${count}`),
  ...rejected.map(({ position, reason }) => `  ${position}: ${reason.de}`),
];
