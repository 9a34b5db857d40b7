import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { type Acting, may } from '../../accounts/index.ts';
import { countWaiting } from './waiting-store.ts';

export type WaitingKind = 'drafts' | 'newer' | 'scheduled' | 'reviews' | 'expiring' | 'sheets';

/** `path` stands below the desk of the organisation. */
export type WaitingEntries = { kind: WaitingKind; count: number; due?: Date; path: string };

const DAYS_BEFORE_EXPIRY = 7;
const DAY_MILLISECONDS = 86_400_000;

/** What waits at the desk among entries and tables, for whoever may edit them. */
export const listWaitingEntries = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  acting: Acting,
): Promise<WaitingEntries[]> => {
  if (!may(acting, 'edit-offers')) return [];
  const now = clock();
  const expiringBy = new Date(now.getTime() + DAYS_BEFORE_EXPIRY * DAY_MILLISECONDS);
  const found = await countWaiting(database, acting.organisation, { today: berlinDay(now), expiringBy });
  if (!found) return [];
  const reviewDue = found.reviews_due === null ? null : fromBerlin(found.reviews_due);
  const at = (state: string) => `/angebote?zustand=${state}`;
  const all: [kind: WaitingKind, count: number, due: Date | null, path: string][] = [
    ['reviews', found.reviews, reviewDue, at('wiedervorlage')],
    ['expiring', found.expiring, found.expiring_due, at('published')],
    ['scheduled', found.scheduled, found.scheduled_due, at('scheduled')],
    ['sheets', found.sheets, null, '/tabellen'],
    ['drafts', found.drafts, null, at('draft')],
    ['newer', found.newer, null, at('geaendert')],
  ];
  return all
    .filter(([, count]) => count > 0)
    .map(([kind, count, due, path]) => ({ kind, count, path, ...(due && { due }) }));
};
