import { Hono, type Context as HonoContext } from 'hono';
import { formatDay, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { fromBerlin, isDay } from '../../../../foundation/time/zone.ts';
import { moneyOfSeries } from '../../money/pages/booking-money.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { instantOf } from '../../slot.ts';
import { parkingMessages, SeriesPage, type SeriesView } from '../../web/index.ts';
import { cancelSeries, listSeries } from '../ask-for-series.ts';
import { MOST_OF_SERIES } from '../series.ts';
import { SERIES } from './mine.ts';

type Page = HonoContext<ParkingEnvironment>;

const noteOf = (c: Page, promised: number): string | undefined => {
  const { language } = c.var;
  const t = parkingMessages(language);
  const cancelled = /^\d{1,2}$/.exec(c.req.query('storniert') ?? '')?.[0];
  if (cancelled !== undefined) return t.series.cancelled(formatNumber(language, Number(cancelled)));
  return ['versprochen', 'bezahlt'].includes(c.req.query('erledigt') ?? '') && promised > 0
    ? t.series.promised(formatNumber(language, promised))
    : undefined;
};

const answer = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const { language } = c.var;
  const t = parkingMessages(language);
  const { ars = '', key = '' } = c.req.param();
  const now = setting.clock();
  const occurrences = await listSeries(setting, ars, key);
  const without = (c.req.query('ohne') ?? '').split(',').filter(isDay).slice(0, MOST_OF_SERIES);
  const time = (slot: number) => formatTime(language, instantOf(slot));
  const promised = occurrences.filter(({ booking }) => booking.state === 'promised').length;
  const requested = occurrences.filter(({ booking }) => booking.state === 'requested');
  const view: SeriesView = {
    money: await moneyOfSeries(
      c,
      setting,
      requested.map(({ booking }) => booking),
    ),
    note: noteOf(c, promised),
    without: without.map((day) => formatDay(language, fromBerlin(day, '12:00'), now)),
    stays: occurrences.map(({ booking, secret }) => ({
      key: booking.id,
      href: localPath(language, `/parken/buchung/${booking.ars}/${secret}`),
      text: t.series.stay(
        formatDay(language, instantOf(booking.from), now),
        time(booking.from),
        time(booking.to),
      ),
      state: t.booking.states[booking.state],
    })),
    cancel:
      promised + requested.length > 0
        ? localPath(language, `/parken/serie/${ars}/${key}/stornieren`)
        : undefined,
    ask: localPath(language, '/parken'),
  };
  return c.var.page({ title: t.series.title, body: <SeriesPage view={view} t={t} />, isIndexed: false });
};

/** A series, opened by its link: one page for all its bookings. */
export const seriesPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(SERIES, (c) => answer(c, setting));
  pages.post(`${SERIES}/stornieren`, async (c) => {
    const { ars, key } = c.req.param();
    const cancelled = await cancelSeries(setting, ars, key);
    return c.redirect(localPath(c.var.language, `/parken/serie/${ars}/${key}?storniert=${cancelled}`), 303);
  });
  return pages;
};
