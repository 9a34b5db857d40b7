import type { Context } from '../../../foundation/database/context.ts';
import type { Acting } from '../../accounts/index.ts';
import { actOnEntry, recordOn, type UnknownEntry } from './act-on-entry.ts';
import { checkEntry, type EntryFault, isIncomplete } from './check-entry.ts';
import { changedFields, type Entry, type EntryFields } from './entry.ts';
import { deleteEntry, findEntry, insertEntries, stampEntry, updateFields } from './entry-store.ts';
import { normalFields } from './normal-fields.ts';

export type Faulty = { refused: 'faulty'; faults: EntryFault[] };

/** What is missing a draft may wait for; what is wrong it may not keep. */
const wrongIn = (fields: EntryFields): EntryFault[] => {
  const checked = checkEntry(fields);
  return 'faults' in checked ? checked.faults.filter((fault) => !isIncomplete(fault)) : [];
};

/** A new draft; it belongs to whoever wrote it. */
export const createEntry = async (
  context: Context,
  acting: Acting,
  typed: EntryFields,
): Promise<{ id: string } | Faulty> => {
  const fields = normalFields(typed);
  const faults = wrongIn(fields);
  if (faults.length > 0) return { refused: 'faulty', faults };
  const id = context.newId();
  await context.database.transaction().execute(async (database) => {
    const entry = { id, reference: null, fields, owner: acting.personId, sheetId: null };
    await insertEntries(database, acting.organisation, [entry], context.clock());
    await recordOn({ ...context, database }, acting, 'create-entry', id);
  });
  return { id };
};

/** `version` is the one that the editor saw: who saves over somebody else's change is shown both instead. */
export const changeEntry = async (
  context: Context,
  acting: Acting,
  { id, version, typed }: { id: string; version: number; typed: EntryFields },
): Promise<Entry | UnknownEntry | Faulty | { refused: 'changed-meanwhile'; stored: Entry }> => {
  const fields = normalFields(typed);
  const faults = wrongIn(fields);
  if (faults.length > 0) {
    const isKnown = await findEntry(context.database, acting.organisation, id);
    return isKnown ? { refused: 'faulty', faults } : { refused: 'unknown-entry' };
  }
  return actOnEntry(context, acting, { id, act: 'change-entry' }, async ({ database }, entry) => {
    // Saving the same twice is no conflict: whoever pressed the button again wants what stands there.
    if (entry.version !== version && changedFields(entry.fields, fields).length > 0)
      return { refused: 'changed-meanwhile' as const, stored: entry };
    await updateFields(database, acting.organisation, [{ id, fields }], context.clock());
    return entry;
  });
};

/** A draft with the same texts. */
export const copyEntry = async (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<{ id: string } | Faulty | UnknownEntry> => {
  const entry = await findEntry(context.database, acting.organisation, id);
  return entry ? createEntry(context, acting, entry.fields) : { refused: 'unknown-entry' };
};

/** Only what nobody has seen is deleted; what was public is withdrawn. */
export const removeEntry = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<Entry | UnknownEntry | { refused: 'was-published' }> =>
  actOnEntry(context, acting, { id, act: 'remove-entry' }, async ({ database }, entry) => {
    if (entry.publishedAt !== null) return { refused: 'was-published' as const };
    await deleteEntry(database, entry);
    return entry;
  });

/** @param editors who may edit for the organisation, as it is stored. */
export const handOver = (
  context: Context,
  acting: Acting,
  { id, owner }: { id: string; owner: string },
  editors: { personId: string }[],
): Promise<Entry | UnknownEntry | { refused: 'no-editor' }> =>
  actOnEntry(context, acting, { id, act: 'hand-over-entry', detail: { owner } }, async (inside, entry) => {
    if (!editors.some(({ personId }) => personId === owner)) return { refused: 'no-editor' as const };
    await stampEntry(inside.database, entry, { owner });
    return entry;
  });
