import type { Point } from '../../engine/day.ts';
import { SIDE_METRES, STREET_METRES } from '../days/generate-requests.ts';
import { DRIVING, type Layout, type Town } from './town.ts';

/** Links of a grid between crossings, each 100 m, with kerb spaces on both sides. */
export type Streets = {
  links: number;
  /** Middle of each link. */ x: Float64Array;
  y: Float64Array;
  spaces: Int32Array;
  /** The two crossings at the ends of each link. */ ends: readonly (readonly [number, number])[];
  /** Links that meet at a crossing. */ at: readonly (readonly number[])[];
  linkOf: (destination: Point) => number;
};

export const streetsOf = ({ kerbSpaces }: Town, { streets }: Layout): Streets => {
  const along = streets - 1;
  const half = streets * along;
  const links = 2 * half;
  const [x, y, spaces] = [new Float64Array(links), new Float64Array(links), new Int32Array(links)];
  const at: number[][] = Array.from({ length: streets * streets }, () => []);
  const ends: [number, number][] = [];
  const crossing = (column: number, row: number): number => row * streets + column;
  const lay = (link: number, from: [number, number], to: [number, number]): void => {
    ends[link] = [crossing(...from), crossing(...to)];
    for (const end of ends[link] ?? []) at[end]?.push(link);
    x[link] = ((from[0] + to[0]) / 2) * STREET_METRES;
    y[link] = ((from[1] + to[1]) / 2) * STREET_METRES;
  };
  for (let street = 0; street < streets; street += 1)
    for (let block = 0; block < along; block += 1) {
      lay(street * along + block, [block, street], [block + 1, street]);
      lay(half + street * along + block, [street, block], [street, block + 1]);
    }
  spread(kerbSpaces, spaces, (link) => {
    const middle = (along * STREET_METRES) / 2;
    const radius =
      (Math.hypot((x[link] as number) - middle, (y[link] as number) - middle) * SIDE_METRES) / (2 * middle);
    return 1 - DRIVING.barerCentre * Math.exp(-((radius / 350) ** 2));
  });
  const inside = (block: number): number => Math.min(along - 1, Math.max(0, block));
  const linkOf = (point: Point): number => {
    const [column, row] = [point.x / STREET_METRES, point.y / STREET_METRES];
    return Number.isInteger(row)
      ? row * along + inside(Math.floor(column))
      : half + Math.round(column) * along + inside(Math.floor(row));
  };
  return { links, x, y, spaces, ends, at, linkOf };
};

/** Whole spaces in proportion to a weight; what rounding leaves goes to the next street. */
const spread = (all: number, spaces: Int32Array, weightOf: (link: number) => number): void => {
  const sum = spaces.reduce((total, _, link) => total + weightOf(link), 0);
  let [reached, given] = [0, 0];
  for (let link = 0; link < spaces.length; link += 1) {
    reached += (all * weightOf(link)) / sum;
    spaces[link] = Math.round(reached) - given;
    given += spaces[link] as number;
  }
};
