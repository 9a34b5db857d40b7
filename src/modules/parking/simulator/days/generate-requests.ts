import type { Point, Request } from '../../engine/day.ts';
import { drawn, lognormal, normal, type Random, uniform } from './random.ts';
import { searchValue } from './search-value.ts';

export const TRIPS_A_DAY = 11_700;
export const SIDE_METRES = 1200;
export const STREET_METRES = 100;
export const DAY_ENDS = 1440;
/** Of all trips, by the hour from 6 h on. */
const ARRIVALS = [24, 66, 92, 82, 87, 77, 71, 67, 67, 74, 76, 66, 61, 49, 28, 11];
/** Share of people who work there among those who arrive, by the hour from 6 h on. */
const WORKERS = [0.42, 0.45, 0.34, 0.17, 0.08, 0.01];
const STAYS = { errand: 32, visit: 100, work: 460 };
const ERRANDS_AMONG_OTHERS = 0.59;

/** When somebody arrives, in minutes of the day, and the hour of it from 6 h on. */
export const arrivalOf = (random: Random): { hour: number; exact: number } => {
  const hour = drawn(random, ARRIVALS);
  return { hour, exact: 360 + hour * 60 + uniform(random, 0, 60) };
};

export const stayOf = (random: Random, hour: number): number => {
  if (random() < (WORKERS[hour] ?? 0)) return lognormal(random, STAYS.work, 0.3);
  return random() < ERRANDS_AMONG_OTHERS
    ? lognormal(random, STAYS.errand, 0.5)
    : lognormal(random, STAYS.visit, 0.45);
};

/** On a street of the grid; the nearer to the centre the more. */
export const destinationOf = (random: Random, side = SIDE_METRES): Point => {
  for (;;) {
    const along = uniform(random, 0, side);
    const street = Math.round(uniform(random, 0, side / STREET_METRES)) * STREET_METRES;
    const at = random() < 0.5 ? { x: along, y: street } : { x: street, y: along };
    const radius = (Math.hypot(at.x - side / 2, at.y - side / 2) * SIDE_METRES) / side;
    if (random() < 0.35 + 0.65 * Math.exp(-((radius / 350) ** 2)))
      return { x: Math.round(at.x), y: Math.round(at.y) };
  }
};

export const leadOf = (random: Random): number =>
  random() < 0.35 ? uniform(random, 120, 1440) : uniform(random, 8, 40);

/** People round up what they declare, to the quarter of an hour. */
export const declaredOf = (random: Random, stay: number): number =>
  Math.max(30, Math.ceil((stay * lognormal(random, 1.1, 0.18)) / 15) * 15);

export const walkLimitOf = (random: Random): number => Math.min(700, Math.max(150, normal(random, 380, 90)));

const requestOf = (random: Random): Omit<Request, 'id'> | undefined => {
  const { hour, exact } = arrivalOf(random);
  const arrival = Math.floor(exact / 5) * 5;
  const declared = declaredOf(random, stayOf(random, hour));
  const departure = Math.min(DAY_ENDS, arrival + declared + 5);
  if (departure - arrival < 30) return;
  const destination = destinationOf(random);
  return {
    destination,
    requestedAt: exact - leadOf(random),
    arrival,
    departure,
    walkLimit: walkLimitOf(random),
    value: searchValue(destination, { arrival, departure }),
  };
};

/** The requests of one day in the order in which they are made; `share` of all trips ask for a space. */
export const generateRequests = (random: Random, share: number): Request[] => {
  const wanted = Math.round(normal(random, TRIPS_A_DAY * share, Math.sqrt(TRIPS_A_DAY * share)));
  return Array.from({ length: wanted }, () => requestOf(random))
    .filter((request) => request !== undefined)
    .sort((a, b) => a.requestedAt - b.requestedAt)
    .map((request, at) => ({ id: `r${at}`, ...request }));
};
