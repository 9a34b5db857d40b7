import {
  differenceInDifferences,
  type Estimate,
  permutationP,
} from '../../../../foundation/statistics/difference-in-differences.ts';
import { placeboEffect, type TimedDay } from '../../../../foundation/statistics/trend.ts';

const SIGNIFICANT = 0.05;

export type Judgement = {
  estimate: Estimate;
  placebo: Estimate | undefined;
  /** The districts drifted apart before the start: then nothing after it can be trusted. */ hasDrifted: boolean;
  permutation: number | undefined;
  verdict: 'fallen' | 'risen' | 'not-shown';
};

type Setting = { random: () => number; rounds: number };

/**
 * Whether an effect is shown: by the interval, by shuffling the days, and not already before the start. The same rule
 * says beforehand how often a plan would see one. @returns undefined where nothing can be estimated.
 */
export const judge = (days: readonly TimedDay[], { random, rounds }: Setting): Judgement | undefined => {
  const estimate = differenceInDifferences(days);
  if (!estimate) return undefined;
  const placebo = placeboEffect(days);
  const hasDrifted = placebo !== undefined && placebo.pValue < SIGNIFICANT;
  const permutation = permutationP(days, random, rounds);
  const isShown = estimate.pValue < SIGNIFICANT && (permutation ?? 1) <= SIGNIFICANT && !hasDrifted;
  const direction = estimate.effect.estimate < 0 ? 'fallen' : 'risen';
  return { estimate, placebo, hasDrifted, permutation, verdict: isShown ? direction : 'not-shown' };
};
