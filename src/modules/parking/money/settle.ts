import { displayName } from '../../municipalities/index.ts';
import type { Booking } from '../bookings/booking.ts';
import { changeBooking, lockBooking } from '../bookings/booking-store.ts';
import type { ParkingSetting } from '../setting.ts';
import { instantOf } from '../slot.ts';
import { findPool } from '../spaces/pool-store.ts';
import { issueForPayment } from './documents/issue-document.ts';
import { hostCharge, townCharge } from './ledger/ledger.ts';
import { book } from './ledger/ledger-store.ts';
import { addOrder } from './order-store.ts';
import { feeOf, type Payment, vatIn } from './payment.ts';
import { changePayment, findPayment, listEnded, type PaymentKey } from './payment-store.ts';
import { letGoReservation } from './release-reservation.ts';
import { noteEarned } from './tax/host-tax-store.ts';
import { findTownAccount } from './town/town-account-store.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'> & {
  /** What towns are called. */ places?: Pick<ParkingSetting['places'], 'get'>;
};

/** What ended costs nothing: nothing is taken, and what is reserved is free again. */
const release = async ({ database, clock }: Setting, payment: Payment): Promise<void> => {
  const at = clock();
  await changePayment(database, payment, { state: 'released', charged_cents: 0, settled_at: at });
  if (payment.payee === 'host') await letGoReservation(database, payment, at);
};

/** Where the property lies: the report to the tax office must be able to name it, whatever becomes of the space. */
const propertyOf = async ({ database, places }: Setting, booking: Booking) => {
  const pool = await findPool(database, booking.ars, booking.poolId);
  const { name = '', address = '' } = pool?.facts ?? {};
  const unit = places?.get(booking.ars);
  const where = [address, unit ? displayName(unit) : ''].filter((part) => part !== '').join(', ');
  return { hostId: pool?.hostId, property: where === '' ? name : `${where} (${name})` };
};

/** The claim is booked, and the provider is asked for it or the town gets an invoice. */
const charge = async (
  setting: Setting,
  payment: Payment,
  booking: Booking,
  chargedCents: number,
): Promise<void> => {
  const { database, clock, newId } = setting;
  const at = clock();
  const { ars, bookingId, payee } = payment;
  const { hostId = payment.hostId, property } = await propertyOf(setting, booking);
  const isHost = payee === 'host';
  const town = isHost ? undefined : await findTownAccount(database, ars);
  const feeCents = isHost ? feeOf(chargedCents) : 0;
  const vatCents = isHost ? 0 : vatIn(chargedCents, town?.vatPercent ?? 0);
  await changePayment(database, payment, {
    state: 'due',
    host_id: hostId,
    pool_id: booking.poolId,
    charged_cents: chargedCents,
    fee_cents: feeCents,
    vat_cents: vatCents,
    property,
    stay_from: instantOf(booking.from),
    stay_to: booking.leftAt ?? instantOf(booking.to),
    settled_at: at,
  });
  const postings = isHost ? hostCharge(hostId, chargedCents, feeCents) : townCharge(chargedCents, vatCents);
  await book(database, {
    ars,
    id: newId(),
    key: `${bookingId}/charge`,
    kind: 'charge',
    bookingId,
    at,
    postings,
  });
  if (!isHost) return issueForPayment(setting, payment);
  await noteEarned(database, { ars, hostId }, at);
  const key = `${bookingId}/capture`;
  await addOrder(
    database,
    { ars, key, purpose: 'capture', bookingId, hostId, cents: chargedCents, feeCents },
    at,
  );
};

const settleOne = (setting: Setting, key: PaymentKey): Promise<boolean> =>
  setting.database.transaction().execute(async (database) => {
    const booking = await lockBooking(database, { ars: key.ars, id: key.bookingId });
    const payment = await findPayment(database, key, true);
    if (!booking?.endedAt || !payment || !['requested', 'secured'].includes(payment.state)) return false;
    const inside = { ...setting, database };
    const asked = payment.state === 'secured' ? (booking.chargedCents ?? 0) : 0;
    // More than was reserved is never taken from a driver's account.
    const charged = payment.payee === 'host' ? Math.min(asked, payment.reservedCents) : asked;
    if (charged < asked)
      await changeBooking(
        database,
        booking,
        { charged_cents: charged },
        { state: booking.state, cause: 'bounded', at: setting.clock() },
      );
    if (charged === 0) await release(inside, payment);
    else await charge(inside, payment, booking, charged);
    return true;
  });

const MOST_AT_ONCE = 500;

/** By the minute: whatever way a booking ended, its money follows. Killed in between, it goes on where it stopped. */
export const settleEnded = async (setting: Setting): Promise<number> => {
  let settled = 0;
  for (const key of await listEnded(setting.database, MOST_AT_ONCE))
    if (await settleOne(setting, key)) settled += 1;
  return settled;
};
