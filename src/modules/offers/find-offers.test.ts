import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../foundation/testing/database.ts';
import { addDays, berlinDay, dayInterval } from '../../foundation/time/zone.ts';
import { findNearest, findOffers } from './find-offers.ts';
import type { OfferQuery } from './offer-query.ts';
import { AROUND, importLines } from './offers.builder.ts';

const context = await testDatabase();
await importLines(
  context,
  'id;name;category;lon;lat;openingHours;price;stepFree;start;startTime;endTime;repeat;status',
  [
    '1;Spielplatz Nord;playground;8.404;49.010;Mo-Su 08:00-20:00;kostenlos;ja;;;;;',
    '2;Kinderspielplatz Süd;playground;8.404;49.000;Sa 08:00-20:00;;nein;;;;;',
    '3;Spielplatz ohne Zeiten;playground;8.404;49.015;;kostenlos;;;;;;',
    '4;Bücherei;library;8.404;49.012;Mo-Su 10:00-18:00;;ja;;;;;',
    '5;Markt in Rheinstetten;market;8.31;48.965;Su 10:00-13:00;;;;;;;',
    '6;Straßenfest;festival;8.405;49.009;;frei;ja;2026-11-22;14:00;20:00;;',
    '7;Abendkonzert;concert;8.403;49.008;;9 €;;2026-11-25;19:00;21:00;;',
    '8;Tägliche Führung;guided-tour;8.402;49.009;;;;2026-11-01;11:30;12:30;FREQ=DAILY;',
    '9;Lesung;course;8.401;49.009;;;;2026-11-22;18:00;19:00;;abgesagt',
  ],
);

const today = berlinDay(TEST_NOW);
const asked = (changes: Partial<OfferQuery> = {}): OfferQuery => ({
  around: AROUND,
  radiusMetres: 10_000,
  categories: [],
  kinds: ['place', 'event'],
  window: { start: TEST_NOW, end: dayInterval(addDays(today, 7)).end },
  openNow: false,
  free: false,
  stepFree: false,
  offset: 0,
  limit: 25,
  ...changes,
});

const names = async (changes: Partial<OfferQuery>) =>
  (await findOffers(context.database, asked(changes), TEST_NOW)).offers.map(({ name }) => name);

const cases: [string, Partial<OfferQuery>, string[]][] = [
  [
    'playgrounds, nearest first',
    { categories: ['playground'] },
    ['Spielplatz Nord', 'Spielplatz ohne Zeiten', 'Kinderspielplatz Süd'],
  ],
  [
    'open now: what is unknown is not open',
    { categories: ['playground'], openNow: true },
    ['Spielplatz Nord'],
  ],
  [
    'several categories are merged by distance',
    { categories: ['playground', 'library'] },
    ['Spielplatz Nord', 'Bücherei', 'Spielplatz ohne Zeiten', 'Kinderspielplatz Süd'],
  ],
  [
    'free only where the source says so',
    { kinds: ['place'], free: true },
    ['Spielplatz Nord', 'Spielplatz ohne Zeiten'],
  ],
  ['step-free', { kinds: ['place'], stepFree: true }, ['Spielplatz Nord', 'Bücherei']],
  [
    'today: events until midnight, cancelled ones too',
    { kinds: ['event'], window: { start: TEST_NOW, end: dayInterval(today).end } },
    ['Straßenfest', 'Tägliche Führung', 'Lesung'],
  ],
  ['events that run now', { kinds: ['event'], openNow: true }, ['Tägliche Führung']],
  ['across the border of the town', { categories: ['market'] }, ['Markt in Rheinstetten']],
  [
    'within a kilometre only',
    { radiusMetres: 1_000, categories: ['playground'] },
    ['Spielplatz Nord', 'Spielplatz ohne Zeiten'],
  ],
  [
    'a word of a compound',
    { text: 'Spielplatz', kinds: ['place'] },
    ['Spielplatz Nord', 'Spielplatz ohne Zeiten', 'Kinderspielplatz Süd'],
  ],
  ['umlauts written out', { text: 'Buecherei' }, ['Bücherei']],
  ['a typing error', { text: 'Strasenfest' }, ['Straßenfest']],
  ['nothing', { text: 'Zeppelin' }, []],
];
for (const [what, changes, expected] of cases) {
  test(what, async () => assert.deepEqual(await names(changes), expected));
}

test('a series appears once, with its next date', async () => {
  const found = await findOffers(context.database, asked({ categories: ['guided-tour'] }), TEST_NOW);
  assert.equal(found.total, 1);
  assert.equal(found.offers[0]?.starts?.toISOString(), '2026-11-22T10:30:00.000Z');
});

test('pages follow each other without gaps', async () => {
  const all = await names({});
  const pages = await Promise.all([0, 3, 6, 9].map((offset) => names({ offset, limit: 3 })));
  assert.deepEqual(pages.flat(), all);
  assert.equal(all.length, 9);
});

test('the short walk of the API finds the same as the list', async () => {
  const near = await findNearest(context.database, asked({ limit: 5 }), TEST_NOW);
  assert.deepEqual(
    near.map(({ name }) => name),
    (await names({})).slice(0, 5),
  );
});
