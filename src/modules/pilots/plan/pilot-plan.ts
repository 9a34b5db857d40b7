import type { Choice, DayValue, PilotPlan, SeriesInfo } from '../contract.ts';
import type { PilotResult } from '../effect/pilot-effect.ts';

export type PilotState = 'draft' | 'frozen' | 'evaluated' | 'published';

/** A pilot as it is stored. */
export type Pilot = {
  ars: string;
  id: string;
  plan: PilotPlan;
  state: PilotState;
  revision: number;
  planHash: string | null;
  baselineHash: string | null;
  frozenAt: Date | null;
  result: PilotResult | null;
  evaluatedAt: Date | null;
  recommendation: { choice: Choice; text: string } | null;
  publishedAt: Date | null;
  demonstration: boolean;
  changedAt: Date;
};

/** What was noted on the way: a building site, a strike, a defect. */
export type RunEvent = { id: string; day: string; text: string };

export type BaselineSeries = SeriesInfo & { part: 'indicator' | 'comparison'; days: DayValue[] };

/** What was measured before the start, copied and hashed. */
export type Baseline = { from: string; to: string; series: BaselineSeries[] };

const RUN_DAYS = 56;
const BASELINE_DAYS = 120;

const dayAt = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

export const emptyPlan = (title: string, today: string): PilotPlan => ({
  title,
  goal: '',
  hypothesis: '',
  role: '',
  measure: null,
  direction: 'up',
  smallest: 10,
  indicators: [],
  comparisons: [],
  method: 'differences',
  confidence: 0.95,
  leaveOutHolidays: true,
  leftOut: [],
  baselineFrom: dayAt(today, -BASELINE_DAYS),
  start: dayAt(today, 7),
  end: dayAt(today, 6 + RUN_DAYS),
});
