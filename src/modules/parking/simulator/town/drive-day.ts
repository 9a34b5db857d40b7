import { DAY_ENDS, STREET_METRES } from '../days/generate-requests.ts';
import { type Random, randomOf } from '../days/random.ts';
import { Events } from './events.ts';
import type { Streets } from './streets.ts';
import { DRIVING } from './town.ts';
import type { Parked, Trip } from './trips.ts';

/** How a trip ended. */
export type Ending = 'parked' | 'garage' | 'booked';

export type Driven = {
  endings: readonly Ending[];
  /** Minutes from the destination's street to standing or giving up; none where a space was free at once or booked. */
  search: Float64Array;
  /** From where the car stands to the destination, along streets; of those parked at the kerb. */ walk: Float64Array;
  /** The fullest half hour, 0 to 1. */ peakOccupancy: number;
};

const MINUTES_A_LINK = STREET_METRES / 1000 / (DRIVING.kilometresAnHour / 60);
const COUNT_EVERY = 60;
const SEEN = 4;

type Searching = { link: number; crossing: number; since: number; seen: number[]; random: Random };

/**
 * One day at the kerb: who arrives drives from street to street until a space is free or patience ends. Each driver turns
 * by chance of his own, so that whoever does not come changes nobody else's luck but by the space.
 */
export const driveDay = (
  streets: Streets,
  { trips, parked }: { trips: readonly Trip[]; parked: readonly Parked[] },
  isBooked: (trip: number) => boolean,
  seed: number,
): Driven => {
  const free = Int32Array.from(streets.spaces);
  const endings: Ending[] = trips.map((_, trip) => (isBooked(trip) ? 'booked' : 'garage'));
  const [search, walk] = [new Float64Array(trips.length), new Float64Array(trips.length)];
  const searching = new Map<number, Searching>();
  const events = new Events();
  // Numbers below zero are departures from a link; from zero on they are drivers.
  const leave = (link: number, time: number): void => {
    if (time < DAY_ENDS) events.add(time, -1 - link);
  };
  for (const { at, until } of parked) {
    const link = nearestFree(streets, free, streets.linkOf(at));
    if (link === undefined) continue;
    (free[link] as number) -= 1;
    leave(link, until);
  }
  trips.forEach(({ arrival }, trip) => {
    if (!isBooked(trip)) events.add(arrival, trip);
  });
  const total = streets.spaces.reduce((sum, each) => sum + each, 0);
  let [taken, peak, counted] = [total - free.reduce((sum, each) => sum + each, 0), 0, 0];
  let [areaTime, last] = [0, 360];

  const park = (trip: number, link: number, time: number): void => {
    (free[link] as number) -= 1;
    taken += 1;
    endings[trip] = 'parked';
    const { destination, stay } = trips[trip] as Trip;
    walk[trip] =
      Math.abs((streets.x[link] as number) - destination.x) +
      Math.abs((streets.y[link] as number) - destination.y);
    leave(link, time + stay);
  };

  for (let event = events.next(); event; event = events.next()) {
    const { time, what } = event;
    areaTime += taken * (time - last);
    last = time;
    if (time - counted >= COUNT_EVERY) {
      if (counted > 0) peak = Math.max(peak, areaTime / (time - counted) / total);
      [areaTime, counted] = [0, time];
    }
    if (what < 0) {
      (free[-1 - what] as number) += 1;
      taken -= 1;
      continue;
    }
    const trip = trips[what] as Trip;
    const known = searching.get(what);
    const at = known ? known.link : streets.linkOf(trip.destination);
    if ((free[at] as number) > 0) {
      searching.delete(what);
      search[what] = known ? time - known.since : 0;
      park(what, at, time);
      continue;
    }
    const driver = known ?? begin(streets, at, time, seed, what);
    if (!known) {
      const before = wayTo(streets, driver);
      if ((free[before] as number) > 0 && driver.random() < DRIVING.takesBefore) {
        park(what, before, time);
        continue;
      }
      searching.set(what, driver);
    }
    if (time - driver.since + MINUTES_A_LINK > trip.patience) {
      searching.delete(what);
      search[what] = time - driver.since;
      continue;
    }
    turn(streets, driver, trip, time);
    events.add(time + MINUTES_A_LINK, what);
  }
  return { endings, search, walk, peakOccupancy: peak };
};

const begin = (streets: Streets, link: number, since: number, seed: number, trip: number): Searching => {
  const random = randomOf((seed ^ Math.imul(trip + 1, 0x9e3779b1)) >>> 0);
  const [one, other] = streets.ends[link] as readonly [number, number];
  return { link, crossing: random() < 0.5 ? one : other, since, seen: [link], random };
};

/** The street through which the driver came to the destination. */
const wayTo = (streets: Streets, { link, crossing, random }: Searching): number => {
  const [one, other] = streets.ends[link] as readonly [number, number];
  const ways = (streets.at[crossing === one ? other : one] as readonly number[]).filter(
    (way) => way !== link,
  );
  return ways[Math.floor(random() * ways.length)] ?? link;
};

/** Into one of the streets at the next crossing: rather near the destination than far, rather a new one than one just seen. */
const turn = (streets: Streets, driver: Searching, { destination }: Trip, time: number): void => {
  const reach = DRIVING.reachMetres + DRIVING.reachMetresAMinute * (time - driver.since);
  const ways = streets.at[driver.crossing] as readonly number[];
  let [sum, chosen] = [0, driver.link];
  for (const way of ways) {
    if (way === driver.link) continue;
    const away =
      Math.abs((streets.x[way] as number) - destination.x) +
      Math.abs((streets.y[way] as number) - destination.y);
    const weight = Math.exp(-away / reach) * (driver.seen.includes(way) ? DRIVING.seenPenalty : 1) + 1e-9;
    sum += weight;
    if (driver.random() * sum < weight) chosen = way;
  }
  const [one, other] = streets.ends[chosen] as readonly [number, number];
  driver.crossing = one === driver.crossing ? other : one;
  driver.link = chosen;
  driver.seen = [chosen, ...driver.seen].slice(0, SEEN);
};

/** Where a resident's car stood in the evening. */
const nearestFree = (streets: Streets, free: Int32Array, home: number): number | undefined => {
  let [best, least] = [undefined as number | undefined, Number.POSITIVE_INFINITY];
  for (let link = 0; link < streets.links; link += 1) {
    if ((free[link] as number) < 1) continue;
    const away =
      Math.abs((streets.x[link] as number) - (streets.x[home] as number)) +
      Math.abs((streets.y[link] as number) - (streets.y[home] as number));
    if (away < least) [best, least] = [link, away];
  }
  return best;
};
