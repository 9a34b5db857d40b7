import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaKm2, locateIn } from './area-locator.ts';
import { dissolve, neighboursOf } from './borders.ts';
import type { MultiPolygon } from './geometry.ts';

const square = (x: number, y: number, size = 1): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  ],
});

test('neighbours share a border, not just a corner', () => {
  const outlines = [
    ['a', 0, 0],
    ['b', 1, 0],
    ['c', 1, 1],
    ['d', 5, 5],
  ].map(([key, x, y]) => ({ key: String(key), geometry: square(Number(x), Number(y)) }));
  const neighbours = neighboursOf(outlines);
  assert.deepEqual([...(neighbours.get('a') ?? [])], ['b']);
  assert.deepEqual([...(neighbours.get('b') ?? [])].sort(), ['a', 'c']);
  assert.equal(neighbours.get('d')?.size, 0);
});

test('a ring of areas becomes one area with a hole', () => {
  const around = [
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 1],
    [2, 1],
    [0, 2],
    [1, 2],
    [2, 2],
  ].map(([x = 0, y = 0]) => square(x, y));
  const joined = dissolve(around);
  assert.equal(joined.coordinates.length, 1);
  assert.equal(joined.coordinates[0]?.length, 2, 'outer ring and hole');
  const parts = around.reduce((sum, part) => sum + areaKm2(part), 0);
  assert.ok(Math.abs(areaKm2(joined) - parts) < parts / 1e6);
});

test('areas apart stay apart', () => {
  assert.equal(dissolve([square(0, 0), square(3, 3)]).coordinates.length, 2);
});

test('a point finds the area around it, and not the hole in it', () => {
  const [outer] = square(0, 0, 3).coordinates;
  const [hole] = square(1, 1).coordinates;
  const ring: MultiPolygon = { type: 'MultiPolygon', coordinates: [[...(outer ?? []), ...(hole ?? [])]] };
  const areas = locateIn([{ key: 'ring', geometry: ring }]);
  assert.equal(areas.at({ lon: 0.5, lat: 0.5 }), 'ring');
  assert.equal(areas.at({ lon: 1.5, lat: 1.5 }), undefined);
  assert.equal(areas.at({ lon: 9, lat: 9 }), undefined);
  assert.equal(locateIn([]).at({ lon: 0, lat: 0 }), undefined);
});
