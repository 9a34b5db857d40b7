import { berlinDay, type Day, daysBetween } from '../../../foundation/time/zone.ts';
import type { SeriesStep } from '../contract.ts';

export type Capture = { there: number; expected: number; share: number };

/** Of one hour or day; undefined where nobody has said how often a value comes. */
export const shareOf = ({ count, expected }: SeriesStep): number | undefined =>
  expected === undefined ? undefined : Math.min(1, count / expected);

/** Values that are there against those that should be, from the first day with one until yesterday: a day without any counts whole. */
export const captureOf = (days: readonly SeriesStep[], today: Day): Capture | undefined => {
  const whole = days.flatMap(({ at, count, expected }) =>
    expected === undefined || berlinDay(at) >= today
      ? []
      : [{ at, count: Math.min(count, expected), expected }],
  );
  const [first] = whole;
  if (!first) return undefined;
  const missing = daysBetween(berlinDay(first.at), today) - whole.length;
  const expected = whole.reduce((sum, day) => sum + day.expected, 0) + missing * first.expected;
  const there = whole.reduce((sum, { count }) => sum + count, 0);
  return { there, expected, share: there / expected };
};
