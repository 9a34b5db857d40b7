import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  displayName,
  loadPlaceIndex,
  type PlaceIndex,
  seedMunicipalities,
} from '../../modules/municipalities/index.ts';
import {
  type ImportReport,
  importFromWeb,
  importOffers,
  listSources,
  type Source,
  saveSource,
  sourceFormats,
} from '../../modules/offers/index.ts';
import { placesOf } from '../places.ts';
import { type Command, type CommandContext, required } from './command.ts';

const OPTIONS = {
  mapping: { type: 'string' },
  name: { type: 'string' },
  attribution: { type: 'string' },
  licence: { type: 'string' },
} as const;

export const importSource: Command = {
  usage: '<ARS> <Quelle> <Format> <Datei-oder-Adresse> [--mapping Datei.json]',
  help: 'Angebote übernehmen; auch --name, --attribution und --licence der Quelle',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-offers', importSource);
    const [ars = '', id = '', format = '', from = ''] = positionals;
    if (!(sourceFormats as string[]).includes(format))
      throw new Error(`Das Format »${format}« gibt es nicht. Es gibt: ${sourceFormats.join(', ')}`);
    await seedMunicipalities(context);
    const index = await loadPlaceIndex(context.database);
    const { mapping, ...told } = values;
    const source = {
      ...(await knownSource(context, index, ars, id)),
      ...told,
      format,
      ...(isAddress(from) && { url: from }),
      ...(mapping && { settings: JSON.parse(await readFile(mapping, 'utf8')) as unknown }),
    };
    await saveSource(context.database, source);
    const report = await read(context, source, from, index);
    if ('refused' in report)
      throw new Error(
        `Abgelehnt: ${'reason' in report ? report.reason.de : `${report.refused}, ${report.detail}`}`,
      );
    for (const line of 'unchanged' in report ? ['Seit dem letzten Mal unverändert.'] : reportLines(report))
      console.log(line);
  },
};

const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

/** What an earlier import was told of the source stays, unless this one says otherwise. */
const knownSource = async (
  { database }: CommandContext,
  index: PlaceIndex,
  ars: string,
  id: string,
): Promise<Source> => {
  const publisher = index.get(ars);
  if (!publisher) throw new Error(`Den Schlüssel ${ars} gibt es nicht (ARS, für Gemeinden 12 Ziffern).`);
  const known = (await listSources(database)).find((source) => source.ars === ars && source.id === id);
  return {
    ars,
    id,
    format: '',
    name: known?.name ?? id,
    attribution: known?.attribution ?? displayName(publisher),
    settings: known?.settings ?? {},
    demonstration: known?.demonstration ?? false,
    ...(known?.url && { url: known.url }),
    ...(known?.licence && { licence: known.licence }),
  };
};

const read = async (context: CommandContext, source: Source, from: string, index: PlaceIndex) =>
  isAddress(from)
    ? importFromWeb(context, { ...source, url: from }, placesOf(index))
    : importOffers(context, source, { bytes: await readFile(from) }, placesOf(index));

const WORDS = {
  read: 'gelesen',
  created: 'neu',
  changed: 'geändert',
  unchanged: 'unverändert',
  returned: 'wieder da',
  moved: 'in anderer Gemeinde',
  merged: 'mit anderer Quelle vereint',
  vanished: 'verschwunden',
  rejected: 'abgewiesen',
} as const;

const reportLines = ({ counts, rejected }: ImportReport): string[] => [
  ...(Object.keys(WORDS) as (keyof typeof WORDS)[]).map((key) => `${WORDS[key]}: ${counts[key]}`),
  ...Object.entries(counts.skipped).map(([reason, count]) => `ausgelassen (${reason}): ${count}`),
  ...rejected.map(({ position, reason }) => `  ${position}: ${reason.de}`),
];
