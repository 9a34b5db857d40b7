import { stateAfter } from '../bookings/booking.ts';
import { changeBooking, lockBooking } from '../bookings/booking-store.ts';
import { giveBack } from '../bookings/re-place.ts';
import type { ParkingSetting } from '../setting.ts';
import { slotAt } from '../slot.ts';
import type { Payment } from './payment.ts';
import type { ProviderState } from './payment-provider.ts';
import {
  changePayment,
  findPayment,
  listByReference,
  listRequested,
  type PaymentKey,
} from './payment-store.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'payments'>;
export type SecureResult = 'promised' | 'given-up' | 'waiting';

/** The driver has agreed: what was held is promised now. Done twice it changes nothing. */
const promiseNow = (setting: Setting, key: PaymentKey): Promise<SecureResult> =>
  setting.database.transaction().execute(async (database) => {
    const booking = await lockBooking(database, { ars: key.ars, id: key.bookingId });
    const payment = await findPayment(database, key, true);
    const state = booking && stateAfter(booking.state, 'pay');
    if (!booking || !state || payment?.state !== 'requested') return 'waiting';
    const at = setting.clock();
    await changePayment(database, key, { state: 'secured', secured_at: at });
    await changeBooking(database, booking, { state }, { state, cause: 'paid', at });
    return 'promised';
  });

/** The space is free again; whatever the provider still holds is let go when the booking is settled. */
const giveUp = (setting: Setting, key: PaymentKey, cause: 'unpaid' | 'declined'): Promise<SecureResult> =>
  setting.database.transaction().execute(async (database) => {
    const booking = await lockBooking(database, { ars: key.ars, id: key.bookingId });
    if (booking?.state !== 'requested') return 'waiting';
    const at = setting.clock();
    await giveBack(database, booking, { at, now: slotAt(at), cause });
    return 'given-up';
  });

const heldAtProvider = async ({ payments }: Setting, payment: Payment): Promise<ProviderState> =>
  payment.reference === null || !payments ? 'open' : payments.look(payment.ars, payment.reference);

/** Looks at what the provider says, and at the clock. @returns what became of the booking. */
const lookAt = async (setting: Setting, payment: Payment): Promise<SecureResult> => {
  const state = await heldAtProvider(setting, payment);
  if (state === 'authorised') return promiseNow(setting, payment);
  if (state === 'declined') return giveUp(setting, payment, 'declined');
  return setting.clock() >= payment.expiresAt ? giveUp(setting, payment, 'unpaid') : 'waiting';
};

/** The driver comes back from the provider's page. */
export const securePayment = async (setting: Setting, key: PaymentKey): Promise<SecureResult> => {
  const payment = await findPayment(setting.database, key);
  return payment?.state === 'requested' ? lookAt(setting, payment) : 'waiting';
};

/**
 * A notice is a hint to look, and nothing of it is believed: late, twice, in the wrong order or never, the same comes out.
 * @returns how many bookings were promised by it; undefined where it was not signed by the provider.
 */
export const readPaymentNotice = async (
  setting: Setting,
  { body, signature }: { body: string; signature: string },
): Promise<number | undefined> => {
  const about = setting.payments?.readNotice(body, signature);
  if (!about) return undefined;
  let promised = 0;
  for (const payment of await listByReference(setting.database, about.ars, about.reference))
    if (payment.state === 'requested' && (await lookAt(setting, payment)) === 'promised') promised += 1;
  return promised;
};

const MOST_AT_ONCE = 500;

/** By the minute: whose payment arrived unnoticed is promised, who did not pay in time gives the space back. */
export const lookAtRequested = async (
  setting: Setting,
): Promise<{ promised: number; givenUp: number; unreachable: number }> => {
  const report = { promised: 0, givenUp: 0, unreachable: 0 };
  for (const payment of await listRequested(setting.database, MOST_AT_ONCE)) {
    try {
      const result = await lookAt(setting, payment);
      if (result === 'promised') report.promised += 1;
      if (result === 'given-up') report.givenUp += 1;
    } catch {
      // The provider cannot be reached: the space stays held until somebody knows whether it was paid.
      report.unreachable += 1;
    }
  }
  return report;
};
