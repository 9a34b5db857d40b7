import type { NoticePace, NoticeTopic } from '../contract.ts';

/** Times of day in Berlin, `HH:MM`, half-open; one that ends before it begins goes past midnight. */
export type QuietHours = { from: string; to: string };

/** Absent quiet hours: mails may come at any time, on Sundays and holidays too. */
export type NoticeSetting = { paces: Record<NoticeTopic, NoticePace>; quiet: QuietHours | undefined };

export const DEFAULT_QUIET: QuietHours = { from: '20:00', to: '07:00' };

/** What concerns the account itself, its safety first of all, cannot be switched off. */
export const isAlwaysSent = (topic: NoticeTopic): boolean => topic === 'account';

/** Who is on the way, or near a river that rises, cannot wait until the night is over; who does not want it switches it off. */
export const isUrgent = (topic: NoticeTopic): boolean => topic === 'parking' || topic === 'alerts';

export const paceOf = (topic: NoticeTopic, chosen: NoticePace | null | undefined): NoticePace =>
  isAlwaysSent(topic) ? 'atOnce' : (chosen ?? (isUrgent(topic) ? 'atOnce' : 'daily'));
