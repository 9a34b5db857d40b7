import { berlinDay } from '../../../foundation/time/zone.ts';
import type { Age, EntryKind, Evidence, Parts } from './contract.ts';

const MONTH_MILLISECONDS = 30.44 * 86_400_000;
const FRESH_MONTHS = 12;
const AGEING_MONTHS = 24;

/** Computed, not claimed: figures afterwards make it counted, figures before and a comparison make it compared. */
export const evidenceOf = ({ before, after, compared }: Parts): Evidence => {
  if (after === undefined || !/\d/.test(after)) return 'told';
  return before !== undefined && compared !== undefined && /\d/.test(before) ? 'compared' : 'counted';
};

const monthsBetween = (then: Date, now: Date): number =>
  Math.max(0, (now.getTime() - then.getTime()) / MONTH_MILLISECONDS);

/** What nobody has confirmed for a year turns visibly old, and after two years is called old; a day that is over is over. */
export const ageOf = (
  { kind, parts, lastSign }: { kind: EntryKind; parts: Parts; lastSign: Date },
  now: Date,
): Age => {
  const lastDay = parts.ends ?? parts.starts;
  if (kind === 'event' && lastDay !== undefined && lastDay < berlinDay(now)) return 'old';
  const months = monthsBetween(lastSign, now);
  if (months < FRESH_MONTHS) return 'fresh';
  return months < AGEING_MONTHS ? 'ageing' : 'old';
};
