import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsFor, gather } from './known.ts';
import { shareOf } from './share-text.ts';
import { sizeClassOf } from './size-class.ts';

const VILLAGE = '010605053053';
const NEIGHBOUR = '010605053001';
const members = (key: string) => (key === '010605053' ? [VILLAGE, NEIGHBOUR] : []);

const units: [key: string, who: string[]][] = [
  [VILLAGE, [VILLAGE]],
  ['010605053', [VILLAGE, NEIGHBOUR]],
  ['010600000', []],
  ['01060', []],
  ['01', []],
  ['', []],
];
for (const [key, who] of units)
  test(`what "${key}" does counts for ${who.length} municipalities`, () =>
    assert.deepEqual(countsFor(key, members), who));

test('several tell of one sign: fields are put together, the first day counts, a missing day hides none', () => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-03-01')];
  const known = gather(
    [
      { sign: 'sources', facts: [{ ars: VILLAGE, field: 'mobility', since: late }, { ars: VILLAGE }] },
      { sign: 'sources', facts: [{ ars: '010605053', field: 'administration', since: early }] },
      { sign: 'forms', facts: [{ ars: '99' }] },
    ],
    (key) => countsFor(key, members),
  );
  assert.deepEqual([...known.keys()].toSorted(), [NEIGHBOUR, VILLAGE]);
  const village = known.get(VILLAGE)?.get('sources');
  assert.deepEqual([...(village?.fields ?? [])].toSorted(), ['administration', 'mobility']);
  assert.equal(village?.since, early);
  assert.equal(known.get(VILLAGE)?.has('forms'), false);
});

const sizes: [number | null, string][] = [
  [null, 'notCounted'],
  [0, 'under5000'],
  [4_999, 'under5000'],
  [5_000, 'under20000'],
  [19_999, 'under20000'],
  [20_000, 'under100000'],
  [99_999, 'under100000'],
  [100_000, 'from100000'],
];
for (const [people, size] of sizes)
  test(`${people} people: ${size}`, () => assert.equal(sizeClassOf(people), size));

const shares: [number, number, ReturnType<typeof shareOf>][] = [
  [0, 10_773, { percent: 0 }],
  [1, 10_773, 'below'],
  [107, 10_773, 'below'],
  [108, 10_773, { percent: 1 }],
  [1, 2, { percent: 50 }],
  [10_772, 10_773, 'above'],
  [10_773, 10_773, { percent: 100 }],
  [0, 0, { percent: 0 }],
];
for (const [count, all, share] of shares)
  test(`${count} of ${all} is never rounded to none or all`, () =>
    assert.deepEqual(shareOf(count, all), share));
