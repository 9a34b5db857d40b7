import { boxOf, type Position } from '../../../foundation/geo/geometry.ts';
import { toMetres } from '../../../foundation/geo/point.ts';

export type Outline = { key: string; rings: Position[][] };

export type DrawnState = {
  key: string;
  path: string;
  /** Where its name stands: in it, or beside it where it has no room. */ x: number;
  y: number;
  isBeside: boolean;
};
export type DrawnCountry = { width: number; height: number; states: DrawnState[] };

type Cell = [x: number, y: number];

/** One unit of the drawing. Neighbours round the same corner to the same unit: no gaps open between them. */
const UNIT_METRES = 2_000;
const MARGIN = 4;
/** Islands below so many square units are not seen. */
const SMALLEST_AREA = 4;
const LABEL_STEP = 4;
/** Free units around the middle that a name needs. */
const ROOM = 6;
const GAP = 2;

/** Outlines in degrees → SVG paths, the largest first so that a city within another state lies above it. */
export const drawStates = (outlines: readonly Outline[]): DrawnCountry => {
  const inMetres = outlines.map(({ key, rings }) => ({
    key,
    rings: rings.map((ring) => ring.map(metresOf)),
  }));
  const [west, south, east, north] = boxOf(inMetres.flatMap(({ rings }) => rings.flat()));
  const at = ([x = 0, y = 0]: Position): Cell => [
    Math.round((x - west) / UNIT_METRES) + MARGIN,
    Math.round((north - y) / UNIT_METRES) + MARGIN,
  ];
  const states = inMetres.map(({ key, rings }) => ({
    key,
    rings: largeOnly(rings.map((ring) => snap(ring, at))),
  }));
  return {
    width: Math.round((east - west) / UNIT_METRES) + 2 * MARGIN,
    height: Math.round((north - south) / UNIT_METRES) + 2 * MARGIN,
    states: states
      .toSorted((a, b) => areaOfAll(b.rings) - areaOfAll(a.rings))
      .map(({ key, rings }) => ({ key, path: rings.map(pathOf).join(''), ...middleOf(rings) })),
  };
};

const metresOf = ([lon = 0, lat = 0]: Position): Position => {
  const { x, y } = toMetres({ lon, lat });
  return [x, y];
};

/** On the grid, without what falls together or lies on the way. */
const snap = (ring: Position[], at: (position: Position) => Cell): Cell[] => {
  const cells: Cell[] = [];
  for (const cell of ring.map(at)) {
    const [before, last] = cells.slice(-2);
    if (last && isSame(last, cell)) continue;
    if (before && last && isBetween(before, last, cell)) cells.pop();
    cells.push(cell);
  }
  // The path closes itself.
  const last = cells.at(-1);
  if (cells.length > 1 && last && isSame(cells[0], last)) cells.pop();
  return cells;
};

const isSame = (a: Cell | undefined, b: Cell): boolean => a?.[0] === b[0] && a[1] === b[1];

const isBetween = (a: Cell, b: Cell, c: Cell): boolean => {
  const [dx, dy, ex, ey] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
  return dx * ey === dy * ex && dx * ex + dy * ey > 0;
};

/** The largest ring stays however small it is: Bremen is a state. */
const largeOnly = (rings: Cell[][]): Cell[][] => {
  const [first, ...others] = rings.toSorted((a, b) => areaOf(b) - areaOf(a));
  return first ? [first, ...others.filter((ring) => areaOf(ring) >= SMALLEST_AREA)] : [];
};

const areaOf = (ring: Cell[]): number => {
  let twice = 0;
  ring.forEach(([x, y], at) => {
    const [px, py] = ring.at(at - 1) ?? [x, y];
    twice += px * y - x * py;
  });
  return Math.abs(twice) / 2;
};

const areaOfAll = (rings: Cell[][]): number => areaOf(rings[0] ?? []);

/** Relative steps: most of them have one digit. */
const pathOf = (ring: Cell[]): string => {
  let [x, y] = ring[0] ?? [0, 0];
  const steps = ring.slice(1).map(([nx, ny]) => {
    const step = `${nx - x} ${ny - y}`;
    [x, y] = [nx, ny];
    return step;
  });
  return `M${(ring[0] ?? [0, 0]).join(' ')}l${steps.join(' ')}z`;
};

/** The point farthest from every border: Brandenburg's middle is Berlin. */
const middleOf = (rings: Cell[][]): Pick<DrawnState, 'x' | 'y' | 'isBeside'> => {
  const [west, north, east, south] = boxOf(rings[0] ?? []);
  const corners = rings.flat();
  let best = { x: Math.round((west + east) / 2), y: Math.round((north + south) / 2) };
  let farthest = -1;
  for (let y = north; y <= south; y += LABEL_STEP)
    for (let x = west; x <= east; x += LABEL_STEP) {
      if (!isWithin([x, y], rings)) continue;
      // Words are wide and low: what is near above or below counts less than what is near beside.
      const free = Math.min(...corners.map(([cx, cy]) => (cx - x) ** 2 / 2 + (cy - y) ** 2));
      if (free > farthest) [best, farthest] = [{ x, y }, free];
    }
  return farthest < ROOM ** 2
    ? { x: east + GAP, y: Math.round((north + south) / 2), isBeside: true }
    : { ...best, isBeside: false };
};

const isWithin = ([x, y]: Cell, rings: Cell[][]): boolean => {
  let within = false;
  for (const ring of rings)
    ring.forEach(([bx, by], at) => {
      const [ax, ay] = ring.at(at - 1) ?? [bx, by];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
    });
  return within;
};
