import { detectableChange } from '../../../foundation/statistics/detectable-change.ts';
import { effectAgainstOthers } from '../../../foundation/statistics/effect-against-others.ts';
import { comparing, type PilotPlan } from '../contract.ts';
import { designOf, spanOf } from './pilot-effect.ts';
import type { StudyDay } from './study-days.ts';

/** The smallest change, as a share, that a run of some weeks shows in four of five cases. */
export type PowerRow = { weeks: number; change: number };

const WEEKS = [2, 4, 6, 8, 12, 16, 26];
const PRETENDED = [1 / 3, 1 / 2, 2 / 3];

const weeksOf = ({ start, end }: PilotPlan): number =>
  Math.max(2, Math.round((Date.parse(end) - Date.parse(start)) / (7 * 86_400_000)));

/**
 * From the days before the start alone. Where other series are compared, starts are pretended among them: how far the
 * others then drift apart at most is how much the interval will be stretched.
 */
export const powerTable = (plan: PilotPlan, before: readonly StudyDay[]): PowerRow[] => {
  const design = designOf(plan, spanOf(before));
  let days: { at: number; log: number }[] = [...before];
  let widened = 1;
  if (comparing.includes(plan.method)) {
    const weighing = plan.method === 'synthetic' ? 'nearest' : 'alike';
    const found = PRETENDED.flatMap((share) => {
      const start = before[Math.floor(before.length * share)]?.at ?? design.start;
      return effectAgainstOthers(before, { ...design, start }, weighing) ?? [];
    });
    const last = found.at(-1);
    if (!last) return [];
    widened = Math.max(...found.map((one) => one.widened));
    days = before.map((day) => ({
      at: day.at,
      log: day.log - day.others.reduce((sum, other, at) => sum + (last.weights[at] ?? 0) * other, 0),
    }));
  }
  const weeks = [...new Set([...WEEKS, weeksOf(plan)])].toSorted((a, b) => a - b);
  return weeks.flatMap((one) => {
    const log = detectableChange(days, { ...design, weeks: one }, widened);
    if (log === undefined || !Number.isFinite(log)) return [];
    return [{ weeks: one, change: plan.direction === 'up' ? Math.expm1(log) : -Math.expm1(-log) }];
  });
};
