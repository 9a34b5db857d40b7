import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Box, type Geometry, polygonOfBox } from './geometry.ts';
import { contains, equals, intersects, shapeOf } from './spatial-relation.ts';

const box = (...sides: Box): Geometry => polygonOfBox(sides);
const holed: Geometry = {
  type: 'Polygon',
  coordinates: [...polygonOfBox([0, 0, 10, 10]).coordinates, ...polygonOfBox([4, 4, 6, 6]).coordinates],
};
const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates });
const point = (...coordinates: number[]): Geometry => ({ type: 'Point', coordinates });
const both = (...geometries: (Geometry & { type: 'Polygon' })[]): Geometry => ({
  type: 'MultiPolygon',
  coordinates: geometries.map(({ coordinates }) => coordinates),
});
const halves = both(polygonOfBox([0, 0, 5, 10]), polygonOfBox([5, 0, 10, 10]));

type Case = [name: string, a: Geometry, b: Geometry, meets: boolean, holds: boolean, same: boolean];
const cases: Case[] = [
  ['the same', box(0, 0, 10, 10), box(0, 0, 10, 10), true, true, true],
  [
    'the same, begun elsewhere',
    box(0, 0, 1, 1),
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [0, 1],
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ],
    },
    true,
    true,
    true,
  ],
  ['one inside the other, no edge in common', box(0, 0, 10, 10), box(2, 2, 3, 3), true, true, false],
  ['inside, along an edge', box(0, 0, 10, 10), box(0, 2, 3, 3), true, true, false],
  ['the smaller holds nothing', box(2, 2, 3, 3), box(0, 0, 10, 10), true, false, false],
  ['overlapping', box(0, 0, 10, 10), box(5, 5, 15, 15), true, false, false],
  ['crossing like a plus, no vertex inside', box(0, 4, 10, 6), box(4, 0, 6, 10), true, false, false],
  ['touching along an edge', box(0, 0, 1, 1), box(1, 0, 2, 1), true, false, false],
  ['touching in a corner', box(0, 0, 1, 1), box(1, 1, 2, 2), true, false, false],
  ['apart', box(0, 0, 1, 1), box(2, 0, 3, 1), false, false, false],
  ['in the hole', holed, box(4.5, 4.5, 5.5, 5.5), false, false, false],
  ['filling the hole', holed, box(4, 4, 6, 6), true, false, false],
  ['over the hole', holed, box(3, 3, 7, 7), true, false, false],
  ['beside the hole', holed, box(1, 1, 3, 3), true, true, false],
  ['holding the holed one', box(0, 0, 10, 10), holed, true, true, false],
  ['a line inside', box(0, 0, 10, 10), line([1, 1], [9, 9]), true, true, false],
  ['a line on the border is not inside', box(0, 0, 10, 10), line([0, 1], [0, 9]), true, false, false],
  ['a line through the hole', holed, line([1, 5], [9, 5]), true, false, false],
  ['a line that only passes', box(0, 0, 10, 10), line([-5, 5], [15, 5]), true, false, false],
  ['a point on a line', line([0, 0], [4, 4]), point(2, 2), true, true, false],
  ['a point at the end of a line', line([0, 0], [4, 4]), point(4, 4), true, false, false],
  ['a point on the border', box(0, 0, 1, 1), point(1, 0.5), true, false, false],
  ['two halves hold what lies in one', halves, box(1, 1, 2, 2), true, true, false],
  ['a part of a line', line([0, 0], [9, 9]), line([1, 1], [2, 2]), true, true, false],
];

for (const [name, first, second, meets, holds, same] of cases)
  test(name, () => {
    const [a, b] = [shapeOf(first), shapeOf(second)];
    assert.equal(intersects(a, b), meets, 'intersects');
    assert.equal(intersects(b, a), meets, 'intersects, turned');
    assert.equal(contains(a, b), holds, 'contains');
    assert.equal(equals(a, b), same, 'equals');
  });

test('boxes on a grid agree with arithmetic', () => {
  const side = fc.integer({ min: 0, max: 6 });
  const anyBox = fc
    .tuple(side, side, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .map(([x, y, wide, high]): Box => [x, y, x + wide, y + high]);
  fc.assert(
    fc.property(anyBox, anyBox, (one, other) => {
      const [a, b] = [shapeOf(box(...one)), shapeOf(box(...other))];
      const meets = one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
      const holds = one[0] <= other[0] && one[1] <= other[1] && one[2] >= other[2] && one[3] >= other[3];
      assert.equal(intersects(a, b), meets);
      assert.equal(contains(a, b), holds);
      assert.equal(equals(a, b), one.join() === other.join());
    }),
  );
});
