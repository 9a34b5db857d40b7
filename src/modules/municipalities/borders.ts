import type { MultiPolygon, Position } from './geometry.ts';

/**
 * Works on outlines that meet in the same vertices, as one edition of a map has them: a border between two areas is
 * then the same segment run through in both directions.
 */
export type Outline = { key: string; geometry: MultiPolygon };

// Five decimals are 1.1 m: the grid on which the shipped outlines stand.
const GRID = 100_000;
const ROW = 40_000_000;

const vertex = (position: Position): number =>
  Math.round((position[0] ?? 0) * GRID) * ROW + Math.round((position[1] ?? 0) * GRID);

const segmentsOf = function* (geometry: MultiPolygon): Generator<[Position, Position]> {
  for (const polygon of geometry.coordinates)
    for (const ring of polygon)
      for (let index = 1; index < ring.length; index += 1) {
        const from = ring[index - 1];
        const to = ring[index];
        if (from && to && vertex(from) !== vertex(to)) yield [from, to];
      }
};

/** Who shares a stretch of border with whom; touching in one point is not enough. */
export const neighboursOf = (outlines: Iterable<Outline>): Map<string, Set<string>> => {
  const neighbours = new Map<string, Set<string>>();
  const owners = new Map<number, Map<number, string>>();
  for (const { key, geometry } of outlines) {
    neighbours.set(key, neighbours.get(key) ?? new Set());
    for (const [from, to] of segmentsOf(geometry)) {
      const a = Math.min(vertex(from), vertex(to));
      const b = Math.max(vertex(from), vertex(to));
      const row = owners.get(a);
      const other = row?.get(b);
      if (!row) owners.set(a, new Map([[b, key]]));
      else if (other === undefined) row.set(b, key);
      else if (other !== key) {
        neighbours.get(other)?.add(key);
        neighbours.get(key)?.add(other);
      }
    }
  }
  return neighbours;
};

/** One outline around all of them: what is run through in both directions falls away. */
export const dissolve = (geometries: MultiPolygon[]): MultiPolygon => {
  const outgoing = new Map<number, { at: Position; to: Map<number, Position> }>();
  for (const geometry of geometries)
    for (const [from, to] of segmentsOf(geometry)) {
      const back = outgoing.get(vertex(to));
      if (back?.to.delete(vertex(from))) continue;
      const start = outgoing.get(vertex(from)) ?? { at: from, to: new Map<number, Position>() };
      start.to.set(vertex(to), to);
      outgoing.set(vertex(from), start);
    }
  return nest(ringsOf(outgoing));
};

const ringsOf = (outgoing: Map<number, { at: Position; to: Map<number, Position> }>): Position[][] => {
  const rings: Position[][] = [];
  for (const [first, start] of outgoing) {
    while (start.to.size > 0) {
      const ring = [start.at];
      let at = start;
      for (;;) {
        const [next] = at.to;
        if (!next) break;
        at.to.delete(next[0]);
        ring.push(next[1]);
        const following = outgoing.get(next[0]);
        if (next[0] === first || !following) break;
        at = following;
      }
      if (ring.length >= 4) rings.push(closed(ring));
    }
  }
  return rings;
};

const closed = (ring: Position[]): Position[] => {
  const [first] = ring;
  const last = ring.at(-1);
  return first && last && vertex(first) !== vertex(last) ? [...ring, first] : ring;
};

/** Twice the signed area in square degrees. */
const signedArea = (ring: Position[]): number => {
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x0 = 0, y0 = 0] = ring[index - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    sum += x0 * y1 - x1 * y0;
  }
  return sum;
};

const isInside = ([x = 0, y = 0]: Position, ring: Position[]): boolean => {
  let inside = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [x0 = 0, y0 = 0] = ring[index - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
};

const midpoint = ([a, b]: Position[]): Position => [
  ((a?.[0] ?? 0) + (b?.[0] ?? 0)) / 2,
  ((a?.[1] ?? 0) + (b?.[1] ?? 0)) / 2,
];

/** Outer rings are the majority's direction (files differ), the others are holes of the ring around them. */
const nest = (rings: Position[][]): MultiPolygon => {
  const largest = rings.reduce((sum, ring) => {
    const area = signedArea(ring);
    return Math.abs(area) > Math.abs(sum) ? area : sum;
  }, 0);
  const outer = rings.filter((ring) => signedArea(ring) * largest > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) * largest < 0)) {
    const around = outer.filter(([ring]) => ring && isInside(midpoint(hole), ring));
    const nearest = around.sort(
      ([a], [b]) => Math.abs(signedArea(a ?? [])) - Math.abs(signedArea(b ?? [])),
    )[0];
    nearest?.push(hole);
  }
  return { type: 'MultiPolygon', coordinates: outer };
};
