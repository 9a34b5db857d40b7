import { addDays, type Day, daysBetween } from '../../../../foundation/time/zone.ts';

/** How it is measured and judged; part of what is frozen. */
export const METHOD = {
  outcome:
    'seconds of search in a drive, from reaching the circle of 400 m around the destination to standing',
  model:
    'ln E[search] = district + day + effect * pilot * after; Poisson pseudo-likelihood, one cluster per day',
  shown:
    'interval of 95 % and permutation of days, both at 5 %; published two weeks after the last day, not before',
  checks: 'placebo date in the middle of the first period; week by week',
};

/** What a town promises to measure, before it knows the result. */
export type PilotPlan = {
  name: string;
  pilotDistrict: string;
  pilotWhere: string;
  controlDistrict: string;
  controlWhere: string;
  beforeFrom: Day;
  beforeTo: Day;
  afterFrom: Day;
  afterTo: Day;
  /** Days of measuring in each period. */ days: number;
  /** Drives measured on each of them in each district. */ drives: number;
  /** The smallest change that would matter, in per cent. */ smallestPercent: number;
  method: typeof METHOD;
};

export const planBounds = {
  days: { least: 5, most: 120 },
  drives: { least: 10, most: 500 },
  smallestPercent: { least: 5, most: 60 },
} as const;

export type PeriodFault = 'out-of-order' | 'too-short';

/** Periods follow each other, and each has room for its days. */
export const periodFault = (
  plan: Pick<PilotPlan, 'beforeFrom' | 'beforeTo' | 'afterFrom' | 'afterTo' | 'days'>,
): PeriodFault | undefined => {
  const { beforeFrom, beforeTo, afterFrom, afterTo, days } = plan;
  if (!(beforeFrom < beforeTo && beforeTo < afterFrom && afterFrom < afterTo)) return 'out-of-order';
  const isShort = [daysBetween(beforeFrom, beforeTo), daysBetween(afterFrom, afterTo)].some(
    (room) => room + 1 < days,
  );
  return isShort ? 'too-short' : undefined;
};

/** In which period a day lies. */
export const periodOf = (plan: PilotPlan, day: Day): 'before' | 'after' | undefined => {
  if (plan.beforeFrom <= day && day <= plan.beforeTo) return 'before';
  return plan.afterFrom <= day && day <= plan.afterTo ? 'after' : undefined;
};

/** A plan that is frozen after the measuring began is no promise. */
export const mayFreeze = (plan: PilotPlan, today: Day): boolean => today <= plan.beforeFrom;

/** Files come in for so long after the last day of measuring. */
const UPLOAD_DAYS = 14;

export const resultDay = ({ afterTo }: PilotPlan): Day => addDays(afterTo, UPLOAD_DAYS + 1);

/** Nobody looks into the result before all is measured: whoever looks early stops when it suits. */
export const isOver = (plan: PilotPlan, today: Day): boolean => today >= resultDay(plan);
