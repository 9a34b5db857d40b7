import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from '../../../foundation/geo/geometry.ts';
import { toLonLat } from '../../../foundation/geo/point.ts';
import { drawStates } from './draw-states.ts';

/** Kilometres east and north of a corner. */
const ring = (...corners: [number, number][]): Position[] =>
  corners.map(([east, north]) => {
    const { lon, lat } = toLonLat({ x: 500_000 + east * 1000, y: 5_500_000 + north * 1000 });
    return [lon, lat];
  });
const square = (west: number, south: number, side: number) =>
  ring([west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]);

test('a square of 40 km is 20 units wide, without what lies on the way, north up', () => {
  const bent = ring([0, 0], [20, 0], [40, 0], [40, 40], [0, 40], [0, 0]);
  const { states, width, height } = drawStates([{ key: '01', rings: [bent] }]);
  assert.deepEqual([width, height], [28, 28]);
  assert.equal(states[0]?.path, 'M4 24l20 0 0 -20 -20 0z');
});

test('islands too small to be seen fall away, the only ring of a state never does', () => {
  const island = square(100, 100, 3);
  const [large, small] = drawStates([
    { key: '02', rings: [island] },
    { key: '01', rings: [square(0, 0, 40), island] },
  ]).states;
  assert.equal(large?.key, '01');
  assert.equal(large?.path.split('M').length, 2);
  assert.match(small?.path ?? '', /^M/);
});

test('the name stands in the state, not in the hole that another state fills', () => {
  const hole = square(10, 10, 20);
  const [around] = drawStates([{ key: '12', rings: [square(0, 0, 80), hole] }]).states;
  const { x = 0, y = 0 } = around ?? {};
  const [east, north] = [(x - 4) * 2, 80 - (y - 4) * 2];
  assert.ok(!(east > 10 && east < 30 && north > 10 && north < 30), `${east} ${north}`);
});
