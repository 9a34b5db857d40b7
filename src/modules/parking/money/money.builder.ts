import { askForSpace } from '../bookings/ask-for-space.ts';
import { findBySecret, lockBooking } from '../bookings/booking-store.ts';
import { startParking } from '../bookings/bookings.builder.ts';
import { keepTime } from '../bookings/keep-time.ts';
import { hashOfSecret } from '../bookings/secret.ts';
import { pageToPay } from './open-payment.ts';
import { findPayment } from './payment-store.ts';
import { lookAtRequested, readPaymentNotice } from './secure-payment.ts';
import { sendOrders } from './send-orders.ts';
import { settleEnded } from './settle.ts';
import { createTestProvider } from './test-provider/test-provider.ts';

export const FACTS = {
  person: { firstName: 'Ada', lastName: 'Beispiel', bornOn: '1980-02-29' },
  street: 'Ahornweg',
  number: '7',
  postcode: '76131',
  city: 'Karlsruhe',
  taxId: '86095742719',
  vatId: '',
  vat: 'none' as const,
  iban: 'DE02120300000000202051',
  holder: 'Ada Beispiel',
};

/** A town with private hosts, and a provider that keeps books of its own. */
export const startMoney = async () => {
  const parking = await startParking();
  const { context, wish } = parking;
  const provider = createTestProvider({ ...parking.setting, secret: () => Buffer.alloc(32, 9) });
  const setting = { ...parking.setting, payments: provider };
  provider.notify = (notice) => readPaymentNotice(setting, notice);

  /** A space that is held until it is paid for. */
  const requested = async (...[from, to, more]: Parameters<typeof wish>) => {
    const { payer: _, ...asked } = wish(from, to, more);
    const answer = await askForSpace(setting, asked);
    if ('refused' in answer) throw new Error(answer.refused);
    const { booking, secret } = answer;
    return {
      booking,
      key: { ars: booking.ars, secretHash: hashOfSecret(secret) },
      money: { ars: booking.ars, bookingId: booking.id },
    };
  };
  type Requested = Awaited<ReturnType<typeof requested>>;

  /** The driver opens the page of the provider. */
  const open = async ({ booking }: Requested): Promise<{ ars: string; reference: string }> => {
    const { ars, id } = booking;
    const way = { returnTo: '', language: 'de' as const };
    await pageToPay(setting, provider, { ars, bookingIds: [id] }, way);
    const payment = await findPayment(context.database, { ars, bookingId: id });
    return { ars, reference: payment?.reference ?? '' };
  };
  const paid = async (...asked: Parameters<typeof wish>) => {
    const one = await requested(...asked);
    await provider.decide(await open(one), 'authorised');
    return one;
  };
  return {
    ...parking,
    provider,
    setting,
    requested,
    open,
    paid,
    /** Everything that the work of a minute does. */
    minute: async () => {
      await keepTime(setting);
      return {
        ...(await lookAtRequested(setting)),
        settled: await settleEnded(setting),
        ...(await sendOrders(setting)),
      };
    },
    bookingOf: async ({ key }: Pick<Requested, 'key'>) =>
      findBySecret(context.database, key.ars, key.secretHash),
    stored: ({ ars, id }: { ars: string; id: string }) => lockBooking(context.database, { ars, id }),
    paymentOf: ({ money }: Pick<Requested, 'money'>) => findPayment(context.database, money),
    clear: async () => {
      await context.connection.pool.query(`truncate parking.ledger_transaction, parking.payment, parking.payment_order,
        parking.money_document, parking.number_series, parking.host_tax, parking.mandate, parking.debit_run,
        parking.town_account, parking.test_payment, parking.test_movement cascade`);
      await parking.clear();
      provider.faults = {};
    },
  };
};
