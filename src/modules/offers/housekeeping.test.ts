import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_NOW, testDatabase } from '../../foundation/testing/database.ts';
import { keepOffersInOrder } from './housekeeping.ts';
import { AROUND, importLines, KARLSRUHE } from './offers.builder.ts';
import { findOffers } from './search/find-offers.ts';
import { occurrencesOf } from './search/search-store.ts';

const days = (count: number): Date => new Date(TEST_NOW.getTime() + count * 86_400_000);

test('a year later the dates reach on', async () => {
  const context = await testDatabase();
  await importLines(context, 'id;name;category;lon;lat;start;startTime;endTime;repeat', [
    '1;Tägliche Führung;guided-tour;8.404;49.009;2026-11-01;11:30;12:30;FREQ=DAILY',
  ]);
  const window = { start: TEST_NOW, end: days(2) };
  const query = {
    around: AROUND,
    radiusMetres: 1000,
    categories: [],
    kinds: ['event' as const],
    window,
    openNow: false,
    free: false,
    stepFree: false,
    offset: 0,
    limit: 5,
  };
  const [offer] = (await findOffers(context.database, query, TEST_NOW)).offers;
  assert.ok(offer);
  const later = { ...context, clock: () => days(600) };
  assert.deepEqual(await occurrencesOf(context.database, KARLSRUHE, offer.id, days(600), 5), []);
  assert.deepEqual(await keepOffersInOrder(later), { municipalities: 1 });
  const dates = await occurrencesOf(context.database, KARLSRUHE, offer.id, days(600), 500);
  assert.ok(dates.length > 390, `${dates.length} dates`);
});
