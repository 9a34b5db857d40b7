import type { Database } from '../../../foundation/database/context.ts';
import { agreeWithTown } from '../money/agree-with-town.ts';
import { firstStateOf, openPayment } from '../money/open-payment.ts';
import type { PaymentPlan } from '../money/payment.ts';
import type { ParkingSetting } from '../setting.ts';
import { slotAt } from '../slot.ts';
import type { Asked } from './asked.ts';
import type { Booking } from './booking.ts';
import { changeBooking, findByRequestKey, insertBooking } from './booking-store.ts';
import type { Fitting } from './fitting-pools.ts';
import { makeRoom } from './make-room.ts';
import { centsFor } from './price.ts';
import { nameUnit } from './re-place.ts';
import { hashOfPlate, hashOfSecret, secretOf } from './secret.ts';
import { holdSlots, isFull, isRepeated } from './slot-store.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'>;

type Payable = Fitting & { plan: PaymentPlan };

const bookingOf = (setting: Setting, asked: Asked, { pool, heldTo, plan }: Payable): Booking => {
  const { centsPerHour } = pool.facts;
  return {
    ars: pool.ars,
    id: setting.newId(),
    personId: asked.personId,
    state: firstStateOf(plan, asked),
    channel: asked.channel,
    poolId: pool.id,
    unit: null,
    destination: asked.destination,
    label: asked.label,
    from: asked.from,
    to: asked.to,
    heldTo,
    walkLimit: asked.walkLimit,
    needs: asked.needs,
    centsPerHour,
    quotedCents: centsFor(centsPerHour, asked.from, asked.to),
    plateHash: hashOfPlate(setting.secret(), pool.ars, asked.plate),
    language: asked.language,
    askedAt: setting.clock(),
    fixedAt: null,
    arrivedAt: null,
    leftAt: null,
    endedAt: null,
    chargedCents: null,
  };
};

/** Who calls by phone sees no page later: the unit is named at once, so that it can be told and printed. */
const nameAtOnce = async (
  database: Database,
  booking: Booking,
  capacity: number,
): Promise<Booking | undefined> => {
  const unit = await nameUnit(database, booking, capacity);
  if (unit === undefined) return undefined;
  const at = booking.askedAt;
  await changeBooking(
    database,
    booking,
    { state: 'fixed', unit, fixed_at: at },
    { state: 'fixed', cause: 'phone', at },
  );
  return { ...booking, state: 'fixed', unit, fixedAt: at };
};

/** Thrown to undo a transaction that has found no unit; it never leaves this file. */
class NoUnit extends Error {}

/**
 * A promise in one pool; nothing is written where it has no room. `isMakingRoom`: another promise may be moved for it.
 * What costs money is held until the driver has agreed how to pay. @returns the booking, or the one that the same request
 * has made already.
 */
export const givePromise = async (
  setting: Setting,
  asked: Asked,
  fitting: Payable,
  isMakingRoom = false,
): Promise<Booking | undefined> => {
  const { pool, heldTo } = fitting;
  const booking = bookingOf(setting, asked, fitting);
  const at = booking.askedAt;
  const span = { from: asked.from, to: heldTo };
  const secretHash = hashOfSecret(secretOf(setting.secret(), asked.requestKey));
  try {
    return await setting.database.transaction().execute(async (database) => {
      const hold = () => holdSlots(database, pool, pool.facts.capacity, span);
      if (!isMakingRoom) await hold();
      else if (!(await makeRoom(database, pool, span, { at, now: slotAt(at), hold }))) return undefined;
      await insertBooking(database, booking, { secretHash, requestKey: asked.requestKey });
      await openPayment(database, booking, { plan: fitting.plan, hostId: pool.hostId });
      if (fitting.plan === 'town' && asked.payer)
        await agreeWithTown(
          { ...setting, database },
          { ars: booking.ars, bookingId: booking.id },
          asked.payer,
          asked.personId,
        );
      if (asked.channel !== 'phone') return booking;
      const named = await nameAtOnce(database, booking, pool.facts.capacity);
      if (!named) throw new NoUnit();
      return named;
    });
  } catch (error) {
    // Somebody else was faster: the next pool may still have room.
    if (isFull(error) || error instanceof NoUnit) return undefined;
    if (isRepeated(error)) return findByRequestKey(setting.database, [pool.ars], asked.requestKey);
    throw error;
  }
};
