import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { seeded } from '../../../foundation/statistics/series.builder.ts';
import { addDays } from '../../../foundation/time/zone.ts';
import { captureOf } from '../guard/capture.ts';
import { readCounters } from '../import/read-counters.ts';
import { HOUR, hourlySums, isWhole } from './hourly.ts';
import { degreeDays, type EnergyDay, monthsOf, savingOf } from './saving.ts';
import { unusualHours } from './unusual.ts';
import { trendOf } from './water.ts';

const MONDAY = Date.parse('2026-06-01T00:00+02:00');
const step = (hour: number, sum: number, count = 4) => ({
  at: new Date(MONDAY + hour * HOUR),
  count,
  sum,
  mean: sum / count,
  min: 0,
  max: sum,
  expected: 4,
});

test('hours are summed whole, or not known', () => {
  const hours = hourlySums([step(0, 3, 2), step(1, 10), step(3, 8), step(4, 5, 3), step(5, 7)]);
  assert.deepEqual(hours?.values, [10, null, 8, null, 7]);
  assert.deepEqual(hours?.slots, [1, 2, 3, 4, 5]);
  assert.equal(hourlySums([]), undefined);
  assert.equal(isWhole({ ...step(0, 1, 1), expected: 25 / 24 }), true);
});

test('capture: what is there of what should be, days without any included', () => {
  const day = (at: string, count: number) => ({
    ...step(0, 1, count),
    at: new Date(`${at}T00:00+01:00`),
    expected: 96,
  });
  const cases: [string, ReturnType<typeof day>[], [number, number] | undefined][] = [
    ['none', [], undefined],
    ['today alone', [day('2026-11-22', 10)], undefined],
    ['all', [day('2026-11-20', 96), day('2026-11-21', 96)], [192, 192]],
    ['a day missing', [day('2026-11-19', 48), day('2026-11-21', 96)], [144, 288]],
    ['more than expected', [day('2026-11-21', 200)], [96, 96]],
  ];
  for (const [what, days, expected] of cases) {
    const found = captureOf(days, '2026-11-22');
    assert.deepEqual(found && [found.there, found.expected], expected, what);
  }
});

/** Eight weeks of a counter that has a morning, an evening and a weekend. */
const weeksOf = (
  seed: number,
  change: (hour: number, value: number) => number | null = (_, value) => value,
) => {
  const random = seeded(seed);
  const values = Array.from({ length: 8 * 168 }, (_, hour) => {
    const usual = (hour % 168 > 119 ? 40 : 90) * Math.max(0.05, Math.sin((((hour % 24) - 5) / 18) * Math.PI));
    const noise = Array.from({ length: 4 }, random).reduce((sum, one) => sum + one, -2);
    return change(hour, Math.max(0, Math.round(usual + 2 * Math.sqrt(usual) * noise)));
  });
  return { from: new Date(MONDAY), values, slots: values.map((_, hour) => hour % 168) };
};

test('unusual hours: three in a row, far away, in one direction', () => {
  const last = 7 * 168;
  const cases: [string, (hour: number, value: number) => number | null, string][] = [
    ['nothing', (_, value) => value, ''],
    ['closed for five hours', (hour, value) => (hour >= last + 11 && hour < last + 16 ? 0 : value), '5 less'],
    ['a feast', (hour, value) => (hour >= last + 34 && hour < last + 37 ? value * 3 + 60 : value), '3 more'],
    ['two hours only', (hour, value) => (hour >= last + 10 && hour < last + 12 ? 0 : value), ''],
    ['not known', (hour, value) => (hour >= last + 10 && hour < last + 20 ? null : value), ''],
    ['weeks ago', (hour, value) => (hour >= 300 && hour < 320 ? 0 : value), ''],
  ];
  for (const [what, change, expected] of cases) {
    const found = unusualHours(weeksOf(3, change));
    const said = found.map(
      ({ hours, counted, expected: usual }) => `${hours} ${counted > usual ? 'more' : 'less'}`,
    );
    assert.equal(said.join(', '), expected, what);
  }
  const hints = Array.from({ length: 30 }, (_, seed) => unusualHours(weeksOf(seed + 10)).length);
  assert.equal(
    hints.reduce((sum, one) => sum + one, 0),
    0,
    'in thirty quiet weeks',
  );
});

const COUNTER = '../shared/data/sensors/bike_muenster/300037405_2025-07_2026-07.csv.gz';
test('a detour on a real path is a hint', {
  skip: existsSync(COUNTER) ? false : 'the counters are not here',
}, () => {
  const { readings } = readCounters(gunzipSync(readFileSync(COUNTER)).toString(), {});
  const byHour = new Map<number, { count: number; sum: number }>();
  for (const { at, stream, value } of readings) {
    if (stream !== '300037405' || at < new Date('2026-04-04Z') || at >= new Date('2026-05-31Z')) continue;
    const hour = Math.floor(at.getTime() / HOUR);
    const { count, sum } = byHour.get(hour) ?? { count: 0, sum: 0 };
    byHour.set(hour, { count: count + 1, sum: sum + value });
  }
  const steps = [...byHour].map(([hour, one]) => ({
    ...step(0, one.sum, one.count),
    at: new Date(hour * HOUR),
  }));
  const hours = hourlySums(steps);
  const found = (hours ? unusualHours(hours) : []).map(({ from, counted, expected }) => [
    from.toISOString().slice(0, 10),
    counted > expected,
  ]);
  assert.ok(
    found.some(([day, isMore]) => day === '2026-05-27' && isMore),
    JSON.stringify(found),
  );
});

test('the trend of a day', () => {
  const levels = Array.from({ length: 30 }, (_, hour) => ({
    at: new Date(hour * HOUR),
    mean: hour as number | null,
  }));
  assert.equal(trendOf(levels), 24);
  assert.equal(trendOf(levels.slice(0, 10)), null);
  assert.equal(trendOf([...levels.slice(0, 29), { at: new Date(), mean: null }]), null);
});

/** A year and a half of a building; `less`: which share of the heating is saved since the measure. */
const building = (seed: number, less: number): { days: EnergyDay[]; begunOn: string; saved: number } => {
  const random = seeded(seed);
  const gauss = () => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6);
  const begunOn = '2026-09-01';
  let [off, cold, saved] = [0, 0, 0];
  const days = Array.from({ length: 500 }, (_, at) => {
    const day = addDays('2025-07-01', at);
    cold = 0.8 * cold + 2 * gauss();
    off = 0.6 * off + 6 * gauss();
    const mean = 9 - 9 * Math.cos((2 * Math.PI * (at - 203)) / 365) + cold;
    const heating = 12 * degreeDays(mean);
    const spared = day >= begunOn ? less * heating : 0;
    saved += spared;
    return { day, mean, energy: 80 + heating - spared + off };
  });
  return { days, begunOn, saved };
};

test('what a building saves is inside the interval about as often as promised, and nothing is mostly found to be nothing', () => {
  assert.deepEqual([degreeDays(15), degreeDays(14.9).toFixed(1), degreeDays(-5)], [0, '5.1', 25]);
  const [inside, found, alarms] = [{ n: 0 }, { n: 0 }, { n: 0 }];
  const ROUNDS = 40;
  for (let seed = 0; seed < ROUNDS; seed += 1) {
    const { days, begunOn, saved } = building(seed, 0.15);
    const result = savingOf(days, begunOn);
    assert.ok(result);
    if (result.saved.low <= saved && saved <= result.saved.high) inside.n += 1;
    if (result.verdict === 'saved') found.n += 1;
    const none = building(seed + 1000, 0);
    if (savingOf(none.days, none.begunOn)?.verdict !== 'cannot-tell') alarms.n += 1;
  }
  assert.ok(inside.n >= ROUNDS - 6, `${inside.n} of ${ROUNDS} inside`);
  assert.ok(found.n >= ROUNDS - 4, `${found.n} of ${ROUNDS} found`);
  assert.ok(alarms.n <= 6, `${alarms.n} of ${ROUNDS} alarms`);
  const { days } = building(1, 0.15);
  assert.equal(savingOf(days, '2026-11-05'), undefined, 'too short since');
  assert.equal(savingOf(days, '2025-07-20'), undefined, 'too short before');
  const [month] = monthsOf(days);
  assert.deepEqual([month?.month, month?.days], ['2025-07', 31]);
});
