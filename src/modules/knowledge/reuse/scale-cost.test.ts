import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleCost } from './scale-cost.ts';

const table = [
  { there: 12_500, from: 1000, to: 4000, least: 12_500, proposed: 25_000, most: 50_000 },
  { there: 12_500, from: 4000, to: 1000, least: 3100, proposed: 6300, most: 12_500 },
  { there: 64_000, from: 300_000, to: 300_000, least: 64_000, proposed: 64_000, most: 64_000 },
  { there: 0, from: 1000, to: 4000, least: 0, proposed: 0, most: 0 },
  { there: 90, from: 100, to: 400, least: 90, proposed: 180, most: 360 },
];

for (const { there, from, to, ...here } of table)
  test(`${there} € for ${from} people are proposed as ${here.proposed} € for ${to}`, () =>
    assert.deepEqual(scaleCost(there, from, to), { there, here }));

test('where the people are not known, nothing is scaled', () => {
  assert.deepEqual(scaleCost(100, null, 400), { there: 100, here: null });
  assert.deepEqual(scaleCost(100, 400, null), { there: 100, here: null });
  assert.deepEqual(scaleCost(100, 0, 400), { there: 100, here: null });
});
