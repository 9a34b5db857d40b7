import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { displayName, loadPlaceIndex, seedMunicipalities } from '../../modules/municipalities/index.ts';
import { importReadings, isSensorFormat, readMapping, sensorFormats } from '../../modules/sensors/index.ts';
import { type Command, required } from './command.ts';

const OPTIONS = {
  source: { type: 'string' },
  operator: { type: 'string' },
  attribution: { type: 'string' },
  property: { type: 'string' },
  map: { type: 'string' },
  'kept-days': { type: 'string' },
} as const;

const TABLES = /\.csv(\.gz)?$/;
const MESSAGES = /\.(json|jsonld)(\.gz)?$/;
const MOST_SHOWN = 20;

export const importSensors: Command = {
  usage: '<ARS> <Format> <Datei-oder-Ordner>',
  help: 'Messwerte übernehmen; --source Kennung, --operator, --attribution, --property, --map Pfad=Messgröße:Einheit, --kept-days',
  run: async (context, rest) => {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    required(positionals, 'import-sensors', importSensors);
    const [ars = '', format = '', from = ''] = positionals;
    if (!isSensorFormat(format))
      throw new Error(`Das Format »${format}« gibt es nicht. Es gibt: ${sensorFormats.join(', ')}`);
    await seedMunicipalities(context);
    const town = (await loadPlaceIndex(context.database)).get(ars);
    if (!town) throw new Error(`Den Schlüssel ${ars} gibt es nicht (ARS, für Gemeinden 12 Ziffern).`);
    const mapping = values.map === undefined ? undefined : readMapping(values.map);
    if (values.map !== undefined && !mapping) throw new Error('So geht es: --map Pfad=Messgröße:Einheit,…');
    const sender = {
      ars,
      source: (values.source ?? format).slice(0, 100),
      operator: values.operator ?? displayName(town),
      attribution: values.attribution,
      keptDays: daysIn(values['kept-days']),
    };
    for (const file of await filesOf(from, format)) {
      const text = await textOf(file);
      const receivedAt = (await stat(file)).mtime;
      const options = { text, property: values.property, mapping, receivedAt };
      print(file, await importReadings(context, sender, format, options));
    }
  },
};

const daysIn = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > 36_500)
    throw new Error('--kept-days: eine ganze Zahl von 1 bis 36500.');
  return Number(text);
};

const filesOf = async (from: string, format: string): Promise<string[]> => {
  if (!(await stat(from)).isDirectory()) return [from];
  const wanted = format === 'counters' || format === 'air' ? TABLES : MESSAGES;
  const names = (await readdir(from)).filter((name) => wanted.test(name)).sort();
  return names.map((name) => join(from, name));
};

const textOf = async (file: string): Promise<string> => {
  const bytes = await readFile(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

const print = (file: string, report: Awaited<ReturnType<typeof importReadings>>): void => {
  const { rows, empty, things, streams, created, corrected, repeated, rejected, notes } = report;
  console.log(
    `${file}: ${rows} Zeilen; Werte neu ${created}, berichtigt ${corrected}, schon da ${repeated}, abgewiesen ${rejected.length}, leer ${empty}; neue Sensoren ${things}, neue Messreihen ${streams}`,
  );
  for (const { de } of notes) console.log(`  ${de}`);
  for (const { position, reason } of rejected.slice(0, MOST_SHOWN))
    console.log(`  ${position}: ${reason.de}`);
};
