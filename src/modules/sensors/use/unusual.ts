import { expectedOf, SLOTS } from '../../../foundation/statistics/forecast.ts';
import { HOUR, type Hours } from './hourly.ts';

/** Hours in a row that were far from what is usual: a hint, no incident. */
export type Unusual = { from: Date; hours: number; counted: number; expected: number };

/** So many hours in a row in the same direction. */
const FEWEST_HOURS = 3;
/** So many usual deviations away. */
const DEVIATIONS = 6;
/** Below, a few riders more or less say nothing. */
const LEAST_EXPECTED = 1;
/** From the median of distances to a standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
/** Two weeks are needed to know what is usual. */
const LEAST_HISTORY = 2 * SLOTS;

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/**
 * Stretches of the last week of at least three hours, each six usual deviations from what the same hour of earlier
 * weeks let expect, all above or all below. Deviations grow with the root of what is expected, as counts do.
 */
export const unusualHours = (hours: Hours): Unusual[] => {
  const { values, from } = hours;
  if (values.length < LEAST_HISTORY + SLOTS) return [];
  const expected = expectedOf(hours);
  const off = values.map((value, at) => {
    const usual = expected[at] ?? null;
    return value === null || usual === null
      ? null
      : (value - usual) / Math.sqrt(Math.max(LEAST_EXPECTED, usual));
  });
  const before = off.slice(SLOTS, -SLOTS).flatMap((one) => (one === null ? [] : [Math.abs(one)]));
  const bound = DEVIATIONS * MAD_TO_DEVIATION * medianOf(before);
  if (bound === 0) return [];
  const found: Unusual[] = [];
  let start: number | undefined;
  let direction = 0;
  const end = (at: number): void => {
    if (start !== undefined && at - start >= FEWEST_HOURS) {
      const sum = (all: readonly (number | null)[]) =>
        all.slice(start, at).reduce<number>((total, value) => total + (value ?? 0), 0);
      found.push({
        from: new Date(from.getTime() + start * HOUR),
        hours: at - start,
        counted: sum(values),
        expected: sum(expected),
      });
    }
    start = undefined;
  };
  for (let at = values.length - SLOTS; at < values.length; at += 1) {
    const one = off[at] ?? 0;
    const way = Math.abs(one) > bound ? Math.sign(one) : 0;
    if (way === 0 || way !== direction) end(at);
    if (way !== 0 && start === undefined) start = at;
    direction = way;
  }
  end(values.length);
  return found;
};
