import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { displayName, loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { fetchSource } from '../../modules/offers/index.ts';
import {
  findParkingSource,
  importParkingSites,
  type ParkingSource,
  parkingFormats,
  type SiteReport,
  saveParkingSource,
} from '../../modules/parking/index.ts';
import { placesOf } from '../places.ts';
import { type Command, required } from './command.ts';

const OPTIONS = {
  counts: { type: 'string' },
  name: { type: 'string' },
  attribution: { type: 'string' },
  licence: { type: 'string' },
} as const;

export const importParking: Command = {
  usage: '<ARS> <Quelle> <Format> <Datei-oder-Adresse>',
  help: 'Parkplätze übernehmen; --counts Quelle: nur Zählungen dazu; --name, --attribution, --licence',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-parking', importParking);
    const [ars = '', id = '', format = '', from = ''] = positionals;
    if (!parkingFormats.includes(format))
      throw new Error(`Das Format »${format}« gibt es nicht. Es gibt: ${parkingFormats.join(', ')}`);
    if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(id))
      throw new Error(`Die Kennung »${id}« besteht nicht aus kleinen Buchstaben, Ziffern und Bindestrichen.`);
    await seedMunicipalities(context);
    const index = await loadPlaceIndex(context.database);
    const publisher = index.get(ars);
    if (!publisher) throw new Error(`Den Schlüssel ${ars} gibt es nicht (ARS, für Gemeinden 12 Ziffern).`);
    const { counts, ...told } = values;
    if (counts !== undefined && !(await findParkingSource(context.database, ars, counts)))
      throw new Error(`Die Quelle »${counts}«, zu der gezählt wird, gibt es bei ${ars} nicht.`);
    const source: ParkingSource = {
      ars,
      id,
      name: id,
      attribution: displayName(publisher),
      demonstration: false,
      ...(await findParkingSource(context.database, ars, id))?.source,
      ...told,
      format,
      ...(isAddress(from) && { url: from }),
      ...(counts !== undefined && { countsFor: counts }),
    };
    await saveParkingSource(context.database, source);
    const input = isAddress(from) ? await fetchSource(from, undefined) : { bytes: await readFile(from) };
    if (!('bytes' in input))
      throw new Error(
        `Abgelehnt: ${'refused' in input ? `${input.refused}, ${input.detail}` : 'unverändert'}`,
      );
    const report = await importParkingSites(context, source, input, placesOf(index).locate);
    if ('refused' in report) throw new Error(`Abgelehnt: ${report.reason.de}`);
    for (const line of reportLines(report)) console.log(line);
  },
};

const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

const WORDS = {
  read: 'gelesen',
  created: 'neu',
  changed: 'geändert',
  unchanged: 'unverändert',
  withdrawn: 'zurückgezogen',
  counted: 'mit Zählung',
  rejected: 'abgewiesen',
} as const;

const reportLines = ({ figures, rejected }: SiteReport): string[] => [
  ...(Object.keys(WORDS) as (keyof typeof WORDS)[]).map((key) => `${WORDS[key]}: ${figures[key]}`),
  ...Object.entries(figures.skipped).map(([reason, count]) => `ausgelassen (${reason}): ${count}`),
  ...rejected.map(({ position, reason }) => `  ${position}: ${reason.de}`),
];
