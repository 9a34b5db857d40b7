import { Hono, type Context as HonoContext } from 'hono';
import { typedBody } from '../../../foundation/http/typed-body.ts';
import { formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { guardWriter, visitorOf } from '../../accounts/index.ts';
import { displayName } from '../../municipalities/index.ts';
import { thingKinds } from '../contract.ts';
import { listAlerts } from '../guard/alert-store.ts';
import { objectTo } from '../objections/object.ts';
import type { SensorEnvironment, SensorSetting } from '../setting.ts';
import { findThing } from '../things/thing-store.ts';
import { SensorPage, SensorsPage, sensorMessages } from '../web/index.ts';
import { alertViews, whenOf } from './present-guard.ts';
import { budgetView, streamViews } from './present-sensor.ts';
import { findShownThing, listShownThings, type ShownThing } from './shown-store.ts';
import { sensorUsePages, useWays } from './use-pages.tsx';

type Page = HonoContext<SensorEnvironment>;

export const SENSORS_AT = '/sensoren';

const lastOf = (language: Language, { lastValue, lastUnit, lastAt }: ShownThing): string => {
  const t = sensorMessages(language);
  if (lastValue === null || lastAt === null) return t.last.none;
  return t.last.value(formatNumber(language, lastValue), lastUnit ?? '', whenOf(language, lastAt));
};

const townOf = ({ places }: SensorSetting, ars: string): string => {
  const unit = places.get(ars);
  return unit ? displayName(unit) : '';
};

const ALERT_DAYS = 7;

const alertsOf = async (
  c: Page,
  setting: SensorSetting,
  whose: { ars?: string | undefined; thing?: number },
) => {
  const since = new Date(setting.clock().getTime() - ALERT_DAYS * 86_400_000);
  return alertViews(c.var.language, await listAlerts(setting.database, { ...whose, since }));
};

const answerList = async (c: Page, setting: SensorSetting): Promise<Response> => {
  const { language, here, place } = c.var;
  const t = sensorMessages(language);
  const kind = thingKinds.find((one) => one === c.req.query('art'));
  const things = await listShownThings(setting.database, { ars: here?.ars, kind });
  const placed = things.filter(({ lon }) => lon !== null);
  const centre = here?.point ?? placed.map(({ lon, lat }) => ({ lon: lon ?? 0, lat: lat ?? 0 }))[0];
  const view = {
    heading: t.title,
    action: localPath(language, SENSORS_AT),
    hidden: here?.parameters ?? {},
    fields: [
      {
        name: 'art',
        control: 'select' as const,
        label: t.filter.kind,
        value: kind ?? '',
        empty: t.filter.all,
        choices: thingKinds.map((value) => ({ value, label: t.kinds[value] })),
      },
    ],
    everywhere: here && localPath(language, SENSORS_AT),
    ways: useWays(c.var),
    alerts: await alertsOf(c, setting, { ars: here?.ars }),
    counted: t.counted(formatNumber(language, things.length)),
    none: here ? t.noneIn(here.label) : t.none,
    cards: things.map((thing) => ({
      id: thing.id,
      href: withPlace(place, localPath(language, `${SENSORS_AT}/${thing.id}`)),
      name: thing.name,
      lon: thing.lon ?? undefined,
      lat: thing.lat ?? undefined,
      state: lastOf(language, thing),
      facts: [t.kinds[thing.kind], townOf(setting, thing.ars)].filter(Boolean),
      isInvented: thing.demonstration,
    })),
    map: centre && placed.length > 0 ? { ...centre, tiles: setting.mapTiles } : undefined,
  };
  return c.var.page({
    title: t.title,
    body: <SensorsPage view={view} t={t} />,
    canonical: localPath(language, SENSORS_AT),
    hasMap: view.map !== undefined,
    isIndexed: kind === undefined,
  });
};

type Wrong = { typed: Record<string, string>; refused: 'missing' | 'tooLong' | 'tooMany' };

const objectionOf = (c: Page, id: number, wrong: Wrong | undefined) => {
  const { language } = c.var;
  const t = sensorMessages(language).objection;
  return {
    action: localPath(language, `${SENSORS_AT}/${id}/widerspruch`),
    refusal: wrong?.refused === 'tooMany' ? t.tooMany : undefined,
    done: c.req.query('erledigt') === 'widerspruch' ? t.done : undefined,
    fields: [
      {
        name: 'text',
        control: 'area' as const,
        label: t.text,
        value: wrong?.typed.text ?? '',
        ...(wrong && wrong.refused !== 'tooMany' && { error: t[wrong.refused] }),
      },
      {
        name: 'erreichbar',
        control: 'line' as const,
        label: t.contact,
        value: wrong?.typed.erreichbar ?? '',
        autocomplete: 'email',
      },
    ],
  };
};

const answerOne = async (c: Page, setting: SensorSetting, wrong?: Wrong): Promise<Response> => {
  const { language } = c.var;
  const thing = await findShownThing(setting.database, Number(c.req.param('number')));
  const stored = thing && (await findThing(setting.database, thing.ars, thing.id));
  if (!thing || !stored) return c.notFound();
  const t = sensorMessages(language);
  const { streams, keptDays } = await streamViews(setting, thing, language);
  const view = {
    name: thing.name,
    lead: thing.description,
    facts: [t.kinds[thing.kind], townOf(setting, thing.ars)].filter(Boolean),
    isInvented: thing.demonstration,
    alerts: await alertsOf(c, setting, { thing: thing.id }),
    streams,
    budget: budgetView(language, stored.budget, keptDays),
    machine: `/sta/v1.1/Things(${thing.id})`,
    objection: objectionOf(c, thing.id, wrong),
  };
  return c.var.page(
    {
      title: view.name,
      body: <SensorPage view={view} t={t} />,
      canonical: localPath(language, `${SENSORS_AT}/${thing.id}`),
      crumbs: [{ label: t.title, href: localPath(language, SENSORS_AT) }],
      isIndexed: !thing.demonstration,
    },
    wrong ? (wrong.refused === 'tooMany' ? 429 : 422) : 200,
  );
};

const object = async (c: Page, setting: SensorSetting): Promise<Response> => {
  const thing = await findShownThing(setting.database, Number(c.req.param('number')));
  if (!thing) return c.notFound();
  const typed = await typedBody(c);
  if (await guardWriter(setting, 'sensor objection', visitorOf(c, setting.proxies)))
    return answerOne(c, setting, { typed, refused: 'tooMany' });
  const done = await objectTo(setting, {
    ars: thing.ars,
    thing: thing.id,
    text: textIn(typed, 'text'),
    contact: textIn(typed, 'erreichbar'),
  });
  if ('refused' in done) return answerOne(c, setting, { typed, refused: done.refused });
  return c.redirect(`${localPath(c.var.language, `${SENSORS_AT}/${thing.id}`)}?erledigt=widerspruch`, 303);
};

/** What is measured, for everybody to see, and to object to. */
export const sensorPages = (setting: SensorSetting) => {
  const pages = new Hono<SensorEnvironment>();
  pages.route('/', sensorUsePages(setting));
  const one = `${SENSORS_AT}/:number{[0-9]{1,15}}`;
  pages.get(SENSORS_AT, (c) => answerList(c, setting));
  pages.get(one, (c) => answerOne(c, setting));
  pages.post(`${one}/widerspruch`, (c) => object(c, setting));
  return pages;
};
