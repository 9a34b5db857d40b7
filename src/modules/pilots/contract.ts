/** How an effect is told from everything else that happened meanwhile. */
export const methods = ['before-after', 'interrupted', 'differences', 'synthetic'] as const;
export type Method = (typeof methods)[number];

/** Methods that need series which were not treated. */
export const comparing: readonly Method[] = ['differences', 'synthetic'];

export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

export type Verdict = 'works' | 'does-not' | 'cannot-tell';

export const choices = ['scale', 'change', 'stop'] as const;
export type Choice = (typeof choices)[number];

/** The plan of a pilot: everything that is decided before the start, and hashed. */
export type PilotPlan = {
  title: string;
  goal: string;
  hypothesis: string;
  /** Task of who answers for it: never a name. */ role: string;
  measure: string | null;
  direction: Direction;
  /** In per cent: below it, nobody would act differently. */ smallest: number;
  /** References of series; several are summed. */ indicators: string[];
  comparisons: string[];
  method: Method;
  confidence: 0.9 | 0.95 | 0.99;
  leaveOutHolidays: boolean;
  leftOut: { from: string; to: string; reason: string }[];
  baselineFrom: string;
  start: string;
  end: string;
};

/** A series of daily values that something measures. */
export type SeriesInfo = {
  ref: string;
  name: string;
  unit: string /** Who measured, under which licence. */;
  source: string;
};
export type DayValue = readonly [day: string, value: number];

/** Where daily values come from: composed by whoever knows the modules that measure. */
export type IndicatorSource = {
  list: (ars: string) => Promise<SeriesInfo[]>;
  read: (ars: string, ref: string, from: string, to: string) => Promise<DayValue[]>;
};

/** The payload of the event `effect-published`. */
export type EffectPublished = {
  ars: string;
  pilot: string;
  measure: string | null;
  title: string;
  indicator: string;
  verdict: Verdict;
  /** In per cent; null where too little was measured. */ change: {
    estimate: number;
    low: number;
    high: number;
    unit: '%';
    confidence: number;
  } | null;
  recommendation: { choice: Choice; text: string };
  /** Within this house. */ path: string;
};
