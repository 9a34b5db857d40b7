import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backtest, expectedOf, fitForecast, forecastFrom, SLOTS } from './forecast.ts';

/** Numbers in [0, 1) that are the same each time. */
const drawn = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
};

/** A car park with a rhythm of the week, and days that are fuller or emptier from some hour on. */
const carPark = (
  weeks: number,
  { share, noise, seed = 7 }: { share: number; noise: number; seed?: number },
) => {
  const random = drawn(seed);
  const slots = Array.from({ length: weeks * SLOTS }, (_, at) => at % SLOTS);
  let off = 0;
  const values = slots.map((slot) => {
    off = share * off + noise * (random() + random() + random() - 1.5);
    const day = Math.floor(slot / 24);
    return 200 - (day < 5 ? 90 : 30) * Math.exp(-(((slot % 24) - 13) ** 2) / 18) + off;
  });
  return { values, slots };
};

test('what repeats is followed closely, whatever the last hour was', () => {
  const hourly = carPark(5, { share: 0, noise: 0 });
  const judged = backtest(hourly, { from: 3 * SLOTS, ahead: 6 });
  assert.ok(judged && judged.lastWeekError < 1e-6 && judged.error < 1);
  assert.ok(judged.lastValueError > 10 * judged.error);
});

test('the share by which a deviation goes on is found', () => {
  const hourly = carPark(30, { share: 0.9, noise: 10 });
  const { shares } = fitForecast(hourly, { upTo: 30 * SLOTS, ahead: 6 });
  for (const [step, { now }] of shares.entries())
    assert.ok(Math.abs(now - 0.9 ** (step + 1)) < 0.12, `${step + 1} ahead: ${now}`);
});

test('it is nearer than "as now" and "as a week ago", and the range holds what it promises', () => {
  for (const seed of [1, 2, 3]) {
    const judged = backtest(carPark(12, { share: 0.8, noise: 12, seed }), { from: 8 * SLOTS, ahead: 6 });
    assert.ok(judged);
    assert.ok(judged.error < judged.lastValueError && judged.error < judged.lastWeekError);
    assert.ok(judged.covered > 0.72 && judged.covered < 0.88, String(judged.covered));
  }
});

test('nothing is learnt from hours that come later, nothing is said of what was never seen', () => {
  const hourly = carPark(4, { share: 0.8, noise: 12 });
  const changed = { ...hourly, values: hourly.values.map((value, at) => (at >= 3 * SLOTS ? 0 : value)) };
  const [before, after] = [hourly, changed].map((one) => fitForecast(one, { upTo: 3 * SLOTS, ahead: 3 }));
  assert.deepEqual(before, after);
  assert.equal(expectedOf({ values: [null, null], slots: [0, 1] })[1], null);
  const empty = { values: Array(SLOTS).fill(null), slots: hourly.slots };
  assert.equal(backtest(empty, { from: 100, ahead: 2 }), undefined);
  const blind = forecastFrom(empty, fitForecast(empty, { upTo: 100, ahead: 2 }), { at: 99 });
  assert.deepEqual(blind, [null, null]);
});

test('no forecast is below zero or above what was ever seen', () => {
  const hourly = carPark(6, { share: 0.95, noise: 60 });
  const most = Math.max(...hourly.values);
  const model = fitForecast(hourly, { upTo: 6 * SLOTS - 10, ahead: 6 });
  for (const hour of forecastFrom(hourly, model, { at: 6 * SLOTS - 10 }))
    assert.ok(
      hour && hour.low >= 0 && hour.high <= most && hour.low <= hour.value && hour.value <= hour.high,
    );
});
