import type { Context } from '../../../foundation/database/context.ts';
import { addDays, berlinDay } from '../../../foundation/time/zone.ts';
import type { Acting } from '../../accounts/index.ts';
import { markSeen, saveSource } from '../import/run/import-store.ts';
import type { Places } from '../import/run/source.ts';
import { actOnEntry, type UnknownEntry } from './act-on-entry.ts';
import { checkEntry } from './check-entry.ts';
import { deskSource } from './desk-source.ts';
import type { Faulty } from './edit-entry.ts';
import { type Entry, nextReview, stateOf } from './entry.ts';
import { stampEntry } from './entry-store.ts';
import { putOut, takeIn } from './put-out.ts';

type When = {
  id: string;
  /** Absent: now. */ at?: Date | undefined;
  /** Null: it stays until somebody withdraws it. Absent: it ends when it was to end before. */
  until?: Date | null | undefined;
};

export type PublishRefusal = UnknownEntry | Faulty | { refused: 'no-municipality' | 'ends-before-it-begins' };

/** Lets the public see the entry as it is now, at once or at an instant. */
export const publishEntry = (
  context: Context,
  acting: Acting,
  { id, at, until }: When,
  places: Places,
): Promise<Entry | PublishRefusal> => {
  const now = context.clock();
  const isLater = at !== undefined && at > now;
  const act = isLater ? 'schedule-entry' : 'publish-entry';
  return actOnEntry<Entry | PublishRefusal>(context, acting, { id, act }, async (inside, entry) => {
    const source = deskSource(acting.organisation);
    const checked = checkEntry(entry.fields);
    if ('faults' in checked) return { refused: 'faulty', faults: checked.faults };
    if (until && until <= (isLater ? at : now)) return { refused: 'ends-before-it-begins' };
    if (until !== undefined) await stampEntry(inside.database, entry, { expires_at: until });
    if (isLater) {
      // The job that keeps the schedule knows the organisation by its source.
      await saveSource(inside.database, source);
      await stampEntry(inside.database, entry, { publish_at: at });
      return entry;
    }
    const [not] = await putOut(inside, source, [entry], places);
    if (not?.refused === 'no-municipality') throw new NowhereError();
    return entry;
  }).catch((error: unknown) => {
    if (error instanceof NowhereError) return { refused: 'no-municipality' };
    throw error;
  });
};

/** Takes back what the transaction has stamped so far. */
class NowhereError extends Error {}

/** Takes a date of publication back. */
export const cancelSchedule = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<Entry | UnknownEntry | { refused: 'not-scheduled' }> =>
  actOnEntry(context, acting, { id, act: 'cancel-schedule' }, async ({ database }, entry) => {
    if (entry.publishAt === null) return { refused: 'not-scheduled' as const };
    await stampEntry(database, entry, { publish_at: null });
    return entry;
  });

export const withdrawEntry = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
  places: Places,
): Promise<Entry | UnknownEntry | { refused: 'not-public' }> =>
  actOnEntry(context, acting, { id, act: 'withdraw-entry' }, async (inside, entry) => {
    if (entry.publishedAt === null || entry.withdrawnAt !== null) return { refused: 'not-public' as const };
    await takeIn(inside, deskSource(acting.organisation), [id], 'person', places);
    return entry;
  });

/** Puts back what was public before it was withdrawn, not what may have been written since. */
export const restoreEntry = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
  places: Places,
): Promise<Entry | UnknownEntry | { refused: 'not-withdrawn' }> =>
  actOnEntry(context, acting, { id, act: 'restore-entry' }, async (inside, entry) => {
    const fields = entry.publishedFields;
    if (fields === null || entry.withdrawnAt === null) return { refused: 'not-withdrawn' as const };
    const not = await putOut(inside, deskSource(acting.organisation), [{ id, fields }], places);
    return not.length > 0 ? { refused: 'not-withdrawn' as const } : entry;
  });

/** »Noch richtig«: the public sees that somebody has looked, and the next review is put off. */
export const confirmEntry = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<Entry | UnknownEntry | { refused: 'not-public' }> =>
  actOnEntry(context, acting, { id, act: 'confirm-entry' }, async ({ database }, entry) => {
    const now = context.clock();
    if (stateOf(entry, now) !== 'published' || entry.publishedFields === null)
      return { refused: 'not-public' as const };
    const checked = checkEntry(entry.publishedFields);
    const reviewOn = 'facts' in checked ? nextReview(checked.facts, now) : addDays(berlinDay(now), 1);
    await stampEntry(database, entry, { review_on: reviewOn, checked_at: now });
    await markSeen(database, deskSource(acting.organisation), [id], now);
    return entry;
  });
