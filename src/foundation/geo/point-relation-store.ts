import { type RawBuilder, sql } from 'kysely';
import { boxAround } from './crs.ts';
import { type Box, boxOf, type Geometry, positionsOf } from './geometry.ts';
import { toMetres } from './point.ts';
import { lineEnds, type Shape, shapeOf } from './spatial-relation.ts';

type Sql = RawBuilder<unknown>;
type Ring = Shape['areas'][number][number];

// The grid of a centimetre from foundation/geo/spatial-relation.ts: on whole numbers PostgreSQL's own tests, which
// forgive a millionth, are exact.
const X = sql`floor(o.lon * 1e7 + 0.5)`;
const Y = sql`floor(o.lat * 1e7 + 0.5)`;
const POINT = sql`point(${X}, ${Y})`;

const anyOf = (parts: Sql[]): Sql => (parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`);
const allOf = (parts: Sql[]): Sql => sql`(${sql.join(parts, sql` and `)})`;
const written = (ring: Ring): string => ring.map(([x, y]) => `(${x},${y})`).join(',');

/** How the point of an offer lies to a literal: first its box through the index of metres, then exactly. */
export const pointRelation = (op: string, literal: Geometry): Sql => {
  const shape = shapeOf(literal);
  if (op === 's_disjoint') return sql`(not ${exact('s_intersects', shape)})`;
  const near = metresAround(boxOf(positionsOf(literal)));
  const far = near ? sql`o.pt <@ ${near} and ` : sql``;
  return sql`(${far}${exact(op, shape)})`;
};

const exact = (op: string, shape: Shape): Sql =>
  sql`(case when o.lon is null then null else ${relation(op, shape)} end)`;

const relation = (op: string, shape: Shape): Sql => {
  if (op === 's_intersects') return touched(shape);
  if (op === 's_within') return inside(shape);
  const [west, south, east, north] = shape.box;
  const isOnePoint = west === east && south === north && shape.areas.length === 0;
  const canEqual = isOnePoint && (op === 's_equals' || shape.points.length > 0);
  return canEqual ? isAt([west, south]) : sql`false`;
};

const touched = ({ points, lines, areas }: Shape): Sql =>
  anyOf([...areas.map(covers), ...points.map(isAt), ...lines.map((line) => isOn(line))]);

const inside = ({ points, lines, areas }: Shape): Sql => {
  const ends = lineEnds(lines).map(isAt);
  return anyOf([
    ...areas.map((rings) => allOf([covers(rings), sql`not ${anyOf(rings.map(isOn))}`])),
    ...points.map(isAt),
    ...(lines.length === 0 ? [] : [allOf([anyOf(lines.map((line) => isOn(line))), sql`not ${anyOf(ends)}`])]),
  ]);
};

const isAt = ([x, y]: readonly [number, number]): Sql => sql`(${X} = ${x}::float8 and ${Y} = ${y}::float8)`;

const isIn = (ring: Ring): Sql => sql`(${`(${written(ring)})`}::polygon @> ${POINT})`;

/** Borders belong to the area, those of its holes as well. */
const covers = ([outer = [], ...holes]: Ring[]): Sql =>
  allOf([isIn(outer), ...holes.map((hole) => sql`not (${isIn(hole)} and not ${isOn(hole)})`)]);

/** `<@ path` forgives some centimetres on long lines: what it finds is looked at segment by segment. */
const isOn = (line: Ring): Sql => {
  const from = line.slice(0, -1);
  const to = line.slice(1);
  const column = (ring: Ring, axis: 0 | 1) => sql`${ring.map((one) => one[axis])}::float8[]`;
  return sql`(${POINT} <@ ${`[${written(line)}]`}::path and exists (
    select from unnest(${column(from, 0)}, ${column(from, 1)}, ${column(to, 0)}, ${column(to, 1)}) s(x1, y1, x2, y2)
    where (x2 - x1) * (${Y} - y1) = (y2 - y1) * (${X} - x1)
      and ${X} between least(x1, x2) and greatest(x1, x2) and ${Y} between least(y1, y2) and greatest(y1, y2)))`;
};

/** The zone's projection is sound in and around Germany only; a larger box gets no help from the index. */
const isNear = ([west, south, east, north]: Box): boolean =>
  west > 0 && east < 25 && south > 40 && north < 60;

/** A box in metres that holds all of a box in degrees, with a margin for its curved edges. */
export const metresAround = (degrees: Box): Sql | undefined => {
  if (!isNear(degrees)) return undefined;
  const box = boxAround(degrees, ([lon = 0, lat = 0]) => {
    const { x, y } = toMetres({ lon, lat });
    return [x, y];
  });
  const margin = 2 + (box[2] - box[0] + box[3] - box[1]) / 100;
  return boxOfMetres([box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin]);
};

export const boxOfMetres = ([x1, y1, x2, y2]: Box): Sql =>
  sql`box(point(${x1}::float8, ${y1}::float8), point(${x2}::float8, ${y2}::float8))`;
