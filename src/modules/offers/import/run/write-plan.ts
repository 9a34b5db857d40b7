import type { Context, Database } from '../../../../foundation/database/context.ts';
import { addDays, berlinDay, fromBerlin, type Interval } from '../../../../foundation/time/zone.ts';
import { categories } from '../../category.ts';
import type { EventFacts, OfferFacts } from '../../offer.ts';
import { saveSightings, vanishSightings } from './import-store.ts';
import { addWordCounts, lexiconOf } from './lexicon.ts';
import { replaceOccurrences } from './occurrence-store.ts';
import {
  listEventsAt,
  listSharedEvents,
  type OfferRow,
  type StoredEvent,
  saveOffers,
} from './offer-store.ts';
import { searchTextOf } from './offer-text.ts';
import type { Change, ImportPlan } from './plan-import.ts';
import type { Prepared } from './prepare-records.ts';
import { fillMissing, isSameEvent, nameKey } from './same-event.ts';
import type { Source } from './source.ts';
import { countWords, listFrequentWords } from './word-store.ts';

const BATCH = 1_000;
const DAYS_AHEAD = 396;

/** Today and the thirteen months after it. */
export const occurrenceWindow = (now: Date): Interval => {
  const today = berlinDay(now);
  return { start: fromBerlin(today), end: fromBerlin(addDays(today, DAYS_AHEAD)) };
};

/**
 * To be called in a transaction that holds the source.
 * @returns how many records turned out to be events that another source had brought.
 */
export const writePlan = async (
  context: Context,
  source: Source,
  plan: ImportPlan,
  at: Date,
): Promise<number> => {
  const { database } = context;
  const lexicon = lexiconOf(await listFrequentWords(database));
  const words = new Map<string, number>();
  let merged = 0;
  for (let from = 0; from < plan.changes.length; from += BATCH)
    merged += await writeBatch(
      context,
      source,
      plan.changes.slice(from, from + BATCH),
      { lexicon, words },
      at,
    );
  await countWords(database, words);
  const gone = [...plan.vanished, ...plan.leftBehind];
  for (let from = 0; from < gone.length; from += BATCH)
    await vanishSightings(database, source, gone.slice(from, from + BATCH), at);
  return merged;
};

/** A change together with the offer that it leads to. */
type Resolved = { record: Prepared; offerId: string; facts: OfferFacts; fills: boolean };

/** What compounds are split by, and the words counted so far. */
type Vocabulary = { lexicon: ReadonlySet<string>; words: Map<string, number> };

const writeBatch = async (
  context: Context,
  source: Source,
  changes: Change[],
  { lexicon, words }: Vocabulary,
  at: Date,
): Promise<number> => {
  const { database } = context;
  const others = await listOthers(database, source, changes);
  const resolved = changes.map((change) => resolve(change, others, context.newId));
  const rows: OfferRow[] = resolved.map(({ record, offerId, facts, fills }) => ({
    ars: record.ars,
    id: offerId,
    facts,
    fills,
    searchText: searchTextOf(facts, lexicon, categories[facts.category].de),
  }));
  // Two records of one file may fill the same offer: a statement may not touch a row twice, the last one wins.
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
  await saveOffers(database, source, distinct, at);
  await saveSightings(
    database,
    source,
    resolved.map(({ record: { ars, foreignId, hash, url }, offerId, fills }) => ({
      ars,
      foreignId,
      offerId,
      hash,
      fills,
      ...(url === undefined ? {} : { url }),
    })),
    at,
  );
  await replaceOccurrences(database, distinct.flatMap(eventOf), occurrenceWindow(at));
  addWordCounts(
    words,
    distinct.map((row) => row.searchText),
  );
  return resolved.filter(({ fills }, index) => fills && changes[index]?.kind === 'created').length;
};

const eventOf = ({ ars, id, facts }: OfferRow): StoredEvent[] =>
  facts.kind === 'event' ? [{ ars, id, facts }] : [];

/** `alike` by municipality, start and name: thousands of events may begin at the same time. */
type Others = { alike: Map<string, StoredEvent[]>; shared: Map<string, StoredEvent> };

const alikeKey = (ars: string, facts: EventFacts): string =>
  [ars, facts.schedule.start, nameKey(facts)].join(' ');

const listOthers = async (database: Database, source: Source, changes: Change[]): Promise<Others> => {
  const starts = changes.flatMap(({ record: { ars, facts }, offerId }) =>
    facts.kind === 'event' && offerId === undefined ? [{ ars, start: facts.schedule.start }] : [],
  );
  const known = changes.flatMap(({ record: { ars }, offerId }) =>
    offerId === undefined ? [] : [{ ars, id: offerId }],
  );
  const shared = known.length > 0 ? await listSharedEvents(database, known) : [];
  const sameStart = starts.length > 0 ? await listEventsAt(database, source, starts) : [];
  return {
    alike: Map.groupBy(sameStart, (event) => alikeKey(event.ars, event.facts)),
    shared: new Map(shared.map((event) => [event.id, event])),
  };
};

const resolve = ({ record, offerId, fills }: Change, others: Others, newId: () => string): Resolved => {
  const { facts, ars } = record;
  if (facts.kind !== 'event') return { record, offerId: offerId ?? newId(), facts, fills: false };
  if (offerId !== undefined) {
    const stored = others.shared.get(offerId)?.facts;
    if (!stored) return { record, offerId, facts, fills: false };
    return { record, offerId, fills, facts: fills ? fillMissing(stored, facts) : fillMissing(facts, stored) };
  }
  const same = others.alike.get(alikeKey(ars, facts))?.find((other) => isSameEvent(other.facts, facts));
  if (!same) return { record, offerId: newId(), facts, fills: false };
  return { record, offerId: same.id, facts: fillMissing(same.facts, facts), fills: true };
};
