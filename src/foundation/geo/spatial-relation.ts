import { type Box, boxesMeet, boxHolds, boxOf, type Geometry, type Position } from './geometry.ts';

/**
 * Relations between geometries in the plane of longitude and latitude, where GeoJSON draws its straight lines.
 * Vertices are put on a grid of a ten-millionth of a degree (a centimetre): on whole numbers the tests are exact,
 * and a database that does the same gives the same answers.
 */
const GRID = 1e7;
type Point = readonly [x: number, y: number];
export type Shape = { points: Point[]; lines: Point[][]; areas: Point[][][]; box: Box };

export const toGrid = (degrees = 0): number => Math.floor(degrees * GRID + 0.5);
const point = (position: Position): Point => [toGrid(position[0]), toGrid(position[1])];
const line = (positions: Position[]): Point[] => positions.map(point);

export const shapeOf = (geometry: Geometry): Shape => {
  const shape: Shape = { points: [], lines: [], areas: [], box: [0, 0, 0, 0] };
  collect(geometry, shape);
  shape.box = boxOf([shape.points, ...shape.lines, ...shape.areas.flat()].flat() as unknown as Position[]);
  return shape;
};

const collect = (geometry: Geometry, { points, lines, areas, box }: Shape): void => {
  switch (geometry.type) {
    case 'Point':
      return void points.push(point(geometry.coordinates));
    case 'MultiPoint':
      return void points.push(...line(geometry.coordinates));
    case 'LineString':
      return void lines.push(line(geometry.coordinates));
    case 'MultiLineString':
      return void lines.push(...geometry.coordinates.map(line));
    case 'Polygon':
      return void areas.push(geometry.coordinates.map(line));
    case 'MultiPolygon':
      return void areas.push(...geometry.coordinates.map((rings) => rings.map(line)));
    case 'GeometryCollection':
      for (const one of geometry.geometries) collect(one, { points, lines, areas, box });
  }
};

type Place = 'inside' | 'border' | 'outside';

const isOnSegment = (x: number, y: number, [x1, y1]: Point, [x2, y2]: Point, slack: number): boolean => {
  if (x < Math.min(x1, x2) - slack || x > Math.max(x1, x2) + slack) return false;
  if (y < Math.min(y1, y2) - slack || y > Math.max(y1, y2) + slack) return false;
  const cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  return slack === 0 ? cross === 0 : Math.abs(cross) <= slack * Math.hypot(x2 - x1, y2 - y1);
};

const placeInRing = (x: number, y: number, ring: Point[], slack: number): Place => {
  let isInside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (!from || !to) continue;
    if (isOnSegment(x, y, from, to, slack)) return 'border';
    if (from[1] > y === to[1] > y) continue;
    const cross = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    if (cross > 0 === to[1] > from[1]) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
};

const placeInArea = (x: number, y: number, [outer = [], ...holes]: Point[][], slack: number): Place => {
  const place = placeInRing(x, y, outer, slack);
  if (place !== 'inside') return place;
  for (const hole of holes) {
    const inHole = placeInRing(x, y, hole, slack);
    if (inHole !== 'outside') return inHole === 'border' ? 'border' : 'outside';
  }
  return 'inside';
};

/** Ends of lines that belong to the border: those at which an odd number of lines ends. */
export const lineEnds = (lines: readonly (readonly Point[])[]): Point[] => {
  const ends = new Map<string, { at: Point; count: number }>();
  for (const one of lines)
    for (const at of [one[0], one.at(-1)]) {
      if (!at) continue;
      const end = ends.get(at.join()) ?? { at, count: 0 };
      end.count += 1;
      ends.set(at.join(), end);
    }
  return [...ends.values()].filter(({ count }) => count % 2 === 1).map(({ at }) => at);
};

const placeIn = ({ points, lines, areas }: Shape, [x, y]: Point, slack = 0): Place => {
  let best: Place = 'outside';
  for (const rings of areas) {
    const place = placeInArea(x, y, rings, slack);
    if (place === 'inside') return place;
    if (place === 'border') best = place;
  }
  if (points.some(([px, py]) => px === x && py === y)) return 'inside';
  if (lines.some((one) => segmentsOf(one).some(([from, to]) => isOnSegment(x, y, from, to, slack))))
    return lineEnds(lines).some(([px, py]) => px === x && py === y) ? 'border' : 'inside';
  return best;
};

type Segment = readonly [Point, Point];

const segmentsOf = (ring: Point[]): Segment[] =>
  ring.slice(1).map((to, index): Segment => [ring[index] ?? to, to]);
const edgesOf = ({ lines, areas }: Shape): Segment[] => [...lines, ...areas.flat()].flatMap(segmentsOf);

const side = ([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): number =>
  Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));

const segmentsMeet = ([a, b]: Segment, [c, d]: Segment): boolean => {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0]))
    return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1]))
    return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
};

export const intersects = (a: Shape, b: Shape): boolean => {
  if (!boxesMeet(a.box, b.box)) return false;
  if (a.points.some((one) => placeIn(b, one) !== 'outside')) return true;
  if (b.points.some((one) => placeIn(a, one) !== 'outside')) return true;
  // One wholly inside the other meets no edge: one vertex of each part tells.
  const starts = (shape: Shape): Point[] =>
    [...shape.lines, ...shape.areas.flat()].flatMap((one) => one.slice(0, 1));
  if (starts(a).some((one) => placeIn(b, one) !== 'outside')) return true;
  if (starts(b).some((one) => placeIn(a, one) !== 'outside')) return true;
  const near = edgesOf(b).filter((edge) => boxesMeet(a.box, boxOf(edge as unknown as Position[])));
  return edgesOf(a).some((edge) => near.some((other) => segmentsMeet(edge, other)));
};

// Points computed between vertices lie beside the grid: half a centimetre is forgiven there.
const SLACK = 0.5;

/** Middles of the pieces into which `edges` are cut by `others`. */
const middles = (edges: Segment[], others: Segment[]): Point[] =>
  edges.flatMap(([a, b]) => {
    const length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
    if (length === 0) return [];
    const cuts = [0, 1];
    for (const [c, d] of others) {
      if (!segmentsMeet([a, b], [c, d])) continue;
      const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
      if (cross !== 0) cuts.push(((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross);
      else
        for (const [x, y] of [c, d])
          cuts.push(((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length);
    }
    const sorted = cuts.filter((cut) => cut >= 0 && cut <= 1).sort((one, other) => one - other);
    return sorted.slice(1).flatMap((cut, index): Point[] => {
      const before = sorted[index] ?? cut;
      const at = (cut + before) / 2;
      return cut === before ? [] : [[a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at]];
    });
  });

/** In the middle of the first stretch of area on a line between the two lowest vertices. */
const innerPoint = (rings: Point[][]): Point => {
  const [lowest = 0, second = lowest] = [...new Set(rings.flat().map(([, y]) => y))].sort((a, b) => a - b);
  const y = (lowest + second) / 2;
  const crossings = rings
    .flatMap(segmentsOf)
    .filter(([from, to]) => from[1] > y !== to[1] > y)
    .map(([from, to]) => from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]))
    .sort((a, b) => a - b);
  const [left = 0, right = left] = crossings;
  return [(left + right) / 2, y];
};

const onlyAreas = (shape: Shape): Shape => ({ ...shape, points: [], lines: [] });

const covers = (a: Shape, b: Shape): boolean => {
  if (b.points.some((one) => placeIn(a, one) === 'outside')) return false;
  if (b.areas.length > 0 && a.areas.length === 0) return false;
  const [edgesA, edgesB] = [edgesOf(a), edgesOf(b)];
  if (middles(edgesB, edgesA).some((one) => placeIn(a, one, SLACK) === 'outside')) return false;
  // A hole of the outer one inside the inner one shows by an edge that runs through its inside.
  // Where no such edge is, one point tells of the whole inside.
  if (b.areas.some((rings) => placeIn(a, innerPoint(rings), SLACK) === 'outside')) return false;
  const areas = onlyAreas(b);
  return (
    b.areas.length === 0 || middles(edgesA, edgesB).every((one) => placeIn(areas, one, SLACK) !== 'inside')
  );
};

/** No part of b outside a, and at least one inside, not only on its border. */
export const contains = (a: Shape, b: Shape): boolean => {
  if (!boxHolds(a.box, b.box) || !covers(a, b)) return false;
  if (b.areas.length > 0 || b.points.some((one) => placeIn(a, one) === 'inside')) return true;
  return middles(edgesOf(b), edgesOf(a)).some((one) => placeIn(a, one, SLACK) === 'inside');
};

export const equals = (a: Shape, b: Shape): boolean =>
  boxHolds(a.box, b.box) && boxHolds(b.box, a.box) && covers(a, b) && covers(b, a);
