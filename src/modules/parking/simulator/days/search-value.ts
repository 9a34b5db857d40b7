import type { Point, Request } from '../../engine/day.ts';

/**
 * Minutes of search in a synthetic inner city of 1.44 km²: `own` is the driver's by the hour of arrival from 6 h on,
 * `others` what one hour of a relieved kerb space spares everybody else, by part of the day (6–10, 10–15, 15–24 h).
 */
type ZoneSearch = { within: number; own: readonly number[]; others: readonly [number, number, number] };

export type Zone = 'centre' | 'middle' | 'outer';

const CENTRE: Point = { x: 600, y: 600 };
const PARTS = [
  [360, 600],
  [600, 900],
  [900, 1440],
] as const;

const SEARCH: Record<Zone, ZoneSearch> = {
  centre: {
    within: 258,
    own: [0.25, 1.6, 4.17, 5.63, 6.7, 6.43, 5.12, 4.05, 3, 2.48, 2.15, 2.34, 2.61, 1.74, 0.89, 0.2, 0, 0],
    others: [2.2, 3.8, 3.8],
  },
  middle: {
    within: 462,
    own: [0.14, 0.68, 2.09, 3.7, 4.72, 4.61, 3.79, 2.63, 1.87, 1.26, 1.21, 1.48, 1.64, 1.33, 0.57, 0.2, 0, 0],
    others: [2.3, 3.2, 2.5],
  },
  outer: {
    within: Number.POSITIVE_INFINITY,
    own: [
      0.1, 0.17, 0.46, 1.11, 1.87, 1.99, 1.55, 1.22, 0.61, 0.36, 0.37, 0.46, 0.64, 0.52, 0.26, 0.17, 0, 0,
    ],
    others: [1.3, 2.4, 1.2],
  },
};

export const ZONES: readonly Zone[] = ['centre', 'middle', 'outer'];

export const zoneOf = ({ x, y }: Point): Zone => {
  const radius = Math.hypot(x - CENTRE.x, y - CENTRE.y);
  return ZONES.find((zone) => radius <= SEARCH[zone].within) ?? 'outer';
};

/** Own search avoided and others' search avoided, by the zone of the destination. */
export const searchValue = (
  destination: Point,
  { arrival, departure }: Pick<Request, 'arrival' | 'departure'>,
): number => {
  const { own, others } = SEARCH[zoneOf(destination)];
  const hour = Math.floor(arrival / 60) - 6;
  return PARTS.reduce(
    (sum, [from, to], part) =>
      sum + ((others[part] ?? 0) * Math.max(0, Math.min(departure, to) - Math.max(arrival, from))) / 60,
    own[hour] ?? 0,
  );
};
