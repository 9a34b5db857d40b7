import type { Context } from '../../../../foundation/database/context.ts';
import { type FetchOptions, type FetchRefusal, fetchSource } from './fetch-source.ts';
import { importOffers } from './import-offers.ts';
import { findRevision, lockSource, markRead, saveRevision, saveRun } from './import-store.ts';
import type { ImportRefusal, ImportReport, Places, Source } from './source.ts';

/**
 * Reads a source from its address, if it changed there since the last time; what did not change was read as well.
 * A failed attempt stands in the list of runs and leaves the offers as they were.
 */
export const importFromWeb = async (
  context: Context,
  source: Source & { url: string },
  places: Places,
  options: FetchOptions = {},
): Promise<ImportReport | ImportRefusal | FetchRefusal | { runId: string; unchanged: true }> => {
  const { database } = context;
  const startedAt = context.clock();
  const known = await findRevision(database, source);
  const fetched = await fetchSource(source.url, known, options);
  if ('bytes' in fetched) return importOffers(context, source, fetched, places);
  const runId = context.newId();
  const run = { runId, startedAt, finishedAt: context.clock() };
  if ('refused' in fetched) {
    await saveRun(database, source, {
      ...run,
      outcome: 'failed',
      failure: `${fetched.refused}: ${fetched.detail}`,
    });
    return fetched;
  }
  const { revision } = fetched;
  await database.transaction().execute(async (transaction) => {
    await lockSource(transaction, source);
    await saveRevision(transaction, source, revision);
    await markRead(transaction, source, startedAt);
    await saveRun(transaction, source, { ...run, outcome: 'unchanged' });
  });
  return { runId, unchanged: true };
};
