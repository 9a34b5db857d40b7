import { placesOf } from '../src/app/places.ts';
import type { Platform } from '../src/app/platform.ts';
import { loadPlaceIndex, type PlaceIndex } from '../src/modules/municipalities/index.ts';
import { importOffers, type Source, saveSource } from '../src/modules/offers/index.ts';
import { copy, copyOf, type Engine, freshDatabase } from './database.ts';
import { type Section, short } from './figures.ts';
import { offersOf, type WorldOffer } from './world.ts';

const HEAD =
  'id;name;kategorie;beschreibung;strasse;hausnummer;ort;lon;lat;oeffnungszeiten;preis;barrierefrei;datum;uhrzeit\n';

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const lineOf = (offer: WorldOffer, id: number): string =>
  `${[
    id,
    offer.name,
    offer.category,
    offer.description,
    offer.street,
    offer.houseNumber,
    offer.town,
    offer.lon.toFixed(6),
    offer.lat.toFixed(6),
    offer.openingHours ? `"${offer.openingHours}"` : '',
    offer.isFree ? 'kostenlos' : '',
    offer.isStepFree ? 'ja' : '',
    offer.starts ? dayAfter(offer.starts.inDays + 1) : '',
    offer.starts ? `${String(offer.starts.hour).padStart(2, '0')}:00` : '',
  ].join(';')}\n`;

const source: Source = {
  ars: '08',
  id: 'bench',
  name: 'Bench',
  format: 'csv',
  attribution: 'Bench',
  demonstration: true,
};

const run = async (platform: Platform, index: PlaceIndex, bytes: Uint8Array) => {
  const started = performance.now();
  const report = await importOffers(platform, source, { bytes }, placesOf(index));
  if ('refused' in report) throw new Error(report.reason.en);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, counts: report.counts, first: report.rejected[0]?.reason.en ?? '' };
};

export const measureImport = async (engine: Engine, rows: number): Promise<Section> => {
  const platform = await freshDatabase(engine, 'bench_import');
  const index = await loadPlaceIndex(platform.database);
  const offers = Array.from(offersOf(index, rows, 3));
  const { target, lines } = copyOf(offers);
  const bare = await copy(platform.connection.pool, target, lines);
  await platform.close();

  const empty = await freshDatabase(engine, 'bench_import');
  await saveSource(empty.database, source);
  const bytes = new TextEncoder().encode(HEAD + offers.map(lineOf).join(''));
  const first = await run(empty, index, bytes);
  const again = await run(empty, index, bytes);
  await empty.close();
  const row = (name: string, seconds: number, what: string) => [
    name,
    short(seconds / bare),
    short(seconds),
    short(rows / seconds),
    what,
  ];
  return {
    title: `Import of ${rows.toLocaleString('en-GB')} rows`,
    head: ['', 'time of COPY', 's', 'rows/s', ''],
    rows: [
      row('bare COPY, same indexes', bare, ''),
      row(
        'CSV, first time',
        first.seconds,
        `${first.counts.created} created, ${first.counts.rejected} rejected ${first.first}`,
      ),
      row('CSV, again', again.seconds, `${again.counts.unchanged} unchanged`),
    ],
    notes: [
      'COPY is given finished rows; the import reads the table, finds each municipality, splits compounds, keeps sightings and dates of events.',
    ],
  };
};
