import type { ParkingSetting } from '../../setting.ts';
import { paidToTown } from '../ledger/ledger.ts';
import { book } from '../ledger/ledger-store.ts';
import { changePayment, findPayment } from '../payment-store.ts';

/** The town's money has arrived. Done twice it is booked once. Call it inside a transaction. */
export const markPaid = async (
  { database, clock, newId }: Pick<ParkingSetting, 'database' | 'clock' | 'newId'>,
  ars: string,
  bookingId: string,
): Promise<{ paid: true } | { refused: 'not-due' }> => {
  const payment = await findPayment(database, { ars, bookingId }, true);
  if (payment?.payee !== 'town' || payment.state !== 'due') return { refused: 'not-due' };
  const at = clock();
  await changePayment(database, payment, { state: 'paid', paid_at: at });
  await book(database, {
    ars,
    id: newId(),
    key: `${bookingId}/paid`,
    kind: 'paid',
    bookingId,
    at,
    postings: paidToTown(payment.chargedCents ?? 0),
  });
  return { paid: true };
};
