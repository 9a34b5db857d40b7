import type { ProgrammeFacts } from '../contract.ts';
import type { MeasureFacts } from './case.ts';

type Years = MeasureFacts['years'];

/** Running costs are seldom paid for, and no source here says that they are: only what is paid once counts. */
export const fundedCost = (years: Years): number => years.reduce((sum, { once }) => sum + once, 0);

export type Share = {
  rate: number;
  /** In euros; the least where the rate is the highest possible. */ ownShare: number;
  grant: number;
  isCapped: boolean;
  isAtLeast: boolean;
  years: { year: number; cost: number; grant: number; own: number }[];
};

/** Whole euros by year that sum up to the grant: what rounding leaves goes to the years with the largest rest. */
const split = (grant: number, years: Years, cost: number): number[] => {
  const exact = years.map(({ once }) => (grant * once) / cost);
  const whole = exact.map(Math.floor);
  let left = grant - whole.reduce((sum, one) => sum + one, 0);
  const byRest = exact.map((one, at) => ({ at, rest: one % 1 })).toSorted((a, b) => b.rest - a.rest);
  for (const { at } of byRest) {
    if (left <= 0) break;
    whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  return whole;
};

/** What the town pays itself, year by year; undefined where the source names no rate, or nothing is to be paid once. */
export const ownShare = (
  { rate: ordinary, isUpTo, weakRate, cap }: ProgrammeFacts['money'],
  years: Years,
  isWeak: boolean | null,
): Share | undefined => {
  const rate = isWeak === true && weakRate !== null ? weakRate : ordinary;
  const cost = fundedCost(years);
  if (rate === null || cost === 0) return undefined;
  const full = Math.floor((cost * rate) / 100);
  const grant = cap === null ? full : Math.min(full, cap);
  const grants = split(grant, years, cost);
  return {
    rate,
    grant,
    ownShare: cost - grant,
    isCapped: grant < full,
    isAtLeast: isUpTo,
    years: years.map(({ year, once, running }, at) => {
      const paid = grants[at] ?? 0;
      return { year, cost: once + running, grant: paid, own: once + running - paid };
    }),
  };
};
