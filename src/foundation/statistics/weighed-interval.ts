import jStat from 'jstat';
import type { Interval } from './interval.ts';
import { solveLower } from './linear.ts';
import type { WeighedFit } from './persistent-regression.ts';

/** An estimate as it is believed under each of several assumptions. */
export type Belief = { weight: number; centre: number; error: number; degrees: number };

/** What the fits say of one weighed sum of their coefficients. */
export const beliefsOf = (fits: readonly WeighedFit[], contrast: readonly number[]): Belief[] =>
  fits.map(({ weight, coefficients, lower, variance, degrees }) => {
    const solved = solveLower(lower, contrast);
    return {
      weight,
      centre: contrast.reduce((sum, share, at) => sum + share * (coefficients[at] as number), 0),
      error: Math.sqrt(
        variance * contrast.reduce((sum, share, at) => sum + share * (solved[at] as number), 0),
      ),
      degrees,
    };
  });

const chanceBelow = (beliefs: readonly Belief[], at: number): number => {
  const total = beliefs.reduce((sum, { weight }) => sum + weight, 0);
  return (
    beliefs.reduce(
      (sum, { weight, centre, error, degrees }) =>
        sum + weight * jStat.studentt.cdf((at - centre) / error, degrees),
      0,
    ) / total
  );
};

export const quantile = (beliefs: readonly Belief[], share: number): number => {
  const widest = Math.max(...beliefs.map(({ error }) => error));
  let low = Math.min(...beliefs.map(({ centre }) => centre)) - 50 * widest;
  let high = Math.max(...beliefs.map(({ centre }) => centre)) + 50 * widest;
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (chanceBelow(beliefs, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** The interval over all assumptions together, each by its weight. */
export const weighedInterval = (beliefs: readonly Belief[], confidence = 0.95): Interval => ({
  estimate: beliefs.reduce((sum, { weight, centre }) => sum + weight * centre, 0),
  low: quantile(beliefs, (1 - confidence) / 2),
  high: quantile(beliefs, (1 + confidence) / 2),
});
