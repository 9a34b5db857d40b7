import { SIDE_METRES, STREET_METRES, TRIPS_A_DAY } from '../days/generate-requests.ts';

/** What is asked of the simulator: a centre, and how many take part. */
export type Town = {
  /** Spaces at the kerb. */ kerbSpaces: number;
  /** Share of them taken in the fullest half hour, 0 to 1. */ peakOccupancy: number;
  /** Private spaces, shared or not. */ privateSpaces: number;
};

/** Shares of all trips and of all owners that take part; trips that come because it is easier to park now. */
export type Sharing = { drivers: number; owners: number; induced: number };

/** The centre whose search times are fitted to what was measured in Frankfurt (start2park). */
export const REFERENCE: Town = { kerbSpaces: 1903, peakOccupancy: 0.9, privateSpaces: 4100 };

/** As many private spaces as in the reference stand behind one at the kerb. */
export const SPACES_A_KERB_SPACE = REFERENCE.privateSpaces / REFERENCE.kerbSpaces;

const SPACES_A_SITE = 8.5;
const RESIDENTS = 900;

/** How people look for a space: assumed, and fitted so that the reference has the measured distribution of search times. */
export const DRIVING = {
  /** Slow, with lights and crossings. */ kilometresAnHour: 16.4,
  /** Half of those who circle have given up by then and drive into a car park. */ patienceMinutes: 8.5,
  patienceSpread: 0.8,
  /** The longer the search, the farther from the destination they circle. */
  reachMetres: 36,
  reachMetresAMinute: 10,
  /** A street just seen full is not driven through at once again. */ seenPenalty: 0.12,
  /** Share of drivers who take a space one street before, where the street itself is full. */
  takesBefore: 0.74,
  /** So much less kerb has a street in the middle than one at the edge, 0 to 1. */ barerCentre: 0.77,
  /** Share of residents' cars that are away by day. */ driveAway: 0.9,
};

export type Layout = {
  side: number;
  streets: number;
  residents: number;
  /** Trips of a day before the demand is fitted to the occupancy. */ trips: number;
  sites: number;
};

const LEAST_BLOCKS = 4;

/** A smaller stock is a smaller centre, as dense as the reference. */
export const layoutOf = ({ kerbSpaces, privateSpaces }: Town): Layout => {
  const scale = kerbSpaces / REFERENCE.kerbSpaces;
  const blocks = Math.max(LEAST_BLOCKS, Math.round((SIDE_METRES / STREET_METRES) * Math.sqrt(scale)));
  return {
    side: blocks * STREET_METRES,
    streets: blocks + 1,
    residents: Math.round(RESIDENTS * scale),
    trips: TRIPS_A_DAY * scale,
    sites: Math.round(privateSpaces / SPACES_A_SITE),
  };
};
