import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMetres } from '../../../foundation/geo/point.ts';
import { TEST_NOW, testDatabase } from '../../../foundation/testing/database.ts';
import { findNearest, findOffers } from './find-offers.ts';
import type { OfferQuery } from './offer-query.ts';
import { searchOffers } from './search-store.ts';

const KARLSRUHE = '082120000000';
const HERE = { lon: 8.4, lat: 49 };
const HOUR_MILLISECONDS = 3_600_000;

const { database, connection } = await testDatabase();

// TEST_NOW is a Sunday noon: every third place is open, every tenth is free; each stands a little farther north.
for (let at = 0; at < 40; at += 1) {
  const [lon, lat] = [HERE.lon, HERE.lat + at / 1000];
  const { x, y } = toMetres({ lon, lat });
  const hours = at % 3 === 0 ? 'Su 10:00-18:00' : at % 3 === 1 ? 'Mo-Fr 10:00-18:00' : null;
  await connection.pool.query(
    `insert into offers.offer (ars, id, kind, category, name, lon, lat, pt, opening_hours, price, attribution, read_at,
       created_at, changed_at, search_text)
     values ($1, gen_random_uuid(), 'place', $2, $3, $4, $5, point($6, $7), $8, $9, 'Test', $10, $10, $10, $11)`,
    [
      KARLSRUHE,
      at % 2 === 0 ? 'playground' : 'museum',
      `Ort ${at}`,
      lon,
      lat,
      x,
      y,
      hours,
      JSON.stringify({ kind: at % 10 === 0 ? 'free' : 'unknown' }),
      TEST_NOW,
      at === 7 ? 'naturkundemuseum' : 'spielplatz',
    ],
  );
}
await connection.pool.query(`insert into offers.word values ('naturkundemuseum', 1), ('spielplatz', 39)`);
const event = await connection.pool.query<{ id: string }>(
  `insert into offers.offer (ars, id, kind, category, name, schedule, attribution, read_at, created_at, changed_at, search_text)
   values ($1, gen_random_uuid(), 'event', 'concert', 'Konzert', '{}', 'Test', $2, $2, $2, 'konzert') returning id`,
  [KARLSRUHE, TEST_NOW],
);
const middle = toMetres({ lon: HERE.lon, lat: HERE.lat + 0.0205 });
await connection.pool.query(
  `insert into offers.occurrence (ars, offer_id, during, all_day, status, category, pt)
   values ($1, $2, tstzrange($3, $4), false, 'scheduled', 'concert', point($5, $6))`,
  [
    KARLSRUHE,
    event.rows[0]?.id,
    new Date(TEST_NOW.getTime() - HOUR_MILLISECONDS),
    new Date(TEST_NOW.getTime() + HOUR_MILLISECONDS),
    middle.x,
    middle.y,
  ],
);

const usual: OfferQuery = {
  around: HERE,
  radiusMetres: 10_000,
  categories: [],
  kinds: ['place', 'event'],
  window: { start: TEST_NOW, end: new Date(TEST_NOW.getTime() + 24 * HOUR_MILLISECONDS) },
  openNow: false,
  free: false,
  stepFree: false,
  offset: 0,
  limit: 3,
};

const cases: [what: string, asked: Partial<OfferQuery>, total: number, names: string[]][] = [
  ['the nearest first', {}, 41, ['Ort 0', 'Ort 1', 'Ort 2']],
  ['places and events by distance', { offset: 20 }, 41, ['Ort 20', 'Konzert', 'Ort 21']],
  ['the last page', { offset: 39 }, 41, ['Ort 38', 'Ort 39']],
  ['beyond the last page', { offset: 60 }, 41, []],
  ['open now, events that run included', { openNow: true, offset: 6 }, 15, ['Ort 18', 'Konzert', 'Ort 21']],
  ['free', { free: true }, 4, ['Ort 0', 'Ort 10', 'Ort 20']],
  ['one category', { categories: ['museum'] }, 20, ['Ort 1', 'Ort 3', 'Ort 5']],
  ['two categories', { categories: ['museum', 'playground'] }, 40, ['Ort 0', 'Ort 1', 'Ort 2']],
  ['a small circle', { radiusMetres: 200 }, 2, ['Ort 0', 'Ort 1']],
  ['a typing error', { text: 'Naturkundemusem' }, 1, ['Ort 7']],
  ['words that are nowhere', { text: 'xylophonwerkstatt' }, 0, []],
  ['nothing asked for', { kinds: [] }, 0, []],
];

for (const [what, asked, total, names] of cases)
  test(`found: ${what}`, async () => {
    const query = { ...usual, ...asked };
    const found = await findOffers(database, query, TEST_NOW);
    assert.equal(found.total, total);
    assert.deepEqual(
      found.offers.map(({ name }) => name),
      names,
    );
    const nearest = await findNearest(database, query, TEST_NOW);
    assert.deepEqual(
      nearest,
      found.offers,
      'the API answers the same offers as the page, with the same facts',
    );
  });

const asWords: [what: string, asked: Partial<OfferQuery>, tsquery: string, names: string[]][] = [
  ['places', {}, 'spielplatz', ['Ort 0', 'Ort 1', 'Ort 2']],
  ['a place and an event', { limit: 9 }, 'naturkundemuseum | konzert', ['Ort 7', 'Konzert']],
  ['a small circle', { radiusMetres: 200 }, 'spielplatz', ['Ort 0', 'Ort 1']],
  ['two categories', { categories: ['museum', 'playground'] }, 'spielplatz', ['Ort 0', 'Ort 1', 'Ort 2']],
  ['free', { free: true, kinds: ['place'] }, 'spielplatz', ['Ort 0', 'Ort 10', 'Ort 20']],
];
for (const [what, asked, tsquery, names] of asWords)
  for (const isRare of [true, false])
    test(`${isRare ? 'by its rare word' : 'by walking'} found: ${what}`, async () => {
      const query = { ...usual, ...asked };
      const found = await searchOffers(database, query, { tsquery, isRare }, query.limit);
      assert.deepEqual(
        found.map(({ name }) => name),
        names,
      );
    });
