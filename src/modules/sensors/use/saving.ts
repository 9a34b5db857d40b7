import type { Interval } from '../../../foundation/statistics/interval.ts';
import { fitPersistent } from '../../../foundation/statistics/persistent-regression.ts';
import { beliefsOf, weighedInterval } from '../../../foundation/statistics/weighed-interval.ts';
import type { Day } from '../../../foundation/time/zone.ts';

const INDOORS = 20;
const HEATING_LIMIT = 15;
const FEWEST_BEFORE = 60;
const FEWEST_AFTER = 28;
const DAY_MILLISECONDS = 86_400_000;

/** Degree days G20/15 (VDI 2067): what is missing to 20 °C, on days with a mean below 15 °C. */
export const degreeDays = (mean: number): number => (mean < HEATING_LIMIT ? INDOORS - mean : 0);

export type EnergyDay = { day: Day; energy: number; mean: number };

export type SavingResult = {
  /** Over all days since, in the unit of the energy; above zero is less used. */ saved: Interval;
  days: number;
  /** What a day takes without heating, and what each degree takes, before. */ base: number;
  perDegree: number;
  verdict: 'saved' | 'more' | 'cannot-tell';
};

/**
 * A straight line through base load and degree days, before and after. The saving is the mean distance of the two lines
 * at the weather of the days since, times their number; errors may last over days.
 * @returns undefined where either period is too short, or had no different weather.
 */
export const savingOf = (days: readonly EnergyDay[], begunOn: Day): SavingResult | undefined => {
  const after = days.filter(({ day }) => day >= begunOn);
  if (after.length < FEWEST_AFTER || days.length - after.length < FEWEST_BEFORE) return undefined;
  const usual = after.reduce((sum, { mean }) => sum + degreeDays(mean), 0) / after.length;
  const fits = fitPersistent(
    days.map(({ day, energy, mean }) => {
      const degrees = degreeDays(mean);
      const isAfter = day >= begunOn ? 1 : 0;
      const weekday = new Date(`${day}T00:00Z`).getUTCDay();
      const isWeekend = weekday === 0 || weekday === 6 ? 1 : 0;
      const columns = [isAfter, isAfter * (degrees - usual), 1, degrees, isWeekend];
      return { at: Date.parse(day) / DAY_MILLISECONDS, value: energy, columns };
    }),
  );
  if (!fits) return undefined;
  const unit = (at: number) => [0, 1, 2, 3, 4].map((k) => (k === at ? 1 : 0));
  const change = weighedInterval(beliefsOf(fits, unit(0)));
  const mean = (at: number) =>
    fits.reduce((sum, { weight, coefficients }) => sum + weight * (coefficients[at] ?? 0), 0);
  const times = after.length;
  const saved = { estimate: -change.estimate * times, low: -change.high * times, high: -change.low * times };
  return {
    saved,
    days: times,
    base: mean(2),
    perDegree: mean(3),
    verdict: saved.low > 0 ? 'saved' : saved.high < 0 ? 'more' : 'cannot-tell',
  };
};

export type EnergyMonth = { month: string; energy: number; degrees: number; days: number };

/** Sums of the days of which both are known. */
export const monthsOf = (days: readonly EnergyDay[]): EnergyMonth[] => {
  const months = new Map<string, EnergyMonth>();
  for (const { day, energy, mean } of days) {
    const month = day.slice(0, 7);
    const known = months.get(month) ?? { month, energy: 0, degrees: 0, days: 0 };
    months.set(month, {
      month,
      energy: known.energy + energy,
      degrees: known.degrees + degreeDays(mean),
      days: known.days + 1,
    });
  }
  return [...months.values()];
};
