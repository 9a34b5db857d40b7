import type { Database } from '../../../foundation/database/context.ts';
import type { ParkingSetting } from '../setting.ts';
import { cancelReceipt, issueForPayment } from './documents/issue-document.ts';
import {
  captured,
  hostCharge,
  type Posting,
  paidOut,
  reversed,
  type TransactionKind,
} from './ledger/ledger.ts';
import { book } from './ledger/ledger-store.ts';
import {
  finishOrder,
  listDueOrders,
  lockWaitingOrder,
  type OrderKey,
  type PaymentOrder,
  putOffOrder,
} from './order-store.ts';
import type { Payment } from './payment.ts';
import type { PaymentProvider, ProviderAnswer } from './payment-provider.ts';
import { changePayment, findPayment } from './payment-store.ts';
import { letGoReservation } from './release-reservation.ts';
import { openTaxFacts } from './tax/keep-tax-facts.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'> & {
  payments: PaymentProvider;
};

const ask = async (
  setting: Setting,
  order: PaymentOrder,
  payment: Payment | undefined,
): Promise<ProviderAnswer> => {
  const { ars, key, cents, feeCents, purpose } = order;
  const { payments } = setting;
  const host = order.hostId ?? '';
  if (purpose === 'payOut') {
    const facts = await openTaxFacts(setting, { ars, hostId: host });
    if (!facts) return { refused: 'no-bank-account' };
    return payments.payOut({ ars, key, host, cents, iban: facts.iban, holder: facts.holder });
  }
  const reference = payment?.reference;
  // Nobody ever opened the provider's page: there is nothing to let go.
  if (!reference) return purpose === 'cancel' ? { doneAt: setting.clock() } : { refused: 'no-reference' };
  if (purpose === 'cancel') return payments.cancel({ ars, key, reference });
  return payments[purpose]({ ars, key, reference, cents, feeCents, host });
};

type Done = { kind: TransactionKind; postings: Posting[] };

const doneOf = ({ purpose, hostId, cents, feeCents }: PaymentOrder): Done | undefined => {
  const host = hostId ?? '';
  if (purpose === 'capture') return { kind: 'capture', postings: captured(cents) };
  if (purpose === 'payOut') return { kind: 'payOut', postings: paidOut(host, cents) };
  if (purpose === 'cancel') return undefined;
  return {
    kind: 'refund',
    postings: [...reversed(captured(cents)), ...reversed(hostCharge(host, cents, feeCents))],
  };
};

/** The provider has done it: the mirror is written at the provider's time, with what follows from it. */
const mirror = async (
  setting: Setting,
  database: Database,
  order: PaymentOrder,
  { payment, at }: { payment: Payment | undefined; at: Date },
): Promise<void> => {
  const { ars, key, bookingId, purpose } = order;
  await finishOrder(database, order, { state: 'done', at });
  const done = doneOf(order);
  if (done) await book(database, { ars, id: setting.newId(), key, bookingId, at, ...done });
  if (!payment) return;
  const inside = { ...setting, database };
  if (purpose === 'capture') {
    await changePayment(database, payment, { state: 'paid', paid_at: at });
    await issueForPayment(inside, payment);
    await letGoReservation(database, payment, setting.clock());
  }
  if (purpose === 'refund') {
    await changePayment(database, payment, { state: 'refunded' });
    await cancelReceipt(inside, payment);
  }
};

/** The provider will never take it: nobody owes a host what cannot come, and the books say so. */
const giveUpCharge = async (
  { clock, newId }: Setting,
  database: Database,
  order: PaymentOrder,
  payment: Payment,
): Promise<void> => {
  const { ars, bookingId, key, cents, feeCents, hostId } = order;
  const at = clock();
  await changePayment(database, payment, { state: 'released', charged_cents: 0 });
  const postings = reversed(hostCharge(hostId ?? '', cents, feeCents));
  await book(database, {
    ars,
    id: newId(),
    key: `${key}/given-up`,
    kind: 'correction',
    bookingId,
    at,
    postings,
  });
};

type Sent = 'done' | 'refused' | 'later';

const sendOne = async (setting: Setting, key: OrderKey): Promise<Sent | undefined> => {
  const now = setting.clock();
  try {
    return await setting.database.transaction().execute(async (database): Promise<Sent | undefined> => {
      const order = await lockWaitingOrder(database, key);
      if (!order) return undefined;
      const payment =
        order.bookingId === null
          ? undefined
          : await findPayment(database, { ars: order.ars, bookingId: order.bookingId }, true);
      const answer = await ask(setting, order, payment).catch((cause: Error) => {
        throw new ProviderSilent(cause.name, { cause });
      });
      if ('refused' in answer) {
        await finishOrder(database, order, { state: 'refused', at: now, reason: answer.refused });
        if (order.purpose === 'capture' && payment) await giveUpCharge(setting, database, order, payment);
        return 'refused';
      }
      await mirror(setting, database, order, { payment, at: answer.doneAt });
      return 'done';
    });
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error;
    await putOffOrder(setting.database, key, { now, reason: error.message });
    return 'later';
  }
};

/** The provider could not be reached: the order waits. */
class ProviderSilent extends Error {}

const MOST_AT_ONCE = 500;

/** By the minute: asks the provider for what waits. An order that was done while we crashed is answered by its key. */
export const sendOrders = async (setting: Setting): Promise<Record<Sent, number>> => {
  const report = { done: 0, refused: 0, later: 0 };
  for (const key of await listDueOrders(setting.database, setting.clock(), MOST_AT_ONCE)) {
    const sent = await sendOne(setting, key);
    if (sent) report[sent] += 1;
  }
  return report;
};
