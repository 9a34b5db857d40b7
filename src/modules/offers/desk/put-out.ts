import { setImmediate } from 'node:timers/promises';
import type { Context } from '../../../foundation/database/context.ts';
import type { Places, Source } from '../import/run/source.ts';
import { writeRecords } from '../import/run/write-records.ts';
import type { OfferFacts } from '../offer.ts';
import { checkEntry, type EntryFault } from './check-entry.ts';
import { type Entry, nextReview } from './entry.ts';
import { markPublished, stampEntry } from './entry-store.ts';

export type NotPutOut = { id: string; refused: 'faulty' | 'no-municipality'; faults?: EntryFault[] };

// A whole table may be published at once; checking 5,000 entries in one go held every request for 0.4 s.
const ENTRIES_AT_ONCE = 200;

/**
 * Lets the public see entries, through the same path as any source's records; what cannot be read stays where it is.
 * To be called in a transaction that holds the entries.
 */
export const putOut = async (
  context: Context,
  source: Source,
  entries: Pick<Entry, 'id' | 'fields'>[],
  places: Places,
): Promise<NotPutOut[]> => {
  const not: NotPutOut[] = [];
  const readable = new Map<string, { fields: Entry['fields']; facts: OfferFacts }>();
  for (const [index, { id, fields }] of entries.entries()) {
    if (index % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) await setImmediate();
    const checked = checkEntry(fields);
    if ('faults' in checked) not.push({ id, refused: 'faulty', faults: checked.faults });
    else readable.set(id, { fields, facts: checked.facts });
  }
  if (readable.size === 0) return not;
  const records = [...readable].map(([foreignId, { facts }]) => ({ foreignId, facts }));
  const { written } = await writeRecords(context, source, { records, gone: [] }, places);
  const now = context.clock();
  const published = written.flatMap(({ foreignId: id, ars: offerArs, offerId }) => {
    const found = readable.get(id);
    readable.delete(id);
    return found
      ? [{ id, offerArs, offerId, fields: found.fields, reviewOn: nextReview(found.facts, now) }]
      : [];
  });
  await markPublished(context.database, source.ars, published, now);
  return [...not, ...[...readable.keys()].map((id) => ({ id, refused: 'no-municipality' as const }))];
};

/** Takes entries from the public; the offers stay as withdrawn ones, so that links to them tell what happened. */
export const takeIn = async (
  context: Context,
  source: Source,
  ids: string[],
  by: 'person' | 'expiry',
  places: Places,
): Promise<void> => {
  await writeRecords(context, source, { records: [], gone: ids }, places);
  for (const id of ids)
    await stampEntry(
      context.database,
      { ars: source.ars, id },
      { withdrawn_at: context.clock(), withdrawn_by: by, publish_at: null },
    );
};
