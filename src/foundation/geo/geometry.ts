/** RFC 7946: longitude first. */
export type Position = number[];

export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
  | { type: 'GeometryCollection'; geometries: Geometry[] };

/** West, south, east, north; or the smallest and largest of both axes in another reference system. */
export type Box = [number, number, number, number];

/** How deep the arrays of each type nest before a position is reached. */
export const NESTING = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const;

export const positionsOf = function* (geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') for (const one of geometry.geometries) yield* positionsOf(one);
  else yield* flat(geometry.coordinates, NESTING[geometry.type]);
};

type Nested = Position | Position[] | Position[][] | Position[][][];

const flat = function* (coordinates: Nested, depth: number): Generator<Position> {
  if (depth === 0) yield coordinates as Position;
  else for (const one of coordinates as Position[][]) yield* flat(one, depth - 1);
};

export const mapPositions = (geometry: Geometry, change: (position: Position) => Position): Geometry => {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((one) => mapPositions(one, change)) };
  const walk = (coordinates: Nested, depth: number): Nested =>
    depth === 0
      ? change(coordinates as Position)
      : ((coordinates as Position[][]).map((one) => walk(one, depth - 1)) as Nested);
  return { type: geometry.type, coordinates: walk(geometry.coordinates, NESTING[geometry.type]) } as Geometry;
};

export const boxOf = (positions: Iterable<Position>): Box => {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
};

export const boxesMeet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

export const boxHolds = (a: Box, b: Box): boolean =>
  a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

export const polygonOfBox = ([west, south, east, north]: Box): Geometry & { type: 'Polygon' } => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
