import type { Point, Request } from '../../engine/day.ts';
import {
  arrivalOf,
  DAY_ENDS,
  declaredOf,
  destinationOf,
  leadOf,
  SIDE_METRES,
  STREET_METRES,
  stayOf,
  walkLimitOf,
} from '../days/generate-requests.ts';
import { lognormal, normal, type Random, randomOf, uniform } from '../days/random.ts';
import { searchValue } from '../days/search-value.ts';
import { DRIVING, type Layout } from './town.ts';

/** Somebody who wants to park. Who would take part in sharing is fixed: at 20 % all who did at 10 % still do. */
export type Trip = {
  destination: Point;
  arrival: number;
  stay: number;
  patience: number;
  /** Takes part where the share of drivers is above it, 0 to 1. */ joinsAt: number;
  /** What is asked for; absent for stays that are too short and for residents. */ request?: Omit<
    Request,
    'id'
  >;
};

/** Residents' cars at the kerb at six, and when each is driven away. */
export type Parked = { at: Point; until: number };

export type TripsOfDay = { trips: Trip[]; parked: Parked[] };

const patienceOf = (random: Random): number =>
  lognormal(random, DRIVING.patienceMinutes, DRIVING.patienceSpread);

const visitorOf = (random: Random, side: number): Trip => {
  const { hour, exact } = arrivalOf(random);
  const stay = stayOf(random, hour);
  const destination = destinationOf(random, side);
  const arrival = Math.floor(exact / 5) * 5;
  const departure = Math.min(DAY_ENDS, arrival + declaredOf(random, stay) + 5);
  const requestedAt = exact - leadOf(random);
  const walkLimit = walkLimitOf(random);
  const [patience, joinsAt] = [patienceOf(random), random()];
  const trip = { destination, arrival: exact, stay, patience, joinsAt };
  if (departure - arrival < 30) return trip;
  // The zones of the worth lie around the middle of the reference centre.
  const inReference = {
    x: (destination.x * SIDE_METRES) / side,
    y: (destination.y * SIDE_METRES) / side,
  };
  const value = searchValue(inReference, { arrival, departure });
  return { ...trip, request: { destination, requestedAt, arrival, departure, walkLimit, value } };
};

const homeOf = (random: Random, side: number): Point => {
  const along = uniform(random, 0, side);
  const street = Math.round(uniform(random, 0, side / STREET_METRES)) * STREET_METRES;
  return random() < 0.5 ? { x: along, y: street } : { x: street, y: along };
};

/** A resident whose car stands there in the morning; many drive away and come back. */
const residentOf = (random: Random, side: number): { parked: Parked; trip?: Trip } => {
  const at = homeOf(random, side);
  const [leaves, back, patience] = [normal(random, 450, 45), normal(random, 1060, 75), patienceOf(random)];
  if (random() > DRIVING.driveAway) return { parked: { at, until: DAY_ENDS } };
  const arrival = Math.min(DAY_ENDS - 5, Math.max(leaves + 30, back));
  const trip = { destination: at, arrival, stay: DAY_ENDS, patience, joinsAt: 1 };
  return { parked: { at, until: Math.max(360, leaves) }, trip };
};

/** Everybody of one day. A larger demand keeps those of the smaller one and adds to them. */
export const tripsOfDay = ({ side, residents, trips }: Layout, demand: number, seed: number): TripsOfDay => {
  const random = randomOf(seed);
  const [homes, wanted] = [
    randomOf(Math.floor(random() * 2 ** 32)),
    randomOf(Math.floor(random() * 2 ** 32)),
  ];
  const living = Array.from({ length: residents }, () => residentOf(homes, side));
  const expected = trips * demand;
  const count = Math.max(0, Math.round(expected + Math.sqrt(expected) * normal(random, 0, 1)));
  const visitors = Array.from({ length: count }, () => visitorOf(wanted, side));
  return {
    trips: [...visitors, ...living.flatMap(({ trip }) => (trip ? [trip] : []))],
    parked: living.map(({ parked }) => parked),
  };
};
