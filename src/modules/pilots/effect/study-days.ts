import type { ComparedDay } from '../../../foundation/statistics/effect-against-others.ts';
import type { DayValue, PilotPlan } from '../contract.ts';

export type Reason = 'holiday' | 'chosen' | 'zero' | 'defect' | 'gap';
export type StudyDay = ComparedDay & { day: string };
export type PreparedDays = { days: StudyDay[]; leftOut: Record<Reason, number> };

// Days count from a Monday, so that their remainder by seven is the weekday.
const MONDAY = Date.parse('2000-01-03');
const DAY_MILLISECONDS = 86_400_000;
const numberOf = (day: string): number => (Date.parse(day) - MONDAY) / DAY_MILLISECONDS;
const dayOf = (at: number): string => new Date(MONDAY + at * DAY_MILLISECONDS).toISOString().slice(0, 10);

const NEAR_DAYS = 42;
const DEFECT_SHARE = 0.1;

/** A counter that shows less than a tenth of what the same weekdays nearby show is broken, not deserted. */
const defectsOf = (values: ReadonlyMap<number, number>): Set<number> =>
  new Set(
    [...values].flatMap(([at, value]) => {
      const same: number[] = [];
      for (let near = at - NEAR_DAYS; near <= at + NEAR_DAYS; near += 7) {
        const other = values.get(near);
        if (other !== undefined) same.push(other);
      }
      const usual = same.toSorted((a, b) => a - b)[Math.floor(same.length / 2)] ?? 0;
      return value < DEFECT_SHARE * usual ? [at] : [];
    }),
  );

type Numbered = { values: ReadonlyMap<number, number>; defects: ReadonlySet<number> };

const numbered = (days: readonly DayValue[]): Numbered => {
  const values = new Map(days.map(([day, value]) => [numberOf(day), value]));
  return { values, defects: defectsOf(values) };
};

type Series = { indicators: readonly (readonly DayValue[])[]; comparisons: readonly (readonly DayValue[])[] };

/**
 * The days of a study in logarithms, and how many were left out and why: holidays and stretches as the plan has them,
 * days on which a counter was broken or silent, and days without any count, which have no logarithm.
 */
export const prepareDays = (
  plan: Pick<PilotPlan, 'leaveOutHolidays' | 'leftOut'>,
  series: Series,
  range: { from: string; to: string },
  isHoliday: (day: string) => boolean,
): PreparedDays => {
  const own = series.indicators.map(numbered);
  const others = series.comparisons.map(numbered);
  const all = [...own, ...others];
  const leftOut: PreparedDays['leftOut'] = { holiday: 0, chosen: 0, zero: 0, defect: 0, gap: 0 };
  const days: StudyDay[] = [];
  const reasonFor = (at: number, day: string): Reason | undefined => {
    if (plan.leftOut.some(({ from, to }) => from <= day && day <= to)) return 'chosen';
    if (plan.leaveOutHolidays && isHoliday(day)) return 'holiday';
    if (all.some(({ values }) => !values.has(at))) return 'gap';
    if (all.some(({ defects }) => defects.has(at))) return 'defect';
    return all.some(({ values }) => values.get(at) === 0) ? 'zero' : undefined;
  };
  if (own.length === 0) return { days, leftOut };
  for (let at = numberOf(range.from); at <= numberOf(range.to); at += 1) {
    const day = dayOf(at);
    const reason = reasonFor(at, day);
    if (reason) leftOut[reason] += 1;
    else
      days.push({
        at,
        day,
        log: Math.log(own.reduce((sum, { values }) => sum + (values.get(at) ?? 0), 0)),
        others: others.map(({ values }) => Math.log(values.get(at) ?? Number.NaN)),
      });
  }
  return { days, leftOut };
};

export const startOf = ({ start }: Pick<PilotPlan, 'start'>): number => numberOf(start);
