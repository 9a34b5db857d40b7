import type { ParkingSetting } from '../setting.ts';
import { findByNumber } from './documents/document-store.ts';
import { addOrder } from './order-store.ts';
import { findPayment } from './payment-store.ts';

export type RefundRefusal = { refused: 'unknown-number' };

const NUMBER = /^Q-(\d{12})-(\d{4})-(\d{6,9})$/;

/**
 * A driver gets the whole of a payment back; the receipt with this number is taken back once the provider has done it.
 * Asked twice it happens once. @param ars the town whose desk asks: it knows its own receipts only.
 */
export const refundByNumber = async (
  { database, clock }: Pick<ParkingSetting, 'database' | 'clock'>,
  ars: string,
  typed: string,
): Promise<{ bookingId: string } | RefundRefusal> => {
  const [, town, year, number] = NUMBER.exec(typed.trim().toUpperCase()) ?? [];
  if (town !== ars) return { refused: 'unknown-number' };
  const key = { ars, kind: 'receipt' as const, year: Number(year), number: Number(number) };
  const receipt = await findByNumber(database, key);
  const bookingId = receipt?.bookingId ?? undefined;
  const payment = bookingId === undefined ? undefined : await findPayment(database, { ars, bookingId });
  if (bookingId === undefined || payment?.state !== 'paid' || payment.way !== 'provider')
    return { refused: 'unknown-number' };
  const { hostId, feeCents, chargedCents } = payment;
  await addOrder(
    database,
    {
      ars,
      key: `${bookingId}/refund`,
      purpose: 'refund',
      bookingId,
      hostId,
      cents: chargedCents ?? 0,
      feeCents,
    },
    clock(),
  );
  return { bookingId };
};
