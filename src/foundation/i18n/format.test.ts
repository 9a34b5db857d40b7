import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, formatDirection, formatDistance, formatTime } from './format.ts';

const distances: [number, string][] = [
  [0, '50 m'],
  [12, '50 m'],
  [340, '350 m'],
  [974, '950 m'],
  [976, '1 km'],
  [1_460, '1,5 km'],
  [9_949, '9,9 km'],
  [9_950, '10 km'],
  [24_600, '25 km'],
];
for (const [metres, text] of distances) {
  test(`${metres} m reads ${text}`, () => assert.equal(formatDistance('de', metres), text));
}

test('times are of Berlin, in summer and winter', () => {
  assert.equal(formatTime('de', new Date('2026-07-01T16:00:00Z')), '18:00 Uhr');
  assert.equal(formatTime('en', new Date('2026-12-01T17:00:00Z')), '18:00');
});

test('a day names its year only where it is not this year', () => {
  const now = new Date('2026-11-22T11:00:00Z');
  assert.equal(formatDay('de', new Date('2026-03-03T11:00:00Z'), now), 'Dienstag, 3. März');
  assert.equal(formatDay('de', new Date('2027-01-01T11:00:00Z'), now), 'Freitag, 1. Januar 2027');
});

test('directions wrap around north', () => {
  assert.equal(formatDirection('de', 350), 'Nord');
  assert.equal(formatDirection('de', 44), 'Nordost');
});
