import { randomUUID } from 'node:crypto';
import type { LonLat } from '../../../../foundation/geo/point.ts';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatDay, formatEuro, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { recordAct } from '../../../accounts/index.ts';
import { askAndNote, isShortage } from '../../bookings/ask-and-note.ts';
import type { AskRefusal } from '../../bookings/asked.ts';
import type { Booking } from '../../bookings/booking.ts';
import { findBySecret, listByPhone } from '../../bookings/booking-store.ts';
import { walkBetween } from '../../bookings/fitting-pools.ts';
import { askFields, firstAnswers } from '../../bookings/pages/present-ask-form.ts';
import { readWish } from '../../bookings/pages/read-wish.ts';
import { hashOfSecret, secretOf } from '../../bookings/secret.ts';
import type { ParkingSetting } from '../../setting.ts';
import { alternativesNear } from '../../sites/pages/alternatives-near.ts';
import { instantOf } from '../../slot.ts';
import { findPool } from '../../spaces/pool-store.ts';
import { openAccess } from '../../spaces/seal-access.ts';
import {
  PhonePage,
  PhoneSheetPage,
  type PhoneView,
  parkingMessages,
  phoneMessages,
  siteMessages,
} from '../../web/index.ts';
import { centreOf } from '../../zones/zone.ts';
import { listZones } from '../../zones/zone-store.ts';
import { type DeskPage, deskAt, townDeskPages } from './desk-of-town.ts';

const AT = '/parken/buchen';
const SHOWN_CALLS = 50;
const CENTRE = 'mitte';
const OWN_POINT = 'punkt';
const DEGREES = /^\d{1,2}([.,]\d{1,8})?$/;

/** Short enough to be said on the phone; only staff find a booking by it, in a list. */
const numberOf = ({ id }: Booking): string => id.slice(-6).toUpperCase();

const timeOf = (language: Language, { from, to }: Booking, now: Date): string => {
  const begins = instantOf(from);
  const until = formatTime(language, instantOf(to));
  return parkingMessages(language).booking.time(
    `${formatDay(language, begins, now)}, ${formatTime(language, begins)}`,
    until,
  );
};

type Target = { value: string; label: string; point: LonLat | undefined };

/** Where callers usually want to go: the middle of the town, and the areas that it has named. */
const targetsIn = async (setting: ParkingSetting, ars: string, language: Language): Promise<Target[]> => {
  const t = phoneMessages(language);
  const zones = await listZones(setting.database, ars);
  return [
    { value: CENTRE, label: t.centre, point: setting.places.get(ars)?.point ?? undefined },
    ...zones.map(({ id, name, outline }) => ({ value: id, label: name, point: centreOf(outline) })),
    { value: OWN_POINT, label: t.point, point: undefined },
  ];
};

const pointOf = (
  { places }: ParkingSetting,
  ars: string,
  targets: readonly Target[],
  { ziel, lat = '', lon = '' }: Typed,
): Target | undefined => {
  const target = targets.find(({ value }) => value === ziel);
  if (target?.value !== OWN_POINT) return target?.point && target;
  if (!DEGREES.test(lat.trim()) || !DEGREES.test(lon.trim())) return undefined;
  const degrees = (text: string) => Number(text.trim().replace(',', '.'));
  const point = { lat: degrees(lat), lon: degrees(lon) };
  const found = places.byPoint(point);
  return found.kind === 'inside' && found.municipality.ars === ars ? { ...target, point } : undefined;
};

type Wrong = { typed?: Typed; wrong?: string[]; refusal?: AskRefusal; point?: LonLat };

const answer = async (
  c: DeskPage,
  setting: ParkingSetting,
  ars: string,
  { typed, wrong = [], refusal, point }: Wrong = {},
): Promise<Response> => {
  const { language } = c.var;
  const t = phoneMessages(language);
  const now = setting.clock();
  const shown: Typed = typed ?? { ...firstAnswers(now), ziel: CENTRE };
  const faulty = new Set(wrong);
  const { fields, more } = askFields(language, shown, faulty);
  const targets = await targetsIn(setting, ars, language);
  const place: FieldView[] = [
    {
      name: 'ziel',
      control: 'select',
      label: t.target,
      value: shown.ziel ?? '',
      choices: targets,
      error: faulty.has('ziel') ? t.notHere : undefined,
    },
    ...(['lat', 'lon'] as const).map(
      (name): FieldView => ({
        name,
        control: 'line',
        label: t[name],
        value: shown[name] ?? '',
        inputMode: 'decimal',
        hint: t.pointHint,
      }),
    ),
  ];
  const calls: PhoneView['calls'] = [];
  for (const { booking, requestKey } of await listByPhone(setting.database, ars, SHOWN_CALLS)) {
    const pool = await findPool(setting.database, ars, booking.poolId);
    calls.push({
      key: booking.id,
      href: deskAt(c, `${AT}/${secretOf(setting.secret(), requestKey)}`),
      text: t.call(numberOf(booking), timeOf(language, booking, now), pool?.facts.name ?? ''),
    });
  }
  const view: PhoneView = {
    refusal: refusal && parkingMessages(language).refusals[refusal.refused],
    alternatives:
      refusal && point && isShortage(refusal)
        ? {
            ...(await alternativesNear(setting, point, language)),
            all: localPath(language, `/parken/orte?ort=${ars}`),
          }
        : undefined,
    action: deskAt(c, AT),
    requestKey: randomUUID(),
    fields: [...place, ...fields, ...more.filter(({ name }) => !NOT_BY_PHONE.has(name))],
    calls,
  };
  const isWrong = wrong.length > 0 || refusal !== undefined;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${t.title}` : t.title,
      body: <PhonePage view={view} t={t} sites={siteMessages(language)} />,
      isIndexed: false,
    },
    isWrong ? 422 : 200,
  );
};

/** A series by phone would be thirty sheets of paper; the link of a series can be made on the public page. */
const NOT_BY_PHONE = new Set(['wiederholen', 'bis', 'andere']);

const book = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const { language, acting } = c.var;
  const typed = await typedBody(c);
  const target = pointOf(setting, ars, await targetsIn(setting, ars, language), typed);
  const point = target?.point;
  if (!point) return answer(c, setting, ars, { typed, wrong: ['ziel'] });
  const read = readWish(typed, point);
  if ('faults' in read) return answer(c, setting, ars, { typed, wrong: Object.keys(read.faults) });
  const { anfrage = '', kennzeichen: plate = '' } = typed;
  const result = await askAndNote(setting, ars, {
    ...read.wish,
    requestKey: /^[0-9a-f-]{36}$/.test(anfrage) ? anfrage : randomUUID(),
    label: target.label,
    personId: null,
    plate,
    language,
    channel: 'phone',
    onlyIn: ars,
  });
  if ('refused' in result) return answer(c, setting, ars, { typed, refusal: result, point });
  await recordAct(setting, acting, {
    act: 'book-parking',
    record: { type: 'parking', id: result.booking.id },
  });
  return c.redirect(deskAt(c, `${AT}/${result.secret}`), 303);
};

const sheet = async (c: DeskPage, setting: ParkingSetting, ars: string): Promise<Response> => {
  const { language } = c.var;
  const key = c.req.param('key') ?? '';
  const booking = await findBySecret(setting.database, ars, hashOfSecret(key));
  const pool = booking && (await findPool(setting.database, ars, booking.poolId));
  // What somebody booked themselves is nobody's business at the desk.
  if (booking?.channel !== 'phone' || !pool) return c.notFound() as Response;
  const t = phoneMessages(language);
  const words = parkingMessages(language).booking;
  const { facts, sealedAccess } = pool;
  const isOver = booking.endedAt !== null;
  const access = sealedAccess ? await openAccess(setting.secret(), pool, sealedAccess) : words.open;
  const walk = formatNumber(language, walkBetween(booking.destination, facts.point));
  const rows: [keyof typeof t.facts, string][] = [
    ['state', words.states[booking.state]],
    ['time', timeOf(language, booking, setting.clock())],
    ['where', [facts.name, facts.address].filter(Boolean).join(', ')],
    ['unit', booking.unit === null ? '' : formatNumber(language, booking.unit)],
    ['access', isOver ? '' : access],
    ['walk', words.walkNow(walk)],
    [
      'price',
      booking.quotedCents === 0 ? words.free : words.price(formatEuro(language, booking.quotedCents)),
    ],
  ];
  const view = {
    number: t.number(numberOf(booking)),
    facts: rows.filter(([, value]) => value !== '').map(([name, value]) => ({ label: t.facts[name], value })),
    booking: localPath(language, `/parken/buchung/${ars}/${key}`),
    back: deskAt(c, AT),
  };
  return c.var.page({ title: view.number, body: <PhoneSheetPage view={view} t={t} />, isIndexed: false });
};

/** Booking for who calls: staff ask, the space is named at once and read out. */
export const phonePages = (setting: ParkingSetting) =>
  townDeskPages(setting, [
    ['GET', AT, 'book-parking', answer],
    ['POST', AT, 'book-parking', book],
    ['GET', `${AT}/:key{[0-9A-Za-z_-]{43}}`, 'book-parking', sheet],
  ]);
