import { stateOf } from '../../municipalities/index.ts';
import { isCovered } from '../money/open-payment.ts';
import type { ParkingSetting } from '../setting.ts';
import { BUFFER_SLOTS, FIXED_MINUTES_BEFORE, SLOT_MINUTES, type Slot, slotAt, slotFrom } from '../slot.ts';
import { heldUntil, spanAround } from '../spaces/open-times.ts';
import { findPool } from '../spaces/pool-store.ts';
import { type Booking, type BookingAct, LONGEST_STAY_SLOTS, stateAfter } from './booking.ts';
import { changeBooking, findBySecret } from './booking-store.ts';
import { countEvents } from './event-store.ts';
import { centsFor, chargeOf, type Ending } from './price.ts';
import { letGo, rePlace } from './re-place.ts';
import { changeStay, holdSlots, isFull, isTaken } from './slot-store.ts';

export type DriverRefusal = {
  refused: 'unknown-booking' | 'not-now' | 'seen-before' | 'full' | 'not-covered' | 'too-long' | 'too-early';
};

type Setting = Pick<ParkingSetting, 'database' | 'clock'>;
type Key = {
  ars: string;
  secretHash: string;
  /** How many events who presses has seen: a second press, or one on an old page, does nothing. */ seen?:
    | number
    | undefined;
};

/** Held, possible in its state, and told in its events with the change itself. */
const act = <Result extends object>(
  setting: Setting,
  { ars, secretHash, seen }: Key,
  what: BookingAct,
  work: (
    inside: Setting,
    booking: Booking,
    next: Booking['state'],
    now: { at: Date; slot: Slot },
  ) => Promise<Result | DriverRefusal>,
): Promise<Result | DriverRefusal> =>
  setting.database.transaction().execute(async (database): Promise<Result | DriverRefusal> => {
    const booking = await findBySecret(database, ars, secretHash, true);
    if (!booking) return { refused: 'unknown-booking' };
    if (seen !== undefined && seen !== (await countEvents(database, booking)))
      return { refused: 'seen-before' };
    const next = stateAfter(booking.state, what);
    if (next === undefined) return { refused: 'not-now' };
    const at = setting.clock();
    return work({ ...setting, database }, booking, next, { at, slot: slotAt(at) });
  });

/** By phone a unit is named earlier; cancelling is free as long as for everybody else. */
const isTimeToFix = ({ state, channel, from }: Booking, now: Slot): boolean =>
  state === 'fixed' && (channel !== 'phone' || now >= from - FIXED_MINUTES_BEFORE / SLOT_MINUTES);

const end = async (
  { database }: Setting,
  booking: Booking,
  state: Booking['state'],
  { at, slot }: { at: Date; slot: Slot },
  { cause, ending }: { cause: string; ending: Ending },
): Promise<{ chargedCents: number }> => {
  await letGo(database, booking, slot);
  const chargedCents = chargeOf(booking, ending);
  await changeBooking(
    database,
    booking,
    { state, ended_at: at, charged_cents: chargedCents, ...(state === 'left' && { left_at: at }) },
    { state, cause, at },
  );
  return { chargedCents };
};

/** Free until a space is fixed; then half, and once it has begun at most the first hour. */
export const cancelBooking = (setting: Setting, key: Key, cause = 'driver') =>
  act(setting, key, 'cancel', (inside, booking, state, now) =>
    end(inside, booking, state, now, {
      cause,
      ending: { kind: 'cancelled', at: now.slot, isFixed: isTimeToFix(booking, now.slot) },
    }),
  );

/** Who comes early is told to wait: the one before may still stand there. */
export const arrive = (setting: Setting, key: Key) =>
  act<{ arrived: true }>(setting, key, 'arrive', async ({ database }, booking, state, { at, slot }) => {
    if (slot < booking.from - BUFFER_SLOTS) return { refused: 'too-early' };
    await changeBooking(database, booking, { state, arrived_at: at }, { state, cause: 'driver', at });
    return { arrived: true };
  });

export const leave = (setting: Setting, key: Key) =>
  act(setting, key, 'leave', (inside, booking, state, now) =>
    end(inside, booking, state, now, { cause: 'driver', ending: { kind: 'left', at: slotFrom(now.at) } }),
  );

/** Longer, at the same price an hour, where the slots behind are free and the pool is shared then. */
export const extend = (setting: Setting, key: Key, { slots }: { slots: number }) =>
  act<{ to: Slot }>(setting, key, 'extend', async ({ database }, booking, state, { at, slot }) => {
    // Who has stayed on already extends from now, and keeps what is held for them.
    const to = Math.max(booking.to, slot) + slots;
    if (slots < 1 || to - booking.from > LONGEST_STAY_SLOTS) return { refused: 'too-long' };
    const pool = await findPool(database, booking.ars, booking.poolId);
    const span =
      pool && spanAround(pool.windows, { from: booking.from, to }, stateOf(booking.ars), pool.restDays);
    if (!pool || !span) return { refused: 'full' };
    const heldTo = Math.max(booking.heldTo, heldUntil(to, span.to, BUFFER_SLOTS));
    try {
      if (heldTo > booking.heldTo)
        await holdSlots(database, pool, pool.facts.capacity, { from: booking.heldTo, to: heldTo });
      if (booking.unit !== null)
        await changeStay(
          database,
          { ars: booking.ars, bookingId: booking.id },
          { from: booking.from, to: heldTo },
        );
    } catch (error) {
      if (isFull(error) || isTaken(error)) throw new NoRoom('full');
      throw error;
    }
    const quotedCents = centsFor(booking.centsPerHour, booking.from, to);
    if (!(await isCovered(database, booking, quotedCents))) throw new NoRoom('not-covered');
    await changeBooking(
      database,
      booking,
      { state, to_slot: to, held_to_slot: heldTo, quoted_cents: quotedCents },
      { state, cause: 'extended', at },
    );
    return { to };
  }).catch((error: unknown): DriverRefusal => {
    if (error instanceof NoRoom) return { refused: error.why };
    throw error;
  });

/** Thrown to undo a transaction that has found no room or no money; it never leaves this file. */
class NoRoom extends Error {
  readonly why: 'full' | 'not-covered';

  constructor(why: 'full' | 'not-covered') {
    super(why);
    this.why = why;
  }
}

/** Somebody stands there: at once another space within the same walk, else nothing is charged. */
export const reportTaken = (setting: Setting, key: Key) =>
  act<{ placed: true } | { placed: false }>(
    setting,
    key,
    'reportTaken',
    async (inside, booking, _, { at, slot }) => {
      const placed = await rePlace(inside.database, booking, {
        now: slot,
        cause: 'taken',
        isNamed: true,
        at,
      });
      if (placed) return { placed: true };
      await end(inside, booking, 'failed', { at, slot }, { cause: 'taken', ending: { kind: 'failed' } });
      return { placed: false };
    },
  );
