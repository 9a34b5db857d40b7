import { createHash } from 'node:crypto';
import type { Database } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Asked } from '../bookings/asked.ts';
import type { Booking } from '../bookings/booking.ts';
import type { ParkingSetting } from '../setting.ts';
import { PAY_MINUTES, type PaymentPlan, reserveFor } from './payment.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { changePayment, findPayment, insertPayment } from './payment-store.ts';

const MINUTE = 60_000;

/** Whether a promise waits for money first: on the phone the town collects it at its counter. */
export const firstStateOf = (
  plan: PaymentPlan,
  { channel, payer }: Pick<Asked, 'channel' | 'payer'>,
): 'requested' | 'promised' =>
  plan === 'free' || (plan === 'town' && (channel !== 'web' || payer !== undefined))
    ? 'promised'
    : 'requested';

/** Written with the booking itself. A space that costs nothing has no payment. */
export const openPayment = async (
  database: Database,
  booking: Booking,
  { plan, hostId }: { plan: PaymentPlan; hostId: string },
): Promise<void> => {
  if (plan === 'free') return;
  const isAtCounter = booking.state === 'promised';
  await insertPayment(database, {
    ars: booking.ars,
    bookingId: booking.id,
    payee: plan,
    way: plan === 'host' ? 'provider' : isAtCounter ? 'counter' : null,
    state: isAtCounter ? 'secured' : 'requested',
    hostId,
    poolId: booking.poolId,
    reservedCents: reserveFor(booking.quotedCents, booking.centsPerHour),
    openedAt: booking.askedAt,
    expiresAt: new Date(booking.askedAt.getTime() + PAY_MINUTES * MINUTE),
  });
};

/** The driver has asked for longer: what is reserved must cover it. A claim of the town has no such bound. */
export const isCovered = async (
  database: Database,
  booking: Pick<Booking, 'ars' | 'id'>,
  quotedCents: number,
): Promise<boolean> => {
  const payment = await findPayment(database, { ars: booking.ars, bookingId: booking.id });
  return payment?.payee !== 'host' || quotedCents <= payment.reservedCents;
};

/**
 * Where the driver agrees on the provider's page, for one booking or a whole series; asked again, the same page. The key
 * is the bookings': whatever breaks in between, nothing is reserved twice.
 */
export const pageToPay = async (
  { database }: Pick<ParkingSetting, 'database'>,
  provider: PaymentProvider,
  { ars, bookingIds }: { ars: string; bookingIds: readonly string[] },
  { returnTo, language }: { returnTo: string; language: Language },
): Promise<{ page: string; cents: number } | undefined> => {
  const found = await Promise.all(bookingIds.map((bookingId) => findPayment(database, { ars, bookingId })));
  const open = found
    .filter((one) => one?.state === 'requested' && one.payee === 'host')
    .filter((one) => !!one);
  if (open.length === 0) return undefined;
  const cents = open.reduce((sum, { reservedCents }) => sum + reservedCents, 0);
  const ids = open.map(({ bookingId }) => bookingId).toSorted();
  const key = `${createHash('sha256').update(ids.join(' ')).digest('hex')}/open`;
  const { reference, page } = await provider.open({ ars, key, cents, returnTo, language });
  for (const payment of open)
    if (payment.reference !== reference) await changePayment(database, payment, { reference });
  return { page, cents };
};
