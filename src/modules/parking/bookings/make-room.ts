import type { Database } from '../../../foundation/database/context.ts';
import { FIXED_MINUTES_BEFORE, SLOT_MINUTES, type Slot, type Span } from '../slot.ts';
import type { Pool } from '../spaces/pool.ts';
import { tried } from './attempt-store.ts';
import { listOfPool, lockFreeBooking } from './booking-store.ts';
import { listMovable, rePlace } from './re-place.ts';

const MOST_MOVED = 8;

/**
 * In a full pool, one promise whose unit is not named yet moves to another space within its own walk and price, so that a
 * new one fits: both are kept. One at a time is tried, the latest first; where none helps nobody is moved.
 */
export const makeRoom = async (
  database: Database,
  pool: Pick<Pool, 'ars' | 'id' | 'facts'>,
  span: Span,
  { at, now, hold }: { at: Date; now: Slot; hold: () => Promise<void> },
): Promise<boolean> => {
  const soon = now + FIXED_MINUTES_BEFORE / SLOT_MINUTES;
  const open = (await listOfPool(database, pool, span))
    .filter(({ state, from }) => state === 'promised' && from > soon)
    .toReversed();
  // Where all is full, nearly always, this look is all it costs.
  const others = await listMovable(database, pool, open);
  for (const { ars, id } of others.slice(0, MOST_MOVED)) {
    const isMade = await tried(database, 'make_room', async () => {
      // Whom somebody else has in hand is passed over: nobody waits in a circle.
      const other = await lockFreeBooking(database, { ars, id });
      if (other?.state !== 'promised' || other.poolId !== pool.id) return undefined;
      if (!(await rePlace(database, other, { now, cause: 'arranged', isNamed: false, at }))) return undefined;
      await hold();
      return true;
    });
    if (isMade) return true;
  }
  return false;
};
