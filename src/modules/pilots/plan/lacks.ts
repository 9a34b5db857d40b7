import { comparing, type Method, type PilotPlan } from '../contract.ts';
import type { PreparedDays } from '../effect/study-days.ts';

export type Lack =
  | 'goal'
  | 'hypothesis'
  | 'role'
  | 'indicator'
  | 'comparisons'
  | 'no-comparison-wanted'
  | 'started'
  | 'baseline-short'
  | 'baseline-year'
  | 'gaps'
  | 'zeros';

/** Days with values that each method needs before the start. Yearly waves need each season once. */
const FEWEST_BEFORE: Record<Method, number> = {
  'before-after': 330,
  interrupted: 56,
  differences: 42,
  synthetic: 56,
};
const FEWEST_COMPARISONS: Partial<Record<Method, number>> = { differences: 3, synthetic: 5 };
const YEAR_DAYS = 364;
const MOST_GAPS = 0.2;
const MOST_ZEROS = 0.05;

/** What still stands between a draft and its freezing. `before` are its days as far as they are measured. */
export const lacksOf = (plan: PilotPlan, before: PreparedDays, today: string): Lack[] => {
  const span = (Date.parse(plan.start) - Date.parse(plan.baselineFrom)) / 86_400_000;
  const measured = before.days.length;
  const { zero, gap } = before.leftOut;
  const compares = comparing.includes(plan.method);
  const found: [Lack, boolean][] = [
    ['goal', plan.goal === ''],
    ['hypothesis', plan.hypothesis === ''],
    ['role', plan.role === ''],
    ['indicator', plan.indicators.length === 0],
    ['comparisons', compares && plan.comparisons.length < (FEWEST_COMPARISONS[plan.method] ?? 0)],
    ['no-comparison-wanted', !compares && plan.comparisons.length > 0],
    ['started', today > plan.start],
    ['baseline-year', plan.method === 'before-after' && span < YEAR_DAYS],
    ['baseline-short', plan.indicators.length > 0 && measured < FEWEST_BEFORE[plan.method]],
    ['gaps', measured > 0 && gap / (measured + gap) > MOST_GAPS],
    ['zeros', zero / Math.max(1, measured + zero) > MOST_ZEROS],
  ];
  return found.flatMap(([lack, isLacking]) => (isLacking ? [lack] : []));
};
