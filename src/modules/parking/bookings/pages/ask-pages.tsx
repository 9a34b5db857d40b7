import { randomUUID } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import { type Typed, typedBody } from '../../../../foundation/http/typed-body.ts';
import { formatEuro, formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { berlinDay, inBerlin } from '../../../../foundation/time/zone.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { guardWriter, visitorOf } from '../../../accounts/index.ts';
import { noteDemand } from '../../pricing/note-demand.ts';
import type { ParkingEnvironment, ParkingSetting } from '../../setting.ts';
import { instantOf, slotFrom } from '../../slot.ts';
import { countRefusal } from '../../town/day-store.ts';
import { AskPage, type AskView, parkingMessages, permitMessages, siteMessages } from '../../web/index.ts';
import { askForSpace } from '../ask-for-space.ts';
import { prices, readWish, stays, walks } from './read-wish.ts';

type Page = HonoContext<ParkingEnvironment>;

const AT = '/parken';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Good answers for who comes right now: today, at the next five minutes, two hours, the usual walk. */
const firstAnswers = (now: Date): Typed => {
  const next = inBerlin(instantOf(slotFrom(now)));
  return {
    tag: berlinDay(instantOf(slotFrom(now))),
    zeit: `${String(next.hour).padStart(2, '0')}:${String(next.minute).padStart(2, '0')}`,
    dauer: '120',
    weg: '350',
    preis: 'egal',
    fahrzeug: 'car',
  };
};

const fieldsOf = (c: Page, typed: Typed, wrong: ReadonlySet<string>): Pick<AskView, 'fields' | 'more'> => {
  const { language } = c.var;
  const t = parkingMessages(language);
  const field = (
    name: string,
    control: FieldView['control'],
    label: string,
    more: Partial<FieldView> = {},
  ): FieldView => ({
    name,
    control,
    label,
    value: typed[name] ?? '',
    error: wrong.has(name) ? t.refusals.faulty : undefined,
    ...more,
  });
  const number = (text: string) => formatNumber(language, Number(text));
  const priceLabel = (value: string): string => {
    if (value === 'egal') return t.anyPrice;
    return value === '0' ? t.free : t.perHour(formatEuro(language, Number(value)));
  };
  return {
    fields: [
      field('tag', 'line', t.day, { isDay: true }),
      field('zeit', 'line', t.time, { hint: t.timeHint }),
      field('dauer', 'select', t.stay, { choices: stays.map((value) => ({ value, label: t.stays[value] })) }),
      field('weg', 'select', t.walk, {
        choices: walks.map((value) => ({ value, label: t.metres(number(value)) })),
      }),
      field('preis', 'select', t.price, {
        choices: prices.map((value) => ({ value, label: priceLabel(value) })),
      }),
    ],
    more: [
      field('fahrzeug', 'radios', t.vehicle, {
        choices: (['small', 'car', 'van'] as const).map((value) => ({ value, label: t.vehicles[value] })),
      }),
      ...(['stufenlos', 'ueberdacht', 'laden'] as const).map((name) => field(name, 'tick', t.needs[name])),
      ...(['neighbours', 'disabled', 'cargoBike'] as const).map((name) =>
        field(name, 'tick', t.belongs[name]),
      ),
      field('kennzeichen', 'line', t.plate, { hint: t.plateHint }),
    ],
  };
};

/** Refusals that say where spaces are missing, and not what was typed. */
const COUNTED = new Set<string>(['nothing-near', 'nothing-suits', 'too-dear', 'full', 'kept-for-others']);

const MORE = ['stufenlos', 'ueberdacht', 'laden', 'neighbours', 'disabled', 'cargoBike', 'kennzeichen'];

const answer = (
  c: Page,
  { clock }: ParkingSetting,
  {
    typed = firstAnswers(clock()),
    wrong = [],
    refusal,
  }: { typed?: Typed; wrong?: string[]; refusal?: string },
): Response | Promise<Response> => {
  const { here, language } = c.var;
  const t = parkingMessages(language);
  const at = (path: string) => withPlace(here, localPath(language, path));
  const view: AskView = {
    place: here && (here.isPosition ? t.nearPosition(here.label) : t.near(here.label)),
    isPosition: here?.isPosition ?? false,
    refusal,
    action: at(AT),
    placeAction: localPath(language, AT),
    requestKey: randomUUID(),
    ...fieldsOf(c, typed, new Set(wrong)),
    isMoreOpen: MORE.some((name) => (typed[name] ?? '') !== ''),
    links: [
      { href: at(`${AT}/orte`), label: siteMessages(language).title },
      { href: at(`${AT}/teilen`), label: t.share },
      { href: at(`${AT}/darf-ich`), label: permitMessages(language).title },
    ],
  };
  const isWrong = wrong.length > 0 || refusal !== undefined;
  return c.var.page(
    {
      title: isWrong ? `${t.errorTitle} ${t.title}` : t.title,
      body: <AskPage view={view} t={t} />,
      canonical: localPath(language, AT),
    },
    isWrong ? 422 : 200,
  );
};

const ask = async (c: Page, setting: ParkingSetting): Promise<Response> => {
  const { here, language, signedIn } = c.var;
  const t = parkingMessages(language);
  const typed = await typedBody(c);
  if (!here) return answer(c, setting, { typed });
  const read = readWish(typed, here.point);
  if ('faults' in read) return answer(c, setting, { typed, wrong: Object.keys(read.faults) });
  const { anfrage = '' } = typed;
  const result = await askForSpace(setting, {
    ...read.wish,
    requestKey: UUID.test(anfrage) ? anfrage : randomUUID(),
    label: here.label,
    personId: signedIn?.personId ?? null,
    plate: typed.kennzeichen ?? '',
    language,
    channel: 'web',
    mayBook: async () => !(await guardWriter(setting, 'parking', visitorOf(c, setting.proxies))),
  });
  if (!('refused' in result) || COUNTED.has(result.refused)) await noteDemand(setting, here.ars, read.wish);
  if ('refused' in result) {
    if (COUNTED.has(result.refused)) {
      const begins = inBerlin(instantOf(read.wish.from));
      const [day, { hour }] = [begins.toPlainDate().toString(), begins];
      await countRefusal(setting.database, { ars: here.ars, day, hour, reason: result.refused });
    }
    return answer(c, setting, { typed, refusal: t.refusals[result.refused] });
  }
  const path = `${AT}/buchung/${result.booking.ars}/${result.secret}?erledigt=versprochen`;
  return c.redirect(localPath(language, path), 303);
};

/** Where to, how long: a promise, or why not. */
export const askPages = (setting: ParkingSetting) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => answer(c, setting, {}));
  pages.post(AT, (c) => ask(c, setting));
  return pages;
};
