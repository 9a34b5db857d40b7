import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Context } from '../../foundation/database/context.ts';
import { importOffers } from './import/run/import-offers.ts';
import { findRevision, saveSource } from './import/run/import-store.ts';
import type { Places, Source } from './import/run/source.ts';

/** A table in data/offers, and who publishes it: fixed, or for each `publisher` the town of its first place. */
type ShippedTable = {
  file: string;
  ars?: string;
  id: string;
  name: string;
  attribution: string;
  licence?: string;
  demonstration?: boolean;
};

const tables: ShippedTable[] = [
  {
    file: 'weekly-markets.csv',
    id: 'wochenmaerkte',
    name: 'Wochenmärkte',
    attribution: 'wo-ist-markt.de',
    licence: 'MIT',
  },
  {
    file: 'playgrounds-muenster.csv',
    ars: '055150000000',
    id: 'spielplaetze',
    name: 'Spielplätze in Münster',
    attribution: 'Stadt Münster, Open Data',
  },
  {
    file: 'osm-bayreuth-nord-2014.csv',
    ars: '09472',
    id: 'osm-2014',
    name: 'Orte nördlich von Bayreuth',
    attribution: '© OpenStreetMap-Mitwirkende, Stand 2014',
    licence: 'ODbL 1.0',
  },
  {
    file: 'osm-krautsand-drochtersen-2017.csv',
    ars: '033590013013',
    id: 'osm-2017',
    name: 'Orte auf Krautsand',
    attribution: '© OpenStreetMap-Mitwirkende, Stand 2017',
    licence: 'ODbL 1.0',
  },
  {
    file: 'demonstration.csv',
    id: 'beispiele',
    name: 'Erfundene Beispiele',
    attribution: 'Erfunden zur Vorführung',
    licence: 'CC0 1.0',
    demonstration: true,
  },
];

type Row = { raw: string; record: { lon: string; lat: string; publisher?: string; town?: string } };

/**
 * Loads the shipped tables through the same import as any town's file, where they are new or have changed.
 * @returns how many sources were read.
 */
export const seedOffers = async (
  context: Context,
  places: Places,
  folder = join('data', 'offers'),
): Promise<number> => {
  let loaded = 0;
  for (const table of tables) {
    const bytes = await readFile(join(folder, table.file));
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    const headings = /^[^#\n].*$/m.exec(bytes.toString('utf8'))?.[0] ?? '';
    for (const [publisher, rows] of Map.groupBy(rowsOf(bytes), publisherOf)) {
      const source = await sourceOf(table, publisher, rows, places);
      if (!source || (await findRevision(context.database, source))?.contentHash === contentHash) continue;
      await saveSource(context.database, source);
      const part = Buffer.from([headings, ...rows.map(({ raw }) => raw.trim())].join('\n'));
      const report = await importOffers(context, source, { bytes: part, revision: { contentHash } }, places);
      if ('refused' in report) throw new Error(`${table.file}: ${report.reason.en}`);
      loaded += 1;
    }
  }
  return loaded;
};

const rowsOf = (bytes: Buffer): Row[] =>
  parse(bytes, { columns: true, comment: '#', comment_no_infix: true, raw: true }) as unknown as Row[];

const publisherOf = ({ record: { publisher, town } }: Row): string => publisher ?? town ?? '';

const sourceOf = async (
  { file: _, ars, attribution, licence, demonstration = false, ...table }: ShippedTable,
  publisher: string,
  rows: Row[],
  places: Places,
): Promise<Source | undefined> => {
  const located = ars ? { ars } : await firstLocated(rows, places);
  return (
    located && {
      ...table,
      ars: located.ars,
      format: 'csv',
      attribution: ars || demonstration ? attribution : `${publisher}, über ${attribution}`,
      demonstration,
      ...(licence && { licence }),
    }
  );
};

const firstLocated = async (rows: Row[], places: Places): Promise<{ ars: string } | undefined> => {
  for (const { record } of rows) {
    const { lon, lat } = record;
    const found = lon === '' ? undefined : await places.locate({ lon: Number(lon), lat: Number(lat) });
    if (found) return found;
  }
  return undefined;
};
