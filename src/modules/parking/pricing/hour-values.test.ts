import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourValues } from './hour-values.ts';

const slots = (price: number, count = 24) => Array.from({ length: count }, () => price);

test('slots add up to hours, and pools to their mean', () => {
  const byPool = { a: slots(0.5), b: slots(0.1), c: slots(0) };
  const values = hourValues({ from: 8 * 60, byPool }) ?? [];
  assert.equal(values.length, 24);
  assert.deepEqual(
    values.slice(7, 11).map((value) => Number(value.toFixed(6))),
    [0, 2.4, 2.4, 0],
  );
});

test('prices that begin before midnight', () => {
  const byPool = { a: slots(1, 36), b: slots(1, 36), c: slots(1, 36) };
  assert.deepEqual((hourValues({ from: -60, byPool }) ?? []).slice(0, 3), [12, 12, 0]);
});

test('of two pools nothing is told', () => {
  assert.equal(hourValues({ from: 0, byPool: { a: slots(1), b: slots(1) } }), undefined);
});
