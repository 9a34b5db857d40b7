import type { LonLat } from '../../../foundation/geo/point.ts';
import { type ReportCategory, type ReportState, reportStates, type StepBy } from '../contract.ts';

/** A report as it is stored. */
export type Report = {
  ars: string;
  id: string;
  category: ReportCategory;
  text: string;
  address: string;
  point: LonLat;
  state: ReportState;
  supporters: number;
  reportedAt: Date;
  changedAt: Date;
  closedAt: Date | null;
};

export type Step = { id: string; state: ReportState; note: string; by: StepBy; at: Date };

/** Within so many metres of the same kind it is probably the same: a crossing is about as wide. */
export const SAME_WITHIN_METRES = 50;
const REOPENED_WITHIN_DAYS = 90;
const DAY = 86_400_000;

const BY_TOWN: Record<ReportState, readonly ReportState[]> = {
  received: ['accepted', 'in-progress', 'fixed', 'declined'],
  accepted: ['in-progress', 'fixed', 'declined'],
  'in-progress': ['accepted', 'fixed', 'declined'],
  fixed: ['accepted'],
  declined: ['accepted'],
};

/** Where a town can take it from here. */
export const nextStates = (state: ReportState): readonly ReportState[] => BY_TOWN[state];

export const isOpen = (state: ReportState): boolean => !['fixed', 'declined'].includes(state);

/** Before somebody of the town has looked, neither text nor picture is shown: just that something was reported here. */
export const isShown = (state: ReportState): boolean => state !== 'received' && state !== 'declined';

/** Who reported it says that it is not fixed, as long as anybody remembers. */
export const mayReopen = ({ state, closedAt }: Pick<Report, 'state' | 'closedAt'>, now: Date): boolean =>
  state === 'fixed' && closedAt !== null && now.getTime() - closedAt.getTime() <= REOPENED_WITHIN_DAYS * DAY;

export const isReportState = (text: string | undefined): text is ReportState =>
  reportStates.some((one) => one === text);
