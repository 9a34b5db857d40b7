import type { Context } from '../../../foundation/database/context.ts';
import { lockStreams } from './observation-store.ts';
import {
  computeDays,
  computeHours,
  isDirty,
  listDirtyStreams,
  type StreamKey,
  takeDirtyHours,
} from './rollup-store.ts';

const HOURS_AT_ONCE = 2000;
const STREAMS_AT_ONCE = 5000;

/** Computes what is waiting of one stream, in portions. @returns how many hours. */
export const repairStream = async (
  { database }: Pick<Context, 'database'>,
  key: StreamKey,
): Promise<number> => {
  let repaired = 0;
  while (await isDirty(database, key)) {
    repaired += await database.transaction().execute(async (transaction) => {
      const locked = await lockStreams(transaction, key.ars, [key.datastream]);
      const hours = locked.size === 0 ? [] : await takeDirtyHours(transaction, key, HOURS_AT_ONCE);
      if (hours.length === 0) return 0;
      await computeHours(transaction, key, hours);
      await computeDays(transaction, key, hours);
      return hours.length;
    });
  }
  return repaired;
};

/** Every minute: what nobody has read meanwhile. */
export const repairRollups = async (context: Context): Promise<{ hours: number }> => {
  let hours = 0;
  for (const key of await listDirtyStreams(context.database, STREAMS_AT_ONCE))
    hours += await repairStream(context, key);
  return { hours };
};
