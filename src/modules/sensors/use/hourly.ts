import type { Hourly } from '../../../foundation/statistics/forecast.ts';
import { hourOfWeek } from '../../../foundation/time/zone.ts';
import type { SeriesStep } from '../contract.ts';

export const HOUR = 3_600_000;

export type Hours = Hourly & { /** Of the first value. */ from: Date };

/**
 * Whether all values of it are there: a counted sum of a part would be too small. On the day of 25 hours a daily value is
 * still one.
 */
export const isWhole = ({ count, expected = count }: SeriesStep, least = 1): boolean =>
  count >= Math.floor(least * expected);

/** Sums hour by hour from the first whole hour to the last one; what is missing or has a part of its values is null. */
export const hourlySums = (steps: readonly SeriesStep[]): Hours | undefined => {
  const whole = steps.filter((step) => isWhole(step));
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last) return undefined;
  const known = new Map(whole.map(({ at, sum }) => [at.getTime(), sum]));
  const hours = (last.at.getTime() - first.at.getTime()) / HOUR + 1;
  const moments = Array.from({ length: hours }, (_, hour) => first.at.getTime() + hour * HOUR);
  return {
    from: first.at,
    values: moments.map((moment) => known.get(moment) ?? null),
    slots: moments.map((moment) => hourOfWeek(new Date(moment))),
  };
};
