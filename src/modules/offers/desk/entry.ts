import { addDays, berlinDay, type Day } from '../../../foundation/time/zone.ts';
import { type Field, tableFields } from '../import/table/table-mapping.ts';
import type { OfferFacts, Schedule } from '../offer.ts';
import { firstDates } from '../schedule.ts';

/** What an editor fills in: the columns of a spreadsheet without its id, kept as text. Absent is unknown. */
export type EntryField = Exclude<Field, 'id'>;
export type EntryFields = Partial<Record<EntryField, string>>;

export const entryFields: EntryField[] = tableFields.filter((field) => field !== 'id');

export type Entry = {
  ars: string;
  organisationId: string;
  id: string;
  /** The id that the town's own table gives it; begins with a tilde where it was made of name, place and date. */
  reference: string | null;
  fields: EntryFields;
  /** Counts the changes, so that nobody writes over what somebody else has just saved. */ version: number;
  publishAt: Date | null;
  expiresAt: Date | null;
  publishedFields: EntryFields | null;
  publishedAt: Date | null;
  offerId: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: 'person' | 'expiry' | null;
  /** When somebody should see whether it still holds. */ reviewOn: Day | null;
  /** When somebody last said that it holds. */ checkedAt: Date | null;
  /** Null: nobody looks after it. */ owner: string | null;
  sheetId: string | null;
  createdAt: Date;
  changedAt: Date;
};

export type EntryKey = { ars: string; id: string };

export const entryStates = ['draft', 'scheduled', 'published', 'withdrawn', 'expired'] as const;
export type EntryState = (typeof entryStates)[number];

type Stamps = Pick<Entry, 'publishAt' | 'expiresAt' | 'publishedAt' | 'withdrawnAt' | 'withdrawnBy'>;

/** What the public sees of an entry. A published one can have newer texts beside it, see `hasNewerTexts`. */
export const stateOf = (entry: Stamps, now: Date): EntryState => {
  const isOut = entry.publishedAt !== null && entry.withdrawnAt === null;
  if (isOut) return entry.expiresAt !== null && entry.expiresAt <= now ? 'expired' : 'published';
  if (entry.publishAt !== null) return 'scheduled';
  if (entry.withdrawnAt === null) return 'draft';
  return entry.withdrawnBy === 'expiry' ? 'expired' : 'withdrawn';
};

const isSameText = (a: EntryFields, b: EntryFields): boolean =>
  entryFields.every((field) => (a[field] ?? '') === (b[field] ?? ''));

export const changedFields = (before: EntryFields, after: EntryFields): EntryField[] =>
  entryFields.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));

export const hasNewerTexts = ({
  fields,
  publishedFields,
}: Pick<Entry, 'fields' | 'publishedFields'>): boolean =>
  publishedFields !== null && !isSameText(fields, publishedFields);

const DAYS_BETWEEN_REVIEWS = 180;
const MOST_DATES_LOOKED_AT = 1_000;

/** Places are looked at again after half a year, events on the day after their last date. */
export const nextReview = (facts: OfferFacts, now: Date): Day => {
  const today = berlinDay(now);
  const later = addDays(today, DAYS_BETWEEN_REVIEWS);
  if (facts.kind === 'place') return later;
  const after = addDays(lastDayOf(facts.schedule), 1);
  if (after <= today) return addDays(today, 1);
  // A weekly market of events goes on for years: it is looked at like a place.
  return facts.schedule.rrule !== undefined && after > later ? later : after;
};

const lastDayOf = (schedule: Schedule): Day => {
  const days = [schedule, ...firstDates(schedule, MOST_DATES_LOOKED_AT), ...(schedule.extra ?? [])]
    .map(({ start, end }) => (end ?? start).slice(0, 'YYYY-MM-DD'.length))
    .sort();
  return days.at(-1) ?? schedule.start;
};
