import type { Context as HonoContext } from 'hono';
import { formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import type { Booking } from '../../bookings/booking.ts';
import { mineAt, seriesAt } from '../../bookings/pages/mine.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { documentMessages, type MoneyView, moneyMessages } from '../../web/index.ts';
import { listOfBooking } from '../documents/document-store.ts';
import { numberText } from '../documents/money-document.ts';
import { findPayment } from '../payment-store.ts';

/** What the page of a booking says of its money; undefined: it costs nothing. */
export const moneyOfBooking = async (
  c: HonoContext<ParkingEnvironment>,
  { database, payments }: ParkingSetting,
  { ars, id, state, quotedCents }: Booking,
): Promise<MoneyView | undefined> => {
  const payment = await findPayment(database, { ars, bookingId: id });
  if (!payment) return undefined;
  const { language } = c.var;
  const t = moneyMessages(language).booking;
  const words = documentMessages(language);
  const documents = (await listOfBooking(database, { ars, bookingId: id })).map((one) => ({
    href: mineAt(c, `/beleg/${one.id}.pdf`),
    label: t.document(words.title(words.kinds[one.kind], numberText(one))),
  }));
  const sum = (cents: number) => formatEuro(language, cents);
  if (state === 'requested' && payment.state === 'requested') {
    const isHost = payment.payee === 'host';
    return {
      lines: [t.held(formatTime(language, payment.expiresAt))],
      pay: {
        href: mineAt(c, '/zahlen'),
        label: isHost ? t.pay(sum(quotedCents)) : t.choose,
        hint: isHost ? t.reserve(sum(payment.reservedCents), payments?.name ?? '') : t.town,
      },
      documents,
    };
  }
  const lines = [t.states[payment.state], ...(payment.way ? [`${t.ways[payment.way]}.`] : [])];
  const isTest = payment.payee === 'host' && payments?.isTest === true;
  return { lines: [[...lines, ...(isTest ? [t.test] : [])].join(' ')], documents };
};

/** What the page of a series says of bookings that wait for money; undefined: none does. */
export const moneyOfSeries = async (
  c: HonoContext<ParkingEnvironment>,
  { database, payments }: ParkingSetting,
  requested: readonly Booking[],
): Promise<MoneyView | undefined> => {
  const all = await Promise.all(
    requested.map(({ ars, id }) => findPayment(database, { ars, bookingId: id })),
  );
  const open = all.filter((payment) => payment !== undefined);
  const [first] = open;
  if (!first) return undefined;
  const { language } = c.var;
  const t = moneyMessages(language).booking;
  const sum = (cents: number) => formatEuro(language, cents);
  const ofHosts = open.filter(({ payee }) => payee === 'host');
  const reserved = ofHosts.reduce((total, { reservedCents }) => total + reservedCents, 0);
  const quoted = requested.reduce((total, { quotedCents }) => total + quotedCents, 0);
  return {
    lines: [t.heldAll(formatNumber(language, open.length), formatTime(language, first.expiresAt))],
    pay: {
      href: seriesAt(c, '/zahlen'),
      label: reserved > 0 ? t.pay(sum(quoted)) : t.choose,
      hint: reserved > 0 ? t.reserve(sum(reserved), payments?.name ?? '') : t.town,
    },
    documents: [],
  };
};
