import { Hono, type Context as HonoContext } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatEuro } from '../../../../foundation/i18n/format.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { listSeries } from '../../bookings/ask-for-series.ts';
import { type Booking, stateAfter } from '../../bookings/booking.ts';
import { changeBooking, findBySecret, lockBooking } from '../../bookings/booking-store.ts';
import { keyOf, MINE, mineAt, SERIES, seriesAt } from '../../bookings/pages/mine.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { type MoneyMessages, moneyMessages, NoAnswerPage, PayPage } from '../../web/index.ts';
import { agreeWithTown } from '../agree-with-town.ts';
import type { MoneyFaults } from '../form-reader.ts';
import { pageToPay } from '../open-payment.ts';
import type { Payer, Payment } from '../payment.ts';
import { findPayment } from '../payment-store.ts';
import { securePayment } from '../secure-payment.ts';
import { findTownAccount, type TownAccount } from '../town/town-account-store.ts';
import { readPayer } from './read-payer.ts';

type Page = HonoContext<ParkingEnvironment>;
type Entry = { booking: Booking; payment: Payment };

/** What is paid for at once, a booking or a series, and where its page is. */
type Bundle = { ars: string; entries: Entry[]; at: (path?: string) => string };

const entriesOf = async ({ database }: ParkingSetting, bookings: readonly Booking[]): Promise<Entry[]> => {
  const all = await Promise.all(
    bookings.map(async (booking) => ({
      booking,
      payment: await findPayment(database, { ars: booking.ars, bookingId: booking.id }),
    })),
  );
  return all.flatMap(({ booking, payment }) => (payment ? [{ booking, payment }] : []));
};

const ofBooking = async (c: Page, setting: ParkingSetting): Promise<Bundle | undefined> => {
  const { ars, secretHash } = keyOf(c);
  const booking = await findBySecret(setting.database, ars, secretHash);
  const entries = booking ? await entriesOf(setting, [booking]) : [];
  return entries.length > 0 ? { ars, entries, at: (path) => mineAt(c, path) } : undefined;
};

const ofSeries = async (c: Page, setting: ParkingSetting): Promise<Bundle | undefined> => {
  const { ars = '', key = '' } = c.req.param();
  const bookings = (await listSeries(setting, ars, key)).map(({ booking }) => booking);
  const entries = await entriesOf(setting, bookings);
  return entries.length > 0 ? { ars, entries, at: (path) => seriesAt(c, path) } : undefined;
};

const waiting = ({ entries }: Bundle, payee: Payment['payee']): Entry[] =>
  entries.filter(({ payment }) => payment.state === 'requested' && payment.payee === payee);

const fieldsOf = (t: MoneyMessages, town: TownAccount | undefined, typed: Typed, faults: MoneyFaults) => {
  const field = (
    name: keyof MoneyMessages['pay']['fields'],
    control: FieldView['control'],
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults[name];
    return {
      name,
      control,
      label: t.pay.fields[name],
      value: typed[name] ?? '',
      error: fault && t.faults[fault],
      ...more,
    };
  };
  const who = [
    field('name', 'line', { autocomplete: 'name' }),
    field('strasse', 'line', { autocomplete: 'street-address' }),
    field('plz', 'line', { autocomplete: 'postal-code', inputMode: 'numeric' }),
    field('ort', 'line', { autocomplete: 'address-level2' }),
  ];
  if (!town?.creditorId) return who;
  const way: FieldView = {
    name: 'art',
    control: 'radios',
    label: t.pay.way,
    value: typed.art ?? 'invoice',
    error: faults.art && t.faults[faults.art],
    choices: (['invoice', 'debit'] as const).map((value) => ({ value, label: t.pay.ways[value] })),
  };
  const hint = t.pay.mandateHint(town.name, town.creditorId);
  return [way, ...who, field('iban', 'line'), field('mandat', 'tick', { hint })];
};

const answerForm = async (
  c: Page,
  { database }: ParkingSetting,
  bundle: Bundle,
  { typed = {}, faults = {} }: { typed?: Typed; faults?: MoneyFaults } = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = moneyMessages(language);
  const town = await findTownAccount(database, bundle.ars);
  const quoted = waiting(bundle, 'town').reduce((sum, { booking }) => sum + booking.quotedCents, 0);
  const view = {
    lead: t.pay.lead(formatEuro(language, quoted)),
    action: bundle.at('/zahlen'),
    fields: fieldsOf(t, town, typed, faults),
    note: town?.creditorId ? undefined : t.pay.noDebit,
  };
  const isWrong = Object.keys(faults).length > 0;
  const title = isWrong ? `${t.errorTitle} ${t.pay.title}` : t.pay.title;
  return c.var.page({ title, body: <PayPage view={view} t={t} />, isIndexed: false }, isWrong ? 422 : 200);
};

/** What the driver typed becomes binding: the booking is promised with it, at once. */
const agreeOnOne = (setting: ParkingSetting, { booking: { ars, id } }: Entry, payer: Payer): Promise<void> =>
  setting.database.transaction().execute(async (database) => {
    const booking = await lockBooking(database, { ars, id });
    const payment = await findPayment(database, { ars, bookingId: id }, true);
    const state = booking && stateAfter(booking.state, 'pay');
    if (!booking || !state || payment?.state !== 'requested') return;
    await agreeWithTown({ ...setting, database }, payment, payer, booking.personId);
    const at = setting.clock();
    await changeBooking(database, booking, { state }, { state, cause: 'paid', at });
  });

const agree = async (c: Page, setting: ParkingSetting, bundle: Bundle): Promise<Response> => {
  const typed = await typedBody(c);
  const town = await findTownAccount(setting.database, bundle.ars);
  const read = readPayer(typed, { mayDebit: Boolean(town?.creditorId) });
  if ('faults' in read) return answerForm(c, setting, bundle, { typed, faults: read.faults });
  for (const entry of waiting(bundle, 'town')) await agreeOnOne(setting, entry, read.payer);
  return c.redirect(bundle.at('?erledigt=bezahlt'), 303);
};

/** Where the provider cannot be reached the space stays held: one may try again until its time is over. */
const noAnswer = (c: Page, bundle: Bundle): Response | Promise<Response> => {
  const t = moneyMessages(c.var.language);
  const body = <NoAnswerPage back={bundle.at()} t={t} />;
  return c.var.page({ title: t.pay.title, body, isIndexed: false }, 503);
};

const toProvider = async (c: Page, setting: ParkingSetting, bundle: Bundle): Promise<Response> => {
  const bookingIds = waiting(bundle, 'host').map(({ booking }) => booking.id);
  const about = { returnTo: bundle.at('/bezahlt'), language: c.var.language };
  const { payments } = setting;
  try {
    const open = payments && (await pageToPay(setting, payments, { ars: bundle.ars, bookingIds }, about));
    return c.redirect(open?.page ?? bundle.at(), 303);
  } catch {
    return noAnswer(c, bundle);
  }
};

/** The driver is back from the provider's page: the provider is asked what came of it. */
const comeBack = async (
  c: Page,
  setting: ParkingSetting,
  bundle: Bundle,
  again: () => Promise<Bundle | undefined>,
): Promise<Response> => {
  try {
    for (const { payment } of bundle.entries)
      if (payment.payee === 'host') await securePayment(setting, payment);
  } catch {
    return noAnswer(c, bundle);
  }
  const isAgreed = (await again())?.entries.some(({ payment }) => payment.state === 'secured');
  return c.redirect(bundle.at(isAgreed ? '?erledigt=bezahlt' : ''), 303);
};

/** From the held space to the agreed payment: on the provider's page, or by a form of the town. */
export const payPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  for (const [at, find] of [
    [MINE, ofBooking],
    [SERIES, ofSeries],
  ] as const) {
    pages.get(`${at}/zahlen`, async (c) => {
      const bundle = await find(c, setting);
      if (!bundle) return c.notFound();
      if (waiting(bundle, 'host').length > 0) return toProvider(c, setting, bundle);
      const isOpen = waiting(bundle, 'town').length > 0;
      return isOpen ? answerForm(c, setting, bundle) : c.redirect(bundle.at(), 303);
    });
    pages.post(`${at}/zahlen`, async (c) => {
      const bundle = await find(c, setting);
      if (!bundle) return c.notFound();
      const isOpen = waiting(bundle, 'town').length > 0;
      return isOpen ? agree(c, setting, bundle) : c.redirect(bundle.at(), 303);
    });
    pages.get(`${at}/bezahlt`, async (c) => {
      const bundle = await find(c, setting);
      return bundle ? comeBack(c, setting, bundle, () => find(c, setting)) : c.notFound();
    });
  }
  return pages;
};
