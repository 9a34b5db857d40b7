import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { TEST_NOW, testDatabase } from '../../../../foundation/testing/database.ts';
import { findOffer, sightingsOf } from '../../search/search-store.ts';
import { importOffers } from './import-offers.ts';
import { saveSource } from './import-store.ts';
import type { Source } from './source.ts';

const KARLSRUHE = '082120000000';
const HOUR_MILLISECONDS = 3_600_000;
const LATER = new Date(TEST_NOW.getTime() + HOUR_MILLISECONDS);
const LATEST = new Date(TEST_NOW.getTime() + 2 * HOUR_MILLISECONDS);

const context = await testDatabase();
const { database } = context;
const source: Source = {
  ars: KARLSRUHE,
  id: 'source',
  name: 'Test',
  format: 'csv',
  attribution: 'Test',
  demonstration: false,
};
await sql`
  insert into municipalities.municipality (ars, level, kind, name, valid_from, source, source_date)
  values (${KARLSRUHE}, 'municipality', 'test', 'Karlsruhe', '2020-01-01', 'test', '2020-01-01')`.execute(
  database,
);
await saveSource(database, source);

const run = async (now: Date, ...lines: string[]): Promise<void> => {
  const bytes = new TextEncoder().encode(['id;name;kategorie;lon;lat', ...lines].join('\n'));
  const places = { locate: () => ({ ars: KARLSRUHE }), findPlace: () => undefined };
  const report = await importOffers({ ...context, clock: () => now }, source, { bytes }, places);
  assert.ok(!('refused' in report), JSON.stringify(report));
};

/** The rows' versions: another one means that the row was written. */
const stored = async () =>
  (
    await sql<{ id: string; ars: string; name: string; offer: string; sighting: string }>`
      select o.id, o.ars, o.name, o.xmin::text as offer, s.xmin::text as sighting from offers.offer o
      join offers.sighting s on s.ars = o.ars and s.offer_id = o.id order by o.name`.execute(database)
  ).rows;

const STAYS = '1;Spielplatz;playground;8.4;49';
const GOES = '2;Museum;museum;8.4;49';

test('reading again without a change writes no offer, and every offer says when it was last read', async () => {
  await run(TEST_NOW, STAYS, GOES);
  const before = await stored();
  assert.equal(before.length, 2);
  await run(LATER, STAYS, GOES);
  assert.deepEqual(await stored(), before);
  await run(LATEST, STAYS);
  const read = await Promise.all(
    before.map(async ({ ars, id, name }) => {
      const offer = await findOffer(database, id);
      const [sighting] = await sightingsOf(database, ars, id);
      return [name, offer?.read_at, sighting?.read_at];
    }),
  );
  assert.deepEqual(read, [
    ['Museum', LATER, LATER],
    ['Spielplatz', LATEST, LATEST],
  ]);
});
