import type { Interval } from './interval.ts';
import { fitPersistent, type Observation, type WeighedFit } from './persistent-regression.ts';
import { beliefsOf, weighedInterval } from './weighed-interval.ts';

/** A day of a series, `at` counted in days from any Monday; the logarithm of what was measured. */
export type LogDay = { at: number; log: number };

export type Design = {
  /** First day of the run. */ start: number;
  weekdays: boolean;
  /** Waves of the year, 0 to 2: only where the days before the start saw each season. */ waves: number;
  /** Whether the series had a slope before, and may have another one after. */ slopes: boolean;
  confidence: number;
};

const YEAR = 365.25;
const WEEK = 7;

/** Step first, then what explains the series whether or not something was begun. */
const columnsOf = (at: number, { start, weekdays, waves, slopes }: Design, middle: number): number[] => {
  const isAfter = at >= start ? 1 : 0;
  const columns = [isAfter, 1];
  const weekday = ((at % WEEK) + WEEK) % WEEK;
  if (weekdays) for (let day = 1; day < WEEK; day += 1) columns.push((weekday === day ? 1 : 0) - 1 / WEEK);
  for (let wave = 1; wave <= waves; wave += 1)
    columns.push(Math.sin((2 * Math.PI * wave * at) / YEAR), Math.cos((2 * Math.PI * wave * at) / YEAR));
  // Counted from the middle of the run, so that the step is the mean effect of the run.
  if (slopes) columns.push((at - start) / YEAR, (isAfter * (at - middle)) / YEAR);
  return columns;
};

const middleOf = (days: readonly { at: number }[], start: number): number => {
  const after = days.filter(({ at }) => at >= start);
  return after.reduce((sum, { at }) => sum + at, 0) / Math.max(1, after.length);
};

export const observationsOf = (days: readonly LogDay[], design: Design): Observation[] => {
  const middle = middleOf(days, design.start);
  return days.map(({ at, log }) => ({ at, value: log, columns: columnsOf(at, design, middle) }));
};

export type StartEffect = {
  /** Mean over the run, as a logarithm. */ effect: Interval;
  /** Change of the slope by 30 days, where slopes were asked for. */ slope: Interval | undefined;
  /** What the days of the run would have been without: the logarithm by day. */ without: (
    at: number,
  ) => number;
  fits: WeighedFit[];
};

/** @returns undefined where either period is too short to tell the columns apart. */
export const effectOfStart = (days: readonly LogDay[], design: Design): StartEffect | undefined => {
  const observations = observationsOf(days, design);
  const fits = fitPersistent(observations);
  if (!fits) return undefined;
  const width = observations[0]?.columns.length ?? 0;
  const unit = (at: number, by = 1) => Array.from({ length: width }, (_, k) => (k === at ? by : 0));
  const middle = middleOf(days, design.start);
  const mean = unit(0).map((_, k) =>
    fits.reduce((sum, { weight, coefficients }) => sum + weight * (coefficients[k] as number), 0),
  );
  return {
    effect: weighedInterval(beliefsOf(fits, unit(0)), design.confidence),
    slope: design.slopes
      ? weighedInterval(beliefsOf(fits, unit(width - 1, 30 / YEAR)), design.confidence)
      : undefined,
    without: (at) =>
      columnsOf(at, { ...design, start: Number.POSITIVE_INFINITY, slopes: false }, middle).reduce(
        (sum, value, k) => sum + value * (mean[k] as number),
        design.slopes ? ((at - design.start) / YEAR) * (mean[width - 2] as number) : 0,
      ),
    fits,
  };
};
