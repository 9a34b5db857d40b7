import Flatbush from 'flatbush';
import type { Position } from '../../../foundation/geo/geometry.ts';
import { type LonLat, type Metres, toMetres } from '../../../foundation/geo/point.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';

/** Kilometres as the crow flies; absent where the outlines have no such border. */
export type BorderDistance = (point: LonLat) => { stateBorder?: number; outerBorder?: number };

type Outline = NonNullable<ReturnType<PlaceIndex['districtBoundary']>>;
type Segment = [from: Position, to: Position];

const GRID = 100_000;
const corner = ([lon = 0, lat = 0]: Position): string =>
  `${Math.round(lon * GRID)} ${Math.round(lat * GRID)}`;

/** The same for a segment and for its way back. */
const keyOf = ([from, to]: Segment): string => [corner(from), corner(to)].toSorted().join('|');

const segmentsOf = function* ({ coordinates }: Outline): Generator<Segment> {
  for (const ring of coordinates.flat())
    for (let at = 1; at < ring.length; at += 1) {
      const [from, to] = [ring[at - 1], ring[at]];
      if (from && to) yield [from, to];
    }
};

/** Borders between two states are run through by both; what only one has is the edge of the country: border or coast. */
export const measureBorders = (states: readonly Outline[]): BorderDistance => {
  const seen = new Map<string, { segment: Segment; count: number }>();
  for (const state of states)
    for (const segment of segmentsOf(state)) {
      const key = keyOf(segment);
      const before = seen.get(key);
      seen.set(key, { segment, count: (before?.count ?? 0) + 1 });
    }
  const all = [...seen.values()];
  const inner = nearestTo(all.filter(({ count }) => count > 1).map(({ segment }) => segment));
  const outer = nearestTo(all.filter(({ count }) => count === 1).map(({ segment }) => segment));
  return (point) => {
    const [stateBorder, outerBorder] = [inner(toMetres(point)), outer(toMetres(point))];
    return {
      ...(stateBorder !== undefined && { stateBorder }),
      ...(outerBorder !== undefined && { outerBorder }),
    };
  };
};

const metresOf = ([lon = 0, lat = 0]: Position): Metres => toMetres({ lon, lat });

const nearestTo = (segments: Segment[]): ((point: Metres) => number | undefined) => {
  if (segments.length === 0) return () => undefined;
  const lines = segments.map(([from, to]) => [metresOf(from), metresOf(to)] as const);
  const boxes = new Flatbush(lines.length);
  for (const [a, b] of lines)
    boxes.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y));
  boxes.finish();
  const measure = ({ x, y }: Metres, found: number[]): number =>
    found.reduce((best, at) => {
      const line = lines[at];
      return line ? Math.min(best, metresTo({ x, y }, ...line)) : best;
    }, Number.POSITIVE_INFINITY);
  return (point) => {
    const { x, y } = point;
    // The nearest box may hold a line along its far side: all boxes as near as that line are looked at.
    const within = measure(point, boxes.neighbors(x, y, 1));
    return Math.min(within, measure(point, boxes.neighbors(x, y, Number.POSITIVE_INFINITY, within))) / 1000;
  };
};

const metresTo = (point: Metres, a: Metres, b: Metres): number => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - at * dx, point.y - a.y - at * dy);
};
