import type { Context } from '../../../foundation/database/context.ts';
import { type Organisation, recordOwnAct, seedOrganisation } from '../../accounts/index.ts';
import { displayName, type PlaceIndex } from '../../municipalities/index.ts';
import { wordsOfParts } from '../library/act-on-entry.ts';
import { faultsBeforePublishing, readParts } from '../library/check-parts.ts';
import { hasEntryOf, insertEntry, publishVersion } from '../library/entry-store.ts';
import type { FoundEntry, ReadEntries } from './found-entry.ts';

export type ImportReport = {
  /** Complete: public at once. */ published: number;
  /** Incomplete: a draft that its town completes, or leaves. */ drafts: number;
  /** There from an earlier reading; what a town made of it is never touched. */ known: number;
  rejected: ReadEntries['rejected'];
};

/** Takes found entries in, each for the unit of its key; doing it again changes nothing. */
export const importEntries = async (
  context: Context,
  places: PlaceIndex,
  source: string,
  { found, rejected }: ReadEntries,
): Promise<ImportReport> => {
  const report: ImportReport = { published: 0, drafts: 0, known: 0, rejected: [...rejected] };
  for (const entry of found) {
    const organisation = organisationOf(places, entry.key);
    if (organisation) report[await importOne(context, organisation, source, entry)] += 1;
    else
      report.rejected.push({
        position: entry.foreignId,
        reason: { de: `Den Schlüssel ${entry.key} gibt es nicht`, en: `There is no key ${entry.key}` },
      });
  }
  return report;
};

/** The unit of a key today, as an organisation; by an old key, whoever followed. */
export const organisationOf = (places: PlaceIndex, key: string): Organisation | undefined => {
  const answer = places.byAgs(key);
  const unit = places.get(key) ?? (answer.kind === 'succeeded' ? answer.successors[0] : undefined);
  const today = answer.kind === 'current' ? answer.municipality : unit;
  return today && { ars: today.ars, id: today.ars, kind: today.level, name: displayName(today) };
};

const importOne = (
  context: Context,
  organisation: Organisation,
  source: string,
  { foreignId, kind, parts: typed }: FoundEntry,
): Promise<'published' | 'drafts' | 'known'> =>
  context.database.transaction().execute(async (database) => {
    const inTransaction = { ...context, database };
    if (await hasEntryOf(database, organisation.ars, { source, foreignId })) return 'known';
    await seedOrganisation(inTransaction, organisation, []);
    const [id, now] = [context.newId(), context.clock()];
    const { parts } = readParts(kind, typed);
    await insertEntry(database, organisation, { id, kind, parts, now }, { source, foreignId });
    const record = { type: 'knowledge-entry', id };
    await recordOwnAct(inTransaction, organisation, { act: 'write-knowledge', record });
    const faults = faultsBeforePublishing(kind, parts, [organisation.name]);
    if (Object.keys(faults).length > 0) return 'drafts';
    await publishVersion(database, { ars: organisation.ars, id }, { parts, words: wordsOfParts(parts), now });
    await recordOwnAct(inTransaction, organisation, { act: 'publish-knowledge', record });
    return 'published';
  });
