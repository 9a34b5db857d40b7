import { Hono, type Context as HonoContext } from 'hono';
import { formatDay, formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { pictureIn } from '../../../../foundation/picture/picture-in.ts';
import { berlinDay } from '../../../../foundation/time/zone.ts';
import { moneyOfBooking } from '../../money/pages/booking-money.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { alternativesNear } from '../../sites/pages/alternatives-near.ts';
import { FIXED_MINUTES_BEFORE, instantOf, SLOT_MINUTES, type Slot } from '../../slot.ts';
import { findPhoto, hasPhoto } from '../../spaces/photo-store.ts';
import { findPool } from '../../spaces/pool-store.ts';
import { openAccess } from '../../spaces/seal-access.ts';
import {
  BookingPage,
  type BookingView,
  type ParkingMessages,
  parkingMessages,
  siteMessages,
} from '../../web/index.ts';
import { type Booking, type BookingAct, stateAfter } from '../booking.ts';
import { findBySecret } from '../booking-store.ts';
import { arrive, cancelBooking, type DriverRefusal, extend, leave } from '../driver-acts.ts';
import { listEvents } from '../event-store.ts';
import { walkBetween } from '../fitting-pools.ts';
import { reportTakenSpace } from '../report-taken.ts';
import { keyOf, MINE, mineAt } from './mine.ts';

type Page = HonoContext<ParkingEnvironment>;

const LONGER_SLOTS = 6;

const timeText = (c: Page, { from, to }: Booking, now: Date): string => {
  const { language } = c.var;
  const t = parkingMessages(language);
  const [begins, ends] = [instantOf(from), instantOf(to)];
  const day = (at: Date) => `${formatDay(language, at, now)}, ${formatTime(language, at)}`;
  const isSameDay = berlinDay(begins) === berlinDay(ends);
  return t.booking.time(day(begins), isSameDay ? formatTime(language, ends) : day(ends));
};

const isShown = ({ unit, state }: Booking): boolean =>
  unit !== null && ['fixed', 'arrived', 'overstaying'].includes(state);

/** The entrance, for who may drive in: nobody else is shown what it looks like. */
const photo = async (c: Page, { database }: ParkingSetting): Promise<Response> => {
  const { ars, secretHash } = keyOf(c);
  const booking = await findBySecret(database, ars, secretHash);
  const content = booking && isShown(booking) && (await findPhoto(database, { ars, poolId: booking.poolId }));
  if (!content) return c.notFound() as Response;
  return c.body(new Uint8Array(content), 200, {
    'content-type': 'image/jpeg',
    'cache-control': 'private, no-store',
  });
};

/** Where it is and how one gets in: only once a unit is named, and not after the end. */
const spaceOf = async (c: Page, setting: ParkingSetting, booking: Booking): Promise<BookingView['space']> => {
  if (!isShown(booking)) return undefined;
  const pool = await findPool(setting.database, booking.ars, booking.poolId);
  if (!pool) return undefined;
  const { language } = c.var;
  const t = parkingMessages(language);
  const { lat, lon } = pool.facts.point;
  return {
    name: pool.facts.name,
    address: pool.facts.address,
    unit: t.booking.unit(formatNumber(language, booking.unit ?? 0)),
    access: pool.sealedAccess ? await openAccess(setting.secret(), pool, pool.sealedAccess) : t.booking.open,
    route: `geo:${lat},${lon}`,
    // Not every phone opens an app for "geo:".
    routeInBrowser: `https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`,
    walk: t.booking.walkNow(formatNumber(language, walkBetween(booking.destination, pool.facts.point))),
    photo: (await hasPhoto(setting.database, { ars: pool.ars, poolId: pool.id }))
      ? mineAt(c, '/foto')
      : undefined,
  };
};

const ACTS: [act: BookingAct, path: string, rank: 'primary' | 'secondary' | 'tertiary'][] = [
  ['arrive', '/da', 'primary'],
  ['reportTaken', '/belegt', 'secondary'],
  ['leave', '/ab', 'primary'],
  ['extend', '/laenger', 'secondary'],
  ['cancel', '/stornieren', 'tertiary'],
];

const actsOf = (c: Page, { state, quotedCents }: Booking, t: ParkingMessages): BookingView['acts'] => {
  const labels = {
    arrive: t.booking.arrive,
    reportTaken: t.booking.taken,
    leave: t.booking.leave,
    extend: t.booking.extend,
    cancel: t.booking.cancel,
  };
  return ACTS.filter(([act]) => stateAfter(state, act) !== undefined).map(([act, path, rank]) => ({
    action: mineAt(c, path),
    label: labels[act as keyof typeof labels],
    rank,
    hasPicture: act === 'reportTaken',
    hint:
      act === 'cancel' && quotedCents > 0 && (state === 'promised' || state === 'fixed')
        ? t.booking.cancelHint[state]
        : undefined,
  }));
};

const nextText = (c: Page, { state, from, to }: Booking, t: ParkingMessages): string => {
  const time = (slot: Slot) => formatTime(c.var.language, instantOf(slot));
  if (state === 'requested') return '';
  if (state === 'promised') return t.booking.next.promised(time(from - FIXED_MINUTES_BEFORE / SLOT_MINUTES));
  return state === 'arrived' ? t.booking.next.arrived(time(to)) : t.booking.next[state];
};

const AT_FIRST = new Set(['versprochen', 'weitergeben']);

const noteOf = (c: Page, state: Booking['state'], refused: string | undefined): BookingView['note'] => {
  const t = parkingMessages(c.var.language);
  if (refused !== undefined && Object.hasOwn(t.refusals, refused))
    return { kind: 'danger', title: t.refusals[refused as keyof typeof t.refusals] };
  const done = c.req.query('erledigt') ?? '';
  // What was done a while ago is not news any more.
  if (!Object.hasOwn(t.booking.done, done) || (AT_FIRST.has(done) && state !== 'promised')) return undefined;
  return {
    kind: ['umgesetzt', 'ohne', 'schon'].includes(done) ? 'warning' : 'success',
    title: t.booking.done[done as keyof typeof t.booking.done],
  };
};

const priceText = (language: Language, { quotedCents }: Booking): string => {
  const t = parkingMessages(language);
  return quotedCents === 0 ? t.booking.free : t.booking.price(formatEuro(language, quotedCents));
};

const answer = async (c: Page, setting: ParkingSetting, refused?: string): Promise<Response> => {
  const { ars, secretHash } = keyOf(c);
  const booking = await findBySecret(setting.database, ars, secretHash);
  if (!booking) return c.notFound() as Response;
  const { language } = c.var;
  const t = parkingMessages(language);
  const now = setting.clock();
  const events = await listEvents(setting.database, booking);
  const view: BookingView = {
    state: t.booking.states[booking.state],
    next: nextText(c, booking, t),
    time: timeText(c, booking, now),
    walk: t.booking.walk(formatNumber(language, booking.walkLimit)),
    price: priceText(language, booking),
    charged:
      booking.chargedCents === null
        ? undefined
        : t.booking.charged(formatEuro(language, booking.chargedCents)),
    money: await moneyOfBooking(c, setting, booking),
    note: noteOf(c, booking.state, refused),
    space: await spaceOf(c, setting, booking),
    alternatives:
      booking.state === 'failed'
        ? {
            ...(await alternativesNear(setting, booking.destination, language)),
            all: localPath(
              language,
              `/parken/orte?lon=${booking.destination.lon}&lat=${booking.destination.lat}`,
            ),
          }
        : undefined,
    acts: actsOf(c, booking, t),
    seen: String(events.length),
    events: events.map(({ at, state, cause }, index) => ({
      key: String(index),
      text: `${formatDay(language, at, now)}, ${formatTime(language, at)}: ${t.booking.states[state]} (${t.booking.cause[cause as keyof typeof t.booking.cause] ?? cause})`,
    })),
  };
  return c.var.page(
    {
      title: view.state,
      body: <BookingPage view={view} t={t} sites={siteMessages(language)} />,
      isIndexed: false,
    },
    refused === undefined ? 200 : 422,
  );
};

type Done = keyof ParkingMessages['booking']['done'];

const onwards = async (
  c: Page,
  setting: ParkingSetting,
  result: object | DriverRefusal,
  done: Done,
): Promise<Response> => {
  if (!('refused' in result)) return c.redirect(mineAt(c, `?erledigt=${done}`), 303);
  // A second tap in the rain: shown how it stands now, and nothing is done twice.
  if (result.refused === 'seen-before') return c.redirect(mineAt(c, '?erledigt=schon'), 303);
  return result.refused === 'unknown-booking'
    ? (c.notFound() as Response)
    : answer(c, setting, result.refused);
};

/** What the driver pressed, on a page that had seen so many events. */
const pressed = async (c: Page) => {
  const { stand, foto } = await c.req.parseBody();
  const seen = typeof stand === 'string' && /^\d{1,5}$/.test(stand) ? Number(stand) : undefined;
  return { key: { ...keyOf(c), seen }, foto };
};

/** A booking, opened by its link: what happens next and what can be done. */
export const bookingPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(MINE, (c) => answer(c, setting));
  pages.get(`${MINE}/foto`, (c) => photo(c, setting));
  const acts = [
    ['/da', arrive, 'angekommen'],
    ['/ab', leave, 'abgefahren'],
    ['/stornieren', cancelBooking, 'storniert'],
  ] as const;
  for (const [path, act, done] of acts)
    pages.post(`${MINE}${path}`, async (c) =>
      onwards(c, setting, await act(setting, (await pressed(c)).key), done),
    );
  pages.post(`${MINE}/laenger`, async (c) => {
    const { key } = await pressed(c);
    return onwards(c, setting, await extend(setting, key, { slots: LONGER_SLOTS }), 'verlaengert');
  });
  pages.post(`${MINE}/belegt`, async (c) => {
    const { key, foto } = await pressed(c);
    const picture = await pictureIn(foto);
    const result = await reportTakenSpace(setting, key, picture === 'refused' ? undefined : picture);
    return onwards(c, setting, result, 'placed' in result && result.placed ? 'umgesetzt' : 'ohne');
  });
  return pages;
};
