import { addDays, type Day } from '../../../foundation/time/zone.ts';
import { type Phase, phases } from '../contract.ts';

export type PhasePlan = {
  phase: Phase;
  from: Day;
  to: Day;
  /** When and where one meets, in the town's words. */ meeting: string;
  result: string;
};

/** What a room is about; the desk writes it. */
export type SprintFacts = {
  /** The complex of the town: »Ortsmitte«. */ title: string;
  /** `2027-1` */ quarter: string;
  question: string;
  /** Task of who answers for it: never a name. */ role: string;
  /** For those who do not want to or cannot write here. */ phone: string;
  address: string;
  /** Own rules beside those of the house. */ conduct: string;
  phases: PhasePlan[];
};

export type SprintDecision = { decided: string; reasons: string; not: string };
export type SprintState = 'draft' | 'open' | 'closed';

/** A sprint as it is stored. */
export type Sprint = {
  ars: string;
  id: string;
  facts: SprintFacts;
  state: SprintState;
  endsOn: Day;
  decision: SprintDecision | null;
  decidedAt: Date | null;
  revision: number;
  demonstration: boolean;
  createdAt: Date;
  changedAt: Date;
};

const FIRST_MONTH: Record<string, string> = { '1': '01', '2': '04', '3': '07', '4': '10' };
const PHASE_DAYS = 14;

export const isQuarter = (text: string): boolean => /^20\d\d-[1-4]$/.test(text);

/** Five times two weeks from the first Monday of the quarter on. */
export const phasesOf = (quarter: string): PhasePlan[] => {
  const first = `${quarter.slice(0, 4)}-${FIRST_MONTH[quarter.slice(5)] ?? '01'}-01`;
  const weekday = new Date(`${first}T00:00Z`).getUTCDay();
  const monday = addDays(first, (8 - weekday) % 7);
  return phases.map((phase, at) => ({
    phase,
    from: addDays(monday, at * PHASE_DAYS),
    to: addDays(monday, at * PHASE_DAYS + PHASE_DAYS - 3),
    meeting: '',
    result: '',
  }));
};

/** The quarter after the one in which a day lies. */
export const nextQuarter = (day: Day): string => {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return quarter === 4 ? `${Number(day.slice(0, 4)) + 1}-1` : `${day.slice(0, 4)}-${quarter + 1}`;
};

/** Which phase runs on a day: the last one that has begun; before the first one, the first. */
export const phaseOn = (plans: readonly PhasePlan[], day: Day): Phase =>
  (plans.findLast(({ from }) => from <= day) ?? plans[0])?.phase ?? 'understand';

export const lastDayOf = (plans: readonly PhasePlan[]): Day =>
  plans
    .map(({ to }) => to)
    .sort()
    .at(-1) ?? '';
