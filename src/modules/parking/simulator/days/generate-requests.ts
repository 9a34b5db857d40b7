import type { Point, Request } from '../../engine/day.ts';
import { drawn, lognormal, normal, type Random, uniform } from './random.ts';
import { searchValue } from './search-value.ts';

const TRIPS_A_DAY = 11_700;
const SIDE_METRES = 1200;
const STREET_METRES = 100;
const DAY_ENDS = 1440;
/** Of all trips, by the hour from 6 h on. */
const ARRIVALS = [24, 66, 92, 82, 87, 77, 71, 67, 67, 74, 76, 66, 61, 49, 28, 11];
/** Share of people who work there among those who arrive, by the hour from 6 h on. */
const WORKERS = [0.42, 0.45, 0.34, 0.17, 0.08, 0.01];
const STAYS = { errand: 32, visit: 100, work: 460 };
const ERRANDS_AMONG_OTHERS = 0.59;

const stayOf = (random: Random, hour: number): number => {
  if (random() < (WORKERS[hour] ?? 0)) return lognormal(random, STAYS.work, 0.3);
  return random() < ERRANDS_AMONG_OTHERS
    ? lognormal(random, STAYS.errand, 0.5)
    : lognormal(random, STAYS.visit, 0.45);
};

/** On a street of the grid; the nearer to the centre the more. */
const destinationOf = (random: Random): Point => {
  for (;;) {
    const along = uniform(random, 0, SIDE_METRES);
    const street = Math.round(uniform(random, 0, SIDE_METRES / STREET_METRES)) * STREET_METRES;
    const at = random() < 0.5 ? { x: along, y: street } : { x: street, y: along };
    const radius = Math.hypot(at.x - SIDE_METRES / 2, at.y - SIDE_METRES / 2);
    if (random() < 0.35 + 0.65 * Math.exp(-((radius / 350) ** 2)))
      return { x: Math.round(at.x), y: Math.round(at.y) };
  }
};

const leadOf = (random: Random): number =>
  random() < 0.35 ? uniform(random, 120, 1440) : uniform(random, 8, 40);

const requestOf = (random: Random): Omit<Request, 'id'> | undefined => {
  const hour = drawn(random, ARRIVALS);
  const exact = 360 + hour * 60 + uniform(random, 0, 60);
  const arrival = Math.floor(exact / 5) * 5;
  // People round up what they declare, to the quarter of an hour.
  const declared = Math.max(30, Math.ceil((stayOf(random, hour) * lognormal(random, 1.1, 0.18)) / 15) * 15);
  const departure = Math.min(DAY_ENDS, arrival + declared + 5);
  if (departure - arrival < 30) return;
  const destination = destinationOf(random);
  return {
    destination,
    requestedAt: exact - leadOf(random),
    arrival,
    departure,
    walkLimit: Math.min(700, Math.max(150, normal(random, 380, 90))),
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
