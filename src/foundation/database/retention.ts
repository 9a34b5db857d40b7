import type { Message } from '../i18n/message.ts';
import type { Context } from './context.ts';

/** One class of data: how long it is kept and why. Residents read this table, and a nightly job enforces it. */
export type RetentionRule = {
  /** A short word for the log and for tests. */ dataClass: string;
  what: Message;
  /** In days, or until something happens that `kept` names. */ keptDays: number | 'until';
  kept: Message;
  /** Law or purpose. */ why: Message;
  /** Deletes what is over, @returns how many rows. Absent: nothing ends by time alone. */
  prune?: (context: Context) => Promise<number>;
};

const DAY_MILLISECONDS = 86_400_000;

export const daysBefore = (now: Date, days: number): Date =>
  new Date(now.getTime() - days * DAY_MILLISECONDS);
