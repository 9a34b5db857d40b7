import type { ParkingSetting } from '../setting.ts';
import { BUFFER_SLOTS, FIXED_MINUTES_BEFORE, GRACE_SLOTS, SLOT_MINUTES, type Slot, slotAt } from '../slot.ts';
import { tried } from './attempt-store.ts';
import type { Booking, BookingKey } from './booking.ts';
import { changeBooking, listDue, listOfPool, lockBooking, lockFreeBooking } from './booking-store.ts';
import { chargeOf } from './price.ts';
import { capacityOf, letGo, nameUnit, rePlace } from './re-place.ts';
import { changeStay, holdSlots, takeTurn } from './slot-store.ts';
import { tellDriver } from './tell-driver.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId'>;
export type TimeReport = { fixed: number; moved: number; missed: number; over: number; failed: number };

const MOST_AT_ONCE = 500;

/** A unit is named; where none is free all the time, another pool keeps the promise. */
const fix = async (setting: Setting, booking: Booking): Promise<keyof TimeReport> => {
  const { database } = setting;
  const at = setting.clock();
  const unit = await nameUnit(database, booking, await capacityOf(database, booking));
  if (unit !== undefined) {
    await changeBooking(
      database,
      booking,
      { state: 'fixed', unit, fixed_at: at },
      { state: 'fixed', cause: 'time', at },
    );
    await tellDriver(setting, booking, 'fixed');
    return 'fixed';
  }
  if (await rePlace(database, booking, { now: slotAt(at), cause: 'moved', isNamed: true, at })) {
    await tellDriver(setting, booking, 'fixed');
    return 'moved';
  }
  await letGo(database, booking, slotAt(at));
  await changeBooking(
    database,
    booking,
    { state: 'failed', ended_at: at, charged_cents: 0 },
    { state: 'failed', cause: 'no-unit', at },
  );
  await tellDriver(setting, booking, 'failed');
  return 'failed';
};

/** Who booked by phone presses no button: they came when they said so, and left. */
const presume = async ({ database, clock }: Setting, booking: Booking, now: Slot): Promise<undefined> => {
  const at = clock();
  if (booking.state === 'fixed' && booking.from <= now)
    await changeBooking(
      database,
      booking,
      { state: 'arrived', arrived_at: at },
      { state: 'arrived', cause: 'presumed', at },
    );
  if (booking.state !== 'arrived' || booking.to > now) return;
  await letGo(database, booking, now);
  const charged_cents = chargeOf(booking, { kind: 'left', at: booking.to });
  await changeBooking(
    database,
    booking,
    { state: 'left', left_at: at, ended_at: at, charged_cents },
    { state: 'left', cause: 'presumed', at },
  );
};

const missOut = async ({ database, clock }: Setting, booking: Booking): Promise<keyof TimeReport> => {
  const at = clock();
  await letGo(database, booking, slotAt(at));
  const charged_cents = chargeOf(booking, { kind: 'noShow' });
  await changeBooking(
    database,
    booking,
    { state: 'noShow', ended_at: at, charged_cents },
    { state: 'noShow', cause: 'time', at },
  );
  return 'missed';
};

/**
 * Whoever stays on keeps the next driver away: the space is held a quarter of an hour at a time, and who was promised it
 * is moved before they arrive.
 */
const runOver = async (setting: Setting, booking: Booking): Promise<keyof TimeReport> => {
  const { database } = setting;
  const at = setting.clock();
  const now = slotAt(at);
  const heldTo = Math.max(booking.heldTo, now + GRACE_SLOTS + BUFFER_SLOTS);
  const pool = { ars: booking.ars, id: booking.poolId };
  const span = { from: booking.heldTo, to: heldTo };
  await takeTurn(database, booking.ars);
  const others = (await listOfPool(database, pool, span)).filter(({ id }) => id !== booking.id);
  const move = async ({ ars, id, state }: Booking) => {
    // Whoever has it in hand right now is left to finish; it is tried again in a minute.
    const other = await lockFreeBooking(database, { ars, id });
    if (other?.state !== state || other.poolId !== pool.id) return undefined;
    const placed = await rePlace(database, other, { now, cause: 'moved', isNamed: state === 'fixed', at });
    if (placed && state === 'fixed') await tellDriver(setting, other, 'moved');
    return placed;
  };
  for (const other of others) if (other.state === 'fixed' && other.unit === booking.unit) await move(other);
  const capacity = await capacityOf(database, booking);
  const hold = () =>
    tried(database, 'hold_on', async () => {
      await holdSlots(database, pool, capacity, span);
      await changeStay(
        database,
        { ars: booking.ars, bookingId: booking.id },
        { from: booking.from, to: heldTo },
      );
      return true;
    });
  let isHeld = span.from >= span.to || (await hold());
  for (const other of others.filter(({ state }) => state === 'promised')) {
    if (isHeld) break;
    if (await move(other)) isHeld = await hold();
  }
  // Who cannot be moved keeps their promise in the table; the driver who stays on is charged all the same.
  if (!isHeld) throw new StillHeld();
  await changeBooking(
    database,
    booking,
    { state: 'overstaying', held_to_slot: heldTo },
    { state: 'overstaying', cause: 'time', at },
  );
  if (booking.state === 'arrived') await tellDriver(setting, booking, 'overstaying');
  return 'over';
};

/** The slots behind are still promised to somebody who cannot be moved: told to nobody, tried again in a minute. */
class StillHeld extends Error {}

/** Who was moved while on the way is waited for anew. */
const waitedFor = ({ from, fixedAt }: Booking): number => Math.max(from, fixedAt ? slotAt(fixedAt) : from);

const keepOne = async (setting: Setting, key: BookingKey): Promise<keyof TimeReport | undefined> => {
  try {
    return await setting.database.transaction().execute(async (database) => {
      const inside = { ...setting, database };
      const booking = await lockBooking(database, key);
      const now = slotAt(setting.clock());
      if (booking?.state === 'promised') return fix(inside, booking);
      if (booking?.channel === 'phone') return presume(inside, booking, now);
      if (booking?.state === 'fixed' && waitedFor(booking) + GRACE_SLOTS <= now)
        return missOut(inside, booking);
      const isOver = booking?.state === 'arrived' && booking.to <= now;
      const isStillThere = booking?.state === 'overstaying' && booking.heldTo <= now + 1;
      return isOver || isStillThere ? runOver(inside, booking) : undefined;
    });
  } catch (error) {
    if (error instanceof StillHeld) return undefined;
    throw error;
  }
};

/** What time itself does, minute by minute; run twice it changes nothing more. */
export const keepTime = async (setting: Setting): Promise<TimeReport> => {
  const report: TimeReport = { fixed: 0, moved: 0, missed: 0, over: 0, failed: 0 };
  const now = slotAt(setting.clock());
  const due = await listDue(
    setting.database,
    { beginsBefore: now + FIXED_MINUTES_BEFORE / SLOT_MINUTES, endsBefore: now },
    MOST_AT_ONCE,
  );
  for (const key of due) {
    const done = await keepOne(setting, key);
    if (done) report[done] += 1;
  }
  return report;
};
