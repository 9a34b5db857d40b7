import {
  type ComparedEffect,
  effectAgainstOthers,
} from '../../../foundation/statistics/effect-against-others.ts';
import { type Design, effectOfStart } from '../../../foundation/statistics/effect-of-start.ts';
import type { Interval } from '../../../foundation/statistics/interval.ts';
import { comparing, type PilotPlan, type Verdict } from '../contract.ts';
import { type PreparedDays, type StudyDay, startOf } from './study-days.ts';
import { verdictOf } from './verdict.ts';

/** A day as it was, as it would have been without, and what the compared series together showed, on the own level. */
export type ResultDay = readonly [day: string, measured: number, without: number];

export type PilotResult = {
  verdict: Verdict;
  /** Shares; null where too few days were measured. */ change: Interval | null;
  /** Change of the slope by 30 days, as a share. */ slope: Interval | null;
  before: number;
  during: number;
  leftOut: PreparedDays['leftOut'];
  compared: {
    weights: number[];
    /** Typical distance before the start, as a share. */ fitError: number;
    placebos: Interval[];
    rank: number;
  } | null;
  days: ResultDay[];
};

const FEWEST_DURING = 10;
const TWO_YEARS = 700;

export const designOf = (plan: PilotPlan, spanBefore: number): Design => ({
  start: startOf(plan),
  weekdays: true,
  waves: plan.method === 'before-after' ? (spanBefore >= TWO_YEARS ? 2 : 1) : 0,
  slopes: plan.method === 'interrupted',
  confidence: plan.confidence,
});

export const spanOf = (days: readonly { at: number }[]): number =>
  (days.at(-1)?.at ?? 0) - (days[0]?.at ?? 0) + 1;

const rounded = (value: number): number => Number(value.toPrecision(6));
const asShares = ({ estimate, low, high }: Interval): Interval => ({
  estimate: rounded(Math.expm1(estimate)),
  low: rounded(Math.expm1(low)),
  high: rounded(Math.expm1(high)),
});

const comparedOf = ({ weights, fitError, placebos, rank }: ComparedEffect): PilotResult['compared'] => ({
  weights: weights.map(rounded),
  fitError: rounded(Math.expm1(fitError)),
  placebos: placebos.map(asShares),
  rank: rounded(rank),
});

type Estimated = { effect: Interval; slope: Interval | undefined; without: (day: StudyDay) => number } & {
  compared: PilotResult['compared'];
};

const estimate = (plan: PilotPlan, days: readonly StudyDay[], design: Design): Estimated | undefined => {
  if (comparing.includes(plan.method)) {
    const found = effectAgainstOthers(days, design, plan.method === 'synthetic' ? 'nearest' : 'alike');
    return found && { ...found, compared: comparedOf(found) };
  }
  const found = effectOfStart(days, design);
  return found && { ...found, without: ({ at }) => found.without(at), compared: null };
};

/** What a pilot has shown, by the method of its plan; one that cannot be told says so. */
export const pilotEffect = (plan: PilotPlan, { days, leftOut }: PreparedDays): PilotResult => {
  const start = startOf(plan);
  const before = days.filter(({ at }) => at < start);
  const during = days.length - before.length;
  const found = during >= FEWEST_DURING ? estimate(plan, days, designOf(plan, spanOf(before))) : undefined;
  const counts = { before: before.length, during, leftOut };
  if (!found)
    return { verdict: 'cannot-tell', change: null, slope: null, ...counts, compared: null, days: [] };
  const change = asShares(found.effect);
  return {
    verdict: verdictOf(change, plan.direction, plan.smallest / 100),
    change,
    slope: found.slope ? asShares(found.slope) : null,
    ...counts,
    compared: found.compared,
    days: days.map((day) => [day.day, rounded(Math.exp(day.log)), rounded(Math.exp(found.without(day)))]),
  };
};
