import * as v from 'valibot';
import type { Context } from '../../../../foundation/database/context.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { dayInterval } from '../../../../foundation/time/zone.ts';
import type { PaymentProvider, ProviderAnswer } from '../payment-provider.ts';
import {
  addMovement,
  balanceOfHost,
  closeReservation,
  findMovement,
  findTestPayment,
  listMovements,
  openOnce,
  setTestState,
  sumsOfReference,
} from './books-store.ts';
import { isSigned, signNotice } from './sign-notice.ts';

export type Notice = { body: string; signature: string };

/** What goes wrong on purpose, in tests. */
export type TestFaults = {
  notices?: 'lost' | 'twice';
  /** Thrown before or after an order is done: the network broke on the way there, or on the way back. */
  breaks?: 'before' | 'after' | undefined;
};

export type TestProvider = PaymentProvider & {
  /** The driver presses a button on the page of the test provider. @returns false where there is nothing to decide. */
  decide: (key: { ars: string; reference: string }, answer: 'authorised' | 'declined') => Promise<boolean>;
  faults: TestFaults;
  /** Where its notices go. */ notify: (notice: Notice) => Promise<unknown>;
};

const NoticeSchema = v.object({
  ars: v.pipe(v.string(), v.regex(/^\d{12}$/)),
  reference: v.pipe(v.string(), v.uuid()),
});

type Books = Pick<Context, 'database' | 'clock' | 'newId'>;

/** Money that is none, in books of its own: what it does is never seen by our ledger but through the port. */
export const createTestProvider = (books: Books & { secret: () => Buffer }): TestProvider => {
  const { database, clock, newId, secret } = books;
  const provider: TestProvider = {
    name: 'Testkasse',
    isTest: true,
    faults: {},
    notify: async () => undefined,
    open: async ({ returnTo, language, ...order }) => {
      const payment = await openOnce(database, { ...order, reference: newId(), at: clock() });
      const query = new URLSearchParams({ zurueck: returnTo });
      const page = localPath(language, `/parken/testkasse/${payment.ars}/${payment.reference}?${query}`);
      return { reference: payment.reference, page };
    },
    look: async (ars, reference) =>
      (await findTestPayment(database, { ars, reference }))?.state ?? 'cancelled',
    capture: (order) => breaking(provider, () => moveOnce(books, { ...order, kind: 'capture' })),
    cancel: (order) => breaking(provider, () => cancelOnce(books, order)),
    refund: (order) => breaking(provider, () => moveOnce(books, { ...order, kind: 'refund' })),
    payOut: ({ ars, key, host, cents }) =>
      breaking(provider, () => moveOnce(books, { ars, key, host, cents, feeCents: 0, kind: 'payOut' })),
    balanceOf: (ars, host) => balanceOfHost(database, ars, host),
    movementsOf: (ars, day) => listMovements(database, ars, dayInterval(day)),
    readNotice: (body, signature) => {
      if (!isSigned(secret(), body, signature, clock())) return undefined;
      const read = v.safeParse(v.pipe(v.string(), v.parseJson(), NoticeSchema), body);
      return read.success ? read.output : undefined;
    },
    decide: async (key, answer) => {
      const isDecided = await database.transaction().execute(async (inside) => {
        const payment = await findTestPayment(inside, key, true);
        if (payment?.state !== 'open') return false;
        await setTestState(inside, key, answer);
        return true;
      });
      if (isDecided) await tell(provider, { body: JSON.stringify(key), secret: secret(), now: clock() });
      return isDecided;
    },
  };
  return provider;
};

const tell = async (
  { faults, notify }: TestProvider,
  { body, secret, now }: { body: string; secret: Buffer; now: Date },
): Promise<void> => {
  const notice = { body, signature: signNotice(secret, body, now) };
  const times = faults.notices === 'lost' ? 0 : faults.notices === 'twice' ? 2 : 1;
  for (let time = 0; time < times; time += 1) await notify(notice);
};

const breaking = async (
  { faults }: TestProvider,
  work: () => Promise<ProviderAnswer>,
): Promise<ProviderAnswer> => {
  if (faults.breaks === 'before') throw new Error('The network broke before.');
  const answer = await work();
  if (faults.breaks === 'after') throw new Error('The network broke behind.');
  return answer;
};

type Move = {
  ars: string;
  key: string;
  kind: 'capture' | 'refund' | 'payOut';
  reference?: string;
  host: string;
  cents: number;
  feeCents: number;
};

/** Why a movement cannot be: the state of what was agreed on, and the sums so far. */
const whyNot = async (
  inside: Books['database'],
  { ars, kind, reference, host, cents, feeCents }: Move,
): Promise<string | undefined> => {
  if (reference !== undefined) {
    const payment = await findTestPayment(inside, { ars, reference }, true);
    const { captured, refunded } = await sumsOfReference(inside, { ars, reference });
    if (!payment || !['authorised', 'captured'].includes(payment.state)) return 'wrong-state';
    if (kind === 'capture' && captured + cents > payment.cents) return 'above-reservation';
    if (kind === 'refund' && refunded + cents > captured) return 'above-captured';
  }
  const taken = kind === 'capture' ? 0 : cents - feeCents;
  return taken > (await balanceOfHost(inside, ars, host)) ? 'balance-too-low' : undefined;
};

const moveOnce = ({ database, clock }: Books, move: Move): Promise<ProviderAnswer> =>
  database.transaction().execute(async (inside): Promise<ProviderAnswer> => {
    const { ars, key, reference = null } = move;
    const before = await findMovement(inside, { ars, key });
    if (before) return { doneAt: before.at };
    const refused = await whyNot(inside, move);
    if (refused !== undefined) return { refused };
    const at = clock();
    await addMovement(inside, { ...move, reference, at });
    if (reference !== null) await setTestState(inside, { ars, reference }, 'captured');
    return { doneAt: at };
  });

/** What has been taken stays taken; the rest of the reservation goes back. */
const cancelOnce = (
  { database, clock }: Books,
  { ars, reference }: { ars: string; reference: string },
): Promise<ProviderAnswer> =>
  database.transaction().execute(async (inside): Promise<ProviderAnswer> => {
    const payment = await findTestPayment(inside, { ars, reference }, true);
    if (payment?.state === 'captured')
      await closeReservation(inside, payment, (await sumsOfReference(inside, payment)).captured);
    else if (payment) await setTestState(inside, payment, 'cancelled');
    return { doneAt: clock() };
  });

export const isTestProvider = (provider: PaymentProvider): provider is TestProvider => 'decide' in provider;
