import type { Database } from '../../../foundation/database/context.ts';
import { listPayees } from '../money/payee-store.ts';
import { mayMoveTo, planFor } from '../money/payment.ts';
import type { Slot } from '../slot.ts';
import type { Pool } from '../spaces/pool.ts';
import { findPool, listPoolsNear } from '../spaces/pool-store.ts';
import { tried } from './attempt-store.ts';
import type { Booking } from './booking.ts';
import { changeBooking } from './booking-store.ts';
import { type Fitting, fittingPools, freeIn, type Wish } from './fitting-pools.ts';
import {
  bindUnit,
  changeStay,
  deleteStay,
  holdSlots,
  listLoads,
  releaseSlots,
  takeTurn,
} from './slot-store.ts';

const MOST_CANDIDATES = 100;

/** Names the unit in the pool that holds the booking now. @returns undefined where none is free all the time. */
export const nameUnit = async (
  database: Database,
  booking: Booking,
  capacity: number,
): Promise<number | undefined> =>
  tried(database, 'name_unit', () =>
    bindUnit(database, { ars: booking.ars, id: booking.poolId }, capacity, booking.id, {
      from: booking.from,
      to: booking.heldTo,
    }),
  );

/** What a booking holds from a slot on is free again. */
export const letGo = async (database: Database, booking: Booking, from: Slot): Promise<void> => {
  const span = { from: Math.max(from, booking.from), to: booking.heldTo };
  if (span.from < span.to) await releaseSlots(database, { ars: booking.ars, id: booking.poolId }, span);
  if (booking.unit === null) return;
  // Who leaves after the hold is over held no longer than that: somebody else may stand there by now.
  const to = Math.min(span.from, span.to);
  if (to > booking.from)
    await changeStay(database, { ars: booking.ars, bookingId: booking.id }, { from: booking.from, to });
  else await deleteStay(database, { ars: booking.ars, bookingId: booking.id });
};

/** What is agreed on pays one kind of host; a space that costs nothing takes everybody, and then nothing is charged. */
const withSamePayee = async (
  database: Database,
  booking: Booking,
  fitting: readonly Fitting[],
): Promise<Fitting[]> => {
  const payees = await listPayees(database, [
    { ars: booking.ars, id: booking.poolId },
    ...fitting.map(({ pool }) => pool),
  ]);
  const planOf = (poolId: string, centsPerHour: number) => {
    const payee = payees.get(poolId);
    return payee && planFor(centsPerHour, payee, { hasProvider: true, channel: 'web' });
  };
  const own =
    booking.centsPerHour === 0
      ? 'free'
      : payees.get(booking.poolId)?.hostKind === 'municipal'
        ? 'town'
        : 'host';
  return fitting.filter(({ pool }) => mayMoveTo(own, planOf(pool.id, pool.facts.centsPerHour)));
};

/** What was promised, to be fulfilled elsewhere as well. */
const wishOf = ({ destination, from, to, walkLimit, centsPerHour, needs }: Booking): Wish => ({
  destination,
  from,
  to,
  walkLimit,
  highestCentsPerHour: centsPerHour,
  needs,
});

/** Those of a pool's promises that another pool may have room for: one look at all that are around, nothing held. */
export const listMovable = async (
  database: Database,
  { ars, id, facts }: Pick<Pool, 'ars' | 'id' | 'facts'>,
  promises: readonly Booking[],
): Promise<Booking[]> => {
  if (promises.length === 0) return [];
  const walk = Math.max(...promises.map(({ walkLimit }) => walkLimit));
  const around = await listPoolsNear(database, [ars], {
    point: facts.point,
    // From the pool to the destination, and from there to another pool.
    metres: 2 * walk,
    limit: 2 * MOST_CANDIDATES,
  });
  const others = around.filter((pool) => pool.id !== id);
  const fitting = promises.map((one) => ({ one, wish: wishOf(one), at: fittingPools(others, wishOf(one)) }));
  const span = {
    from: Math.min(...promises.map(({ from }) => from)),
    to: Math.max(...fitting.flatMap(({ one, at }) => [one.to, ...at.map(({ heldTo }) => heldTo)])),
  };
  const loads = await listLoads(database, others, span);
  return fitting
    .filter(({ wish, at }) => [...freeIn(at, wish, loads).values()].some((free) => free > 0))
    .map(({ one }) => one);
};

/**
 * Another space for the same promise: within the same walk, no dearer than promised. Call it inside a transaction that
 * holds the booking. `isNamed`: with a unit, since the driver is on the way or stands there.
 */
export const rePlace = async (
  database: Database,
  booking: Booking,
  { now, cause, isNamed, at }: { now: Slot; cause: string; isNamed: boolean; at: Date },
): Promise<{ poolId: string; unit: number | null } | undefined> => {
  const from = Math.max(booking.from, now);
  // Its time is over, since nobody looked for long: there is nothing left to place.
  if (from >= booking.to) return undefined;
  const wish = { ...wishOf(booking), from };
  const near = await listPoolsNear(database, [booking.ars], {
    point: booking.destination,
    metres: booking.walkLimit,
    limit: MOST_CANDIDATES,
  });
  const fitting = await withSamePayee(
    database,
    booking,
    fittingPools(near, wish).filter(({ pool }) => pool.id !== booking.poolId),
  );
  const span = { from, to: Math.max(from, ...fitting.map(({ heldTo }) => heldTo)) };
  const free = freeIn(
    fitting,
    wish,
    await listLoads(
      database,
      fitting.map(({ pool }) => pool),
      span,
    ),
  );
  const open = fitting.filter(({ pool }) => (free.get(pool.id) ?? 0) > 0);
  if (open.length > 0) await takeTurn(database, booking.ars);
  for (const { pool, heldTo } of open) {
    const moved = { ...booking, poolId: pool.id, from, heldTo, unit: null };
    const placed = await tried(database, 're_place', async () => {
      await letGo(database, booking, now);
      // A stay names its booking once: what is left of the old one makes room for the new.
      await deleteStay(database, { ars: booking.ars, bookingId: booking.id });
      await holdSlots(database, pool, pool.facts.capacity, { from, to: heldTo });
      if (!isNamed) return { poolId: pool.id, unit: null };
      const unit = await nameUnit(database, moved, pool.facts.capacity);
      return unit === undefined ? undefined : { poolId: pool.id, unit };
    });
    if (!placed) continue;
    const state = isNamed ? 'fixed' : 'promised';
    await changeBooking(
      database,
      booking,
      {
        state,
        pool_id: placed.poolId,
        unit: placed.unit,
        held_to_slot: heldTo,
        fixed_at: isNamed ? at : null,
        ...(pool.facts.centsPerHour === 0 && { quoted_cents: 0, cents_per_hour: 0 }),
      },
      { state, cause, at },
    );
    return placed;
  }
  return undefined;
};

/** What was held for somebody who had not paid yet is free again. Call it inside a transaction that holds the booking. */
export const giveBack = async (
  database: Database,
  booking: Booking,
  { at, now, cause }: { at: Date; now: Slot; cause: string },
): Promise<void> => {
  await letGo(database, booking, now);
  const stamps = { state: 'cancelled' as const, ended_at: at, charged_cents: 0 };
  await changeBooking(database, booking, stamps, { state: 'cancelled', cause, at });
};

export const capacityOf = async (database: Database, booking: Booking): Promise<number> =>
  (await findPool(database, booking.ars, booking.poolId))?.facts.capacity ?? 0;
