import type { ParkingSetting } from '../setting.ts';
import { slotAt } from '../slot.ts';
import { noteStrike } from '../spaces/host-strike.ts';
import type { Pool } from '../spaces/pool.ts';
import { changeBooking, listOfPool, lockFreeBooking } from './booking-store.ts';
import { giveBack, letGo, rePlace } from './re-place.ts';
import { tellDriver } from './tell-driver.ts';

export type Recalled = { moved: number; kept: number; failed: number };

const FORWARD_SLOTS = 60 * 288;

/**
 * A host needs the space back: each promise moves to another space within its walk and price. Where there is none it
 * holds, unless it is an emergency: then it ends, costs nothing, and counts against the host. Who stands there stays.
 */
export const recallPromises = async (
  setting: Pick<ParkingSetting, 'database' | 'clock' | 'newId'>,
  pool: Pick<Pool, 'ars' | 'id' | 'hostId'>,
  isEmergency: boolean,
): Promise<Recalled> => {
  const at = setting.clock();
  const now = slotAt(at);
  const recalled: Recalled = { moved: 0, kept: 0, failed: 0 };
  const stays = await listOfPool(setting.database, pool, { from: now, to: now + FORWARD_SLOTS });
  for (const { ars, id } of stays)
    await setting.database.transaction().execute(async (database) => {
      const booking = await lockFreeBooking(database, { ars, id });
      if (booking?.poolId !== pool.id || !['requested', 'promised', 'fixed'].includes(booking.state)) return;
      // Not paid yet, so not promised: given back at once, and nobody is let down who relied on it.
      if (booking.state === 'requested') {
        if (isEmergency) await giveBack(database, booking, { at, now, cause: 'host' });
        return;
      }
      const isNamed = booking.state === 'fixed';
      const inside = { ...setting, database };
      if (await rePlace(database, booking, { now, cause: 'host', isNamed, at })) {
        if (isNamed) await tellDriver(inside, booking, 'moved');
        recalled.moved += 1;
      } else if (!isEmergency) recalled.kept += 1;
      else {
        await letGo(database, booking, now);
        await changeBooking(
          database,
          booking,
          { state: 'failed', ended_at: at, charged_cents: 0 },
          { state: 'failed', cause: 'host', at },
        );
        await tellDriver(inside, booking, 'failed');
        recalled.failed += 1;
      }
    });
  if (recalled.failed > 0) await noteStrike(setting, pool, { cause: 'recalled', of: at.toISOString() });
  return recalled;
};
