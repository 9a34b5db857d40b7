import { studentReach } from './student.ts';

/** An estimate with the interval that holds the truth in 95 of 100 such studies. */
export type Interval = { estimate: number; low: number; high: number };

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of single values; of fewer than two it is not known. */
const deviationOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

/** The mean of independent values; of fewer than two the interval is unbounded. */
export const meanInterval = (values: readonly number[]): Interval => {
  const estimate = meanOf(values);
  if (values.length < 2) return { estimate, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const reach = (studentReach(values.length - 1) * deviationOf(values)) / Math.sqrt(values.length);
  return { estimate, low: estimate - reach, high: estimate + reach };
};

const Z95 = 1.959964;

/** A share of trials (Wilson): honest near 0 and 1 as well. */
export const shareInterval = (hits: number, trials: number): Interval => {
  const share = hits / trials;
  const [spread, centre] = [Z95 ** 2 / trials, (share + Z95 ** 2 / (2 * trials)) / (1 + Z95 ** 2 / trials)];
  const reach = (Z95 * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  return { estimate: share, low: centre - reach, high: centre + reach };
};
