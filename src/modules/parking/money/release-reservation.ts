import type { Database } from '../../../foundation/database/context.ts';
import { addOrder } from './order-store.ts';
import type { Payment } from './payment.ts';
import { listByReference } from './payment-store.ts';

/**
 * What is left of a reservation is free again, as soon as nothing more will be taken from it: one for a series stays until its
 * last day is settled.
 */
export const letGoReservation = async (database: Database, payment: Payment, now: Date): Promise<void> => {
  const { ars, bookingId, hostId, reference } = payment;
  const others = reference === null ? [] : await listByReference(database, ars, reference);
  const isNeeded = ({ bookingId: other, state }: Payment): boolean =>
    other !== bookingId && ['requested', 'secured', 'due'].includes(state);
  if (others.some(isNeeded)) return;
  const key = `${bookingId}/cancel`;
  await addOrder(database, { ars, key, purpose: 'cancel', bookingId, hostId, cents: 0, feeCents: 0 }, now);
};
