import type { LogDay } from './effect-of-start.ts';

/** The same numbers in [0, 1) for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const normalOf = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Weather that lasts: an AR(1) of standard deviation one. */
export const weatherOf = (random: () => number, days: number, persistence: number): number[] => {
  let now = normalOf(random);
  return Array.from({ length: days }, () => {
    now = persistence * now + Math.sqrt(1 - persistence ** 2) * normalOf(random);
    return now;
  });
};

type Invented = {
  days: number;
  persistence?: number;
  lasting?: number;
  passing?: number;
  season?: number;
  slope?: number;
  start?: number;
  change?: number;
};

/** An invented series: weekdays, season, slope, weather, chance, and from a day on a change of known size. */
export const anySeries = (
  random: () => number,
  {
    days,
    persistence = 0.6,
    lasting = 0.15,
    passing = 0.08,
    season = 0,
    slope = 0,
    start = days,
    change = 0,
  }: Invented,
): LogDay[] =>
  weatherOf(random, days, persistence).map((weather, at) => ({
    at,
    log:
      6 +
      (at % 7 > 4 ? -0.4 : 0) +
      season * Math.sin((2 * Math.PI * at) / 365.25) +
      (slope * at) / 365.25 +
      lasting * weather +
      passing * normalOf(random) +
      (at >= start ? change : 0),
  }));
