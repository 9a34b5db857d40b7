import type { Context } from '../../../foundation/database/context.ts';
import { foldText } from '../../../foundation/text/search-text.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { answerRequest } from '../centre/review/request-store.ts';
import { faultsBeforePublishing, type PartFaults, readParts } from './check-parts.ts';
import type { EntryKind, Parts } from './contract.ts';
import {
  confirm,
  insertEntry,
  lockOwnEntry,
  publishVersion,
  type StoredEntry,
  saveParts,
  takeBack,
  type Words,
} from './entry-store.ts';

export type EntryRefusal = 'unknown' | 'changed-meanwhile' | 'not-public' | 'not-complete';
export type EntryAct = 'write-knowledge' | 'publish-knowledge' | 'take-back-knowledge' | 'confirm-knowledge';

const LONGEST_BODY = 50_000;

/** Folded as typed words are, before the stemmer sees them. */
export const wordsOfParts = ({ title = '', ...others }: Parts): Words => ({
  name: foldText(title),
  body: foldText(Object.values(others).join('\n')).slice(0, LONGEST_BODY),
});

const record = (context: Context, acting: Acting, act: EntryAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'knowledge-entry', id } });

/** A new draft of a kind. @returns its id. */
export const writeEntry = (context: Context, acting: Acting, kind: EntryKind): Promise<string> =>
  context.database.transaction().execute(async (database) => {
    const id = context.newId();
    await insertEntry(database, acting.organisation, { id, kind, parts: {}, now: context.clock() });
    await record({ ...context, database }, acting, 'write-knowledge', id);
    return id;
  });

/** Does something with the stored entry and writes that it was done, both or neither. */
const actOn = <Done extends object>(
  context: Context,
  acting: Acting,
  { id, act }: { id: string; act: EntryAct },
  work: (entry: StoredEntry, database: Context['database']) => Promise<Done | { refused: EntryRefusal }>,
): Promise<Done | { refused: EntryRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const entry = await lockOwnEntry(database, acting.organisation, id);
    if (!entry) return { refused: 'unknown' as const };
    const done = await work(entry, database);
    if (!('refused' in done)) await record({ ...context, database }, acting, act, id);
    return done;
  });

/** Keeps what was typed, right or wrong: a draft may be both. */
export const saveEntry = (
  context: Context,
  acting: Acting,
  { id, revision, typed }: { id: string; revision: number; typed: Record<string, string> },
): Promise<{ faults: PartFaults } | { refused: EntryRefusal }> =>
  actOn(context, acting, { id, act: 'write-knowledge' }, async (entry, database) => {
    const { parts, faults } = readParts(entry.kind, typed);
    const isSaved = await saveParts(database, entry, { parts, revision, now: context.clock() });
    return isSaved ? { faults } : { refused: 'changed-meanwhile' as const };
  });

/** Shows the draft to everybody as a new version, if it is complete. */
export const publishEntry = (
  context: Context,
  acting: Acting,
  { id, originNames }: { id: string; originNames: readonly string[] },
): Promise<{ version: number } | { refused: EntryRefusal }> =>
  actOn(context, acting, { id, act: 'publish-knowledge' }, async (entry, database) => {
    if (Object.keys(faultsBeforePublishing(entry.kind, entry.parts, originNames)).length > 0)
      return { refused: 'not-complete' as const };
    const { parts } = readParts(entry.kind, entry.parts as Record<string, string>);
    const words = wordsOfParts(parts);
    const now = context.clock();
    const version = await publishVersion(database, entry, { parts, words, now });
    await answerRequest(database, entry, { answer: { version }, now });
    return { version };
  });

export const takeBackEntry = (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ done: true } | { refused: EntryRefusal }> =>
  actOn(context, acting, { id, act: 'take-back-knowledge' }, async (entry, database) =>
    (await takeBack(database, entry, context.clock()))
      ? { done: true as const }
      : { refused: 'not-public' as const },
  );

export const confirmEntry = (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ done: true } | { refused: EntryRefusal }> =>
  actOn(context, acting, { id, act: 'confirm-knowledge' }, async (entry, database) =>
    (await confirm(database, entry, context.clock()))
      ? { done: true as const }
      : { refused: 'not-public' as const },
  );
