import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf } from './figures.ts';

const use = (state: 'left' | 'failed' | 'noShow', bookings: number) => ({
  state,
  bookings,
  walk_metres: bookings * 200,
  slots: bookings * 24,
  cents: bookings * 100,
});

test('few bookings are counted, and nothing is said of their mean', () => {
  assert.deepEqual(figuresOf([use('left', 9)]), {
    promised: 9,
    left: 9,
    noShow: 0,
    cancelled: 0,
    failed: 0,
    cents: 900,
  });
  assert.deepEqual(figuresOf([]).promised, 0);
});

test('ten and more have means', () => {
  const figures = figuresOf([use('left', 8), use('failed', 1), use('noShow', 1)]);
  assert.equal(figures.meanWalkMetres, 200);
  assert.equal(figures.meanHours, 2);
  assert.equal(figures.failureRate, 0.1);
});
