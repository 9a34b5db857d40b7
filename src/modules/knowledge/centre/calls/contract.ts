/** What is known of a funding programme or call; blanks are absent. Days are `YYYY-MM-DD`. */
export type CallFacts = {
  title: string;
  giver: string;
  area?: string;
  eligible?: string;
  amount?: string;
  field?: string;
  opens?: string;
  closes?: string;
  /** The source says that nothing can be asked for now, whatever the days. */ isSaidClosed?: boolean;
  /** Deadline or state in the words of the list. */ words?: string;
  /** How old the source is, as it says itself. */ sourceState?: string;
  sourceUrl: string;
};

/** Computed from days; what is not known is never called open. */
export type CallState = 'open' | 'ahead' | 'unknown' | 'closed';

export type CallFault = 'missing' | 'too-long' | 'no-day' | 'no-link' | 'no-choice' | 'before-start';
export type CallFaults = Partial<Record<keyof CallFacts, CallFault>>;
