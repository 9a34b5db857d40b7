import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/modules/offers/import/readers.ts';
import type { PlaceFacts, ReadRecord } from '../../src/modules/offers/offer.ts';
import { table } from './csv.ts';

// node --import tsx tools/build-data/offers.ts <folder with markets/, muenster/ and osm/>
const [given = '../shared/data/poi'] = process.argv.slice(2);
const target = join('data', 'offers');

const HEADINGS = [
  'publisher',
  'id',
  'name',
  'category',
  'lon',
  'lat',
  'openingHours',
  'street',
  'houseNumber',
  'postcode',
  'town',
  'note',
  'stepFree',
  'toilet',
];

const read = async (format: string, file: string, settings?: unknown): Promise<ReadRecord[]> => {
  const reading = await readSource(format, { bytes: readFileSync(join(given, file)), settings });
  if ('refused' in reading) throw new Error(`${file}: ${reading.refused}`);
  return reading.records;
};

/** Facts alone: no descriptions, links or telephone numbers of others. */
const line = ({ foreignId, facts }: ReadRecord, publisher: string): string[] => {
  const { category, name, point, address, openingHours, access } = facts as PlaceFacts;
  const { street = '', houseNumber = '', postcode = '', town = '', note = '' } = address;
  const where = [street, houseNumber, postcode, town, note];
  const position = point ? [point.lon.toFixed(5), point.lat.toFixed(5)] : ['', ''];
  return [
    publisher,
    foreignId,
    name,
    category,
    ...position,
    openingHours ?? '',
    ...where,
    access.stepFree ?? '',
    access.toilet ?? '',
  ];
};

const write = (name: string, notes: string[], rows: string[][]): void => {
  writeFileSync(join(target, name), table(notes, HEADINGS, rows));
  console.log(`${name}: ${rows.length}`);
};

const towns = readdirSync(join(given, 'markets'))
  .filter((file) => file.endsWith('.json'))
  .sort();
const markets: string[][] = [];
for (const file of towns) {
  const records = await read('weekly-markets', join('markets', file));
  const { metadata } = JSON.parse(readFileSync(join(given, 'markets', file), 'utf8'));
  markets.push(...records.map((record) => line(record, String(metadata.data_source.title))));
}
write(
  'weekly-markets.csv',
  ['source: wo-ist-markt.de and the towns it names, compiled by its contributors', 'licence: MIT'],
  markets,
);

/** The town writes its playgrounds as »SP MÜHLENSTRASSE«. */
const spelled = (record: ReadRecord): ReadRecord => {
  const words = record.facts.name.toLowerCase().replaceAll(/\s+/g, ' ').trim().replace(/^sp /, 'spielplatz ');
  const name = words.replace(/(^|[\s/(-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
  const { lon = 0, lat = 0 } = record.facts.point ?? {};
  return {
    ...record,
    foreignId: `${words} ${lon.toFixed(4)} ${lat.toFixed(4)}`,
    facts: { ...record.facts, name },
  };
};

const playgrounds = await read('geojson-mapped', join('muenster', 'spielplaetze.geojson'), {
  columns: { name: 'Spielplatz-Name' },
  constants: { category: 'playground' },
});
write(
  'playgrounds-muenster.csv',
  ['source: Stadt Münster, open data', 'licence: open data of the town, no licence text given'],
  playgrounds.map((record) => line(spelled(record), 'Stadt Münster')),
);

const OSM = [
  { file: 'bayreuth-nord-2014', year: '2014' },
  { file: 'krautsand-drochtersen-2017', year: '2017' },
];
for (const { file, year } of OSM) {
  const records = await read('geojson-osm', join('osm', `${file}.pois.geojson`));
  write(
    `osm-${file}.csv`,
    [
      `source: © OpenStreetMap contributors, ${year}`,
      'licence: Open Database License (ODbL) 1.0, https://www.openstreetmap.org/copyright',
    ],
    records.map((record) => line(record, `OpenStreetMap ${year}`)),
  );
}
