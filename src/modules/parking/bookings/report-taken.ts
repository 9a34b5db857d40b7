import type { ParkingSetting } from '../setting.ts';
import { slotAt } from '../slot.ts';
import { noteStrike } from '../spaces/host-strike.ts';
import { savePhoto } from '../spaces/photo-store.ts';
import { findPool } from '../spaces/pool-store.ts';
import { findBySecret, listOfPool } from './booking-store.ts';
import { reportTaken } from './driver-acts.ts';

/**
 * The driver finds the space taken, with a picture or without: another one at once, and a strike for the host, unless
 * one of our own drivers has stayed on there.
 */
export const reportTakenSpace = async (
  setting: Pick<ParkingSetting, 'database' | 'clock' | 'newId'>,
  key: { ars: string; secretHash: string; seen?: number | undefined },
  picture: Uint8Array | undefined,
): ReturnType<typeof reportTaken> => {
  const before = await findBySecret(setting.database, key.ars, key.secretHash);
  const result = await reportTaken(setting, key);
  if ('refused' in result || !before) return result;
  const pool = await findPool(setting.database, before.ars, before.poolId);
  const at = setting.clock();
  const now = slotAt(at);
  const isOurs =
    pool &&
    (await listOfPool(setting.database, pool, { from: now - 1, to: now + 1 })).some(
      ({ state }) => state === 'overstaying',
    );
  if (!pool || isOurs) return result;
  await setting.database.transaction().execute(async (database) => {
    const { id: strikeId } = await noteStrike({ ...setting, database }, pool, {
      cause: 'taken',
      of: before.id,
    });
    if (picture)
      await savePhoto(database, {
        ars: pool.ars,
        id: setting.newId(),
        poolId: pool.id,
        strikeId,
        content: picture,
        madeAt: at,
      });
  });
  return result;
};
