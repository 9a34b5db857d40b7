import type { Direction, Verdict } from '../contract.ts';

type Change = { estimate: number; low: number; high: number };

/**
 * What an interval says against the smallest change that matters, all as shares:
 * – works: a change in the hoped direction is shown, and by the best estimate it is as large as matters;
 * – does not: as large as matters is excluded;
 * – cannot tell: everything else.
 */
export const verdictOf = (change: Change, direction: Direction, smallest: number): Verdict => {
  const sign = direction === 'up' ? 1 : -1;
  const [low, high] = direction === 'up' ? [change.low, change.high] : [-change.high, -change.low];
  if (low > 0 && sign * change.estimate >= smallest) return 'works';
  return high < smallest ? 'does-not' : 'cannot-tell';
};
