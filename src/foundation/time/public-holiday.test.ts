import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDayOfRest, isPublicHoliday } from './public-holiday.ts';

const days: [day: string, isHoliday: boolean, isRest: boolean][] = [
  ['2026-01-01', true, true],
  ['2026-01-06', false, false],
  ['2026-04-03', true, true],
  ['2026-04-05', false, true],
  ['2026-04-06', true, true],
  ['2026-05-01', true, true],
  ['2026-05-14', true, true],
  ['2026-05-25', true, true],
  ['2026-06-04', false, false],
  ['2026-10-03', true, true],
  ['2026-10-31', false, false],
  ['2026-11-22', false, true],
  ['2026-11-23', false, false],
  ['2026-12-24', false, false],
  ['2026-12-25', true, true],
  ['2026-12-26', true, true],
  ['2027-03-26', true, true],
];

for (const [day, isHoliday, isRest] of days)
  test(`${day} is ${isHoliday ? '' : 'no '}holiday everywhere, and ${isRest ? 'a' : 'no'} day of rest`, () => {
    assert.deepEqual([isPublicHoliday(day), isDayOfRest(day)], [isHoliday, isRest]);
  });
