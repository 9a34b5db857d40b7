import type { Context } from '../../../../foundation/database/context.ts';
import type { ReadRecord, Rejection } from '../../offer.ts';
import { listSightings, lockSource, saveSource } from './import-store.ts';
import { planImport } from './plan-import.ts';
import { prepareRecords } from './prepare-records.ts';
import type { Places, Source } from './source.ts';
import { writePlan } from './write-plan.ts';

/** Where a record stands now. */
export type Written = { foreignId: string; ars: string; offerId: string };

/**
 * Writes single records of a source and withdraws others by their id; what else the source has shown stays as it is.
 * To be called in a transaction, so that it stands with whatever the caller writes beside it, or not at all.
 */
export const writeRecords = async (
  context: Context,
  source: Source,
  { records, gone }: { records: ReadRecord[]; gone: string[] },
  places: Places,
): Promise<{ written: Written[]; rejected: Rejection[] }> => {
  const { database } = context;
  const { prepared, rejected } = await prepareRecords({ records, rejected: [], skipped: {} }, source, places);
  await saveSource(database, source);
  await lockSource(database, source);
  const ids = prepared.map(({ foreignId }) => foreignId);
  const before = await listSightings(database, source, [...ids, ...gone]);
  await writePlan(context, source, planImport(prepared, before), context.clock());
  const after = await listSightings(database, source, ids);
  return {
    written: after
      .filter(({ vanished }) => !vanished)
      .map(({ foreignId, ars, offerId }) => ({ foreignId, ars, offerId })),
    rejected,
  };
};
