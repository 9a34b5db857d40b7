import type { Context } from '../../../foundation/database/context.ts';
import { keptFrom } from './ingest.ts';
import { repairStream } from './keep-rollups.ts';
import { listStreamsThatForget, pruneStream } from './prune-store.ts';

/** Deletes single values whose time is over; the hours and days that were made of them stay. @returns how many went. */
export const pruneObservations = async (context: Context): Promise<number> => {
  let gone = 0;
  for (const { keptDays, ...key } of await listStreamsThatForget(context.database)) {
    await repairStream(context, key);
    gone += await pruneStream(context.database, key, keptFrom(context.clock(), keptDays));
  }
  return gone;
};
