import { uuidOf } from '../../../foundation/database/id.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';
import type { ParkingSetting } from '../setting.ts';
import type { Pool } from './pool.ts';
import { listStrikes, type Strike, saveStrike, stopHost } from './strike-store.ts';

export const STRIKE_DAYS = 90;
const MOST_STRIKES = 3;

/**
 * A promise that the host did not keep. With the third in 90 days all that the host shares is stopped, until they have
 * looked at it and share it again.
 */
export const noteStrike = async (
  { database, clock }: Pick<ParkingSetting, 'database' | 'clock'>,
  { ars, id: poolId, hostId }: Pick<Pool, 'ars' | 'id' | 'hostId'>,
  { cause, of }: { cause: Strike['cause'] /** What it is of: the same twice is one. */; of: string },
): Promise<{ id: string; isStopped: boolean }> => {
  const [id, at] = [uuidOf(`parking strike ${poolId} ${of}`), clock()];
  await saveStrike(database, { ars, id, hostId, poolId, cause, at });
  const recent = await listStrikes(database, { ars, hostId }, daysBefore(at, STRIKE_DAYS));
  const isStopped = recent.length >= MOST_STRIKES;
  if (isStopped) await stopHost(database, { ars, hostId }, at);
  return { id, isStopped };
};
