import {
  type Estimate,
  naiveChange,
  usableDays,
} from '../../../../foundation/statistics/difference-in-differences.ts';
import type { Interval } from '../../../../foundation/statistics/interval.ts';
import { eventStudy, type TimedDay } from '../../../../foundation/statistics/trend.ts';
import { type Day, daysBetween } from '../../../../foundation/time/zone.ts';
import { randomOf } from '../../simulator/days/random.ts';
import { FEWEST } from '../../town/figures.ts';
import { judge } from './judge.ts';
import { type PilotPlan, periodOf } from './plan.ts';

/** What was measured on one day in one of the districts. */
export type DayOfDistrict = { day: Day; isPilot: boolean; seconds: number; drives: number };

export type Cell = { drives: number; days: number /** Absent below ten drives. */; meanSeconds?: number };

export type Verdict = 'fallen' | 'risen' | 'not-shown' | 'not-measurable';

/** Shares: −0.2 is a fifth less. */
type Week = { from: Day; to: Day; isAfter: boolean; change: Interval };

export type Report = {
  cells: Record<'pilotBefore' | 'pilotAfter' | 'controlBefore' | 'controlAfter', Cell>;
  verdict: Verdict;
  /** Days on which both districts were measured, before and after. */ days: {
    before: number;
    after: number;
  };
  change?: Interval;
  pValue?: number;
  permutation?: number;
  naive?: number;
  placebo?: { change: Interval; isShown: boolean };
  weeks: Week[];
};

const FEWEST_DAYS = 5;
const ROUNDS = 999;
const STRETCH_DAYS = 7;

const cellOf = (rows: readonly DayOfDistrict[]): Cell => {
  const drives = rows.reduce((sum, row) => sum + row.drives, 0);
  const seconds = rows.reduce((sum, row) => sum + row.seconds, 0);
  return { drives, days: rows.length, ...(drives >= FEWEST && { meanSeconds: seconds / drives }) };
};

const asShares = ({ effect: { estimate, low, high } }: Estimate): Interval => ({
  estimate: Math.expm1(estimate),
  low: Math.expm1(low),
  high: Math.expm1(high),
});

const studyDays = (plan: PilotPlan, rows: readonly DayOfDistrict[]): (TimedDay & { day: Day })[] =>
  [...Map.groupBy(rows, ({ day }) => day)].map(([day, both]) => {
    const of = (isPilot: boolean) => {
      const row = both.find((one) => one.isPilot === isPilot);
      return { sum: row?.seconds ?? 0, count: row?.drives ?? 0 };
    };
    const at = daysBetween(plan.beforeFrom, day);
    return { day, at, isAfter: periodOf(plan, day) === 'after', treated: of(true), control: of(false) };
  });

const dayAt = (plan: PilotPlan, at: number): Day => {
  const date = new Date(`${plan.beforeFrom}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + at);
  return date.toISOString().slice(0, 10);
};

/** Weeks in which each district has at least ten drives. */
const weeksOf = (plan: PilotPlan, days: readonly TimedDay[]): Week[] =>
  eventStudy(days, STRETCH_DAYS).flatMap(({ from, to, isAfter, estimate }) => {
    const inside = days.filter((day) => day.isAfter === isAfter && from <= day.at && day.at <= to);
    const count = (group: 'treated' | 'control') => inside.reduce((sum, day) => sum + day[group].count, 0);
    if (!estimate || count('treated') < FEWEST || count('control') < FEWEST) return [];
    return [{ from: dayAt(plan, from), to: dayAt(plan, to), isAfter, change: asShares(estimate) }];
  });

/** What a pilot has shown, by the method of its plan. Nothing is said of fewer than ten drives. */
export const reportOf = (plan: PilotPlan, rows: readonly DayOfDistrict[], seed: number): Report => {
  const cell = (isPilot: boolean, period: 'before' | 'after'): Cell =>
    cellOf(rows.filter((row) => row.isPilot === isPilot && periodOf(plan, row.day) === period));
  const cells = {
    pilotBefore: cell(true, 'before'),
    pilotAfter: cell(true, 'after'),
    controlBefore: cell(false, 'before'),
    controlAfter: cell(false, 'after'),
  };
  const days = studyDays(plan, rows);
  const usable = usableDays(days);
  const counts = {
    before: usable.filter(({ isAfter }) => !isAfter).length,
    after: usable.filter(({ isAfter }) => isAfter).length,
  };
  const isEnough =
    Object.values(cells).every(({ drives }) => drives >= FEWEST) &&
    Math.min(counts.before, counts.after) >= FEWEST_DAYS;
  const judged = isEnough ? judge(days, { random: randomOf(seed), rounds: ROUNDS }) : undefined;
  if (!judged) return { cells, verdict: 'not-measurable', days: counts, weeks: [] };
  const { estimate, placebo, hasDrifted, permutation, verdict } = judged;
  const naive = naiveChange(days);
  return {
    cells,
    verdict,
    days: counts,
    change: asShares(estimate),
    pValue: estimate.pValue,
    ...(permutation !== undefined && { permutation }),
    ...(naive !== undefined && { naive }),
    ...(placebo && { placebo: { change: asShares(placebo), isShown: hasDrifted } }),
    weeks: weeksOf(plan, days),
  };
};
