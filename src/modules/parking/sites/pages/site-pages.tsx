import { Hono, type Context as HonoContext } from 'hono';
import * as v from 'valibot';
import type { Context } from '../../../../foundation/database/context.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import type { ParkingEnvironment } from '../../setting.ts';
import {
  type SiteMessages,
  SitesPage,
  type SitesView,
  SitesWherePage,
  siteMessages,
} from '../../web/index.ts';
import { listSitesNear } from '../site-store.ts';
import { cardOf } from './present-site.ts';

const AT = '/parken/orte';
const PAGE_SIZE = 20;
const RADII_KM = [1, 2, 5, 10];
const USUAL_RADIUS_KM = 2;

/** A wrong value falls back to the usual one instead of an error page. */
const ParametersSchema = v.object({
  was: v.fallback(v.picklist(['auto', 'rad']), 'auto'),
  umkreis: v.fallback(v.pipe(v.string(), v.transform(Number), v.picklist(RADII_KM)), USUAL_RADIUS_KM),
  gezaehlt: v.fallback(v.picklist(['', '1']), ''),
  seite: v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.transform(Number), v.maxValue(50)), 1),
});
type Parameters = v.InferOutput<typeof ParametersSchema>;

const inAddress = ({ was, umkreis, gezaehlt, seite }: Parameters): Record<string, string> => ({
  ...(was !== 'auto' && { was }),
  ...(umkreis !== USUAL_RADIUS_KM && { umkreis: String(umkreis) }),
  ...(gezaehlt && { gezaehlt }),
  ...(seite > 1 && { seite: String(seite) }),
});

type Link = (changes: Partial<Parameters>) => string;

const choicesOf = (chosen: Parameters, link: Link, t: SiteMessages): SitesView['choices'] => {
  const choice = <Key extends 'was' | 'umkreis' | 'gezaehlt'>(
    key: Key,
    value: Parameters[Key],
    label: string,
  ) => ({ label, href: chosen[key] === value ? undefined : link({ [key]: value, seite: 1 }) });
  return [
    [choice('was', 'auto', t.purposes.car), choice('was', 'rad', t.purposes.bike)],
    RADII_KM.map((kilometres) => choice('umkreis', kilometres, t.radius(kilometres))),
    [choice('gezaehlt', '', t.all), choice('gezaehlt', '1', t.counted)],
  ];
};

const list = async (
  c: HonoContext<ParkingEnvironment>,
  { database, clock }: Pick<Context, 'database' | 'clock'>,
): Promise<Response> => {
  const { here, language } = c.var;
  const t = siteMessages(language);
  const canonical = localPath(language, AT);
  if (!here)
    return c.var.page({ title: t.title, body: <SitesWherePage action={canonical} t={t} />, canonical });
  const chosen = v.parse(ParametersSchema, c.req.query());
  const link: Link = (changes) => withPlace(here, canonical, inAddress({ ...chosen, ...changes }));
  const found = await listSitesNear(database, {
    around: here.point,
    radiusMetres: chosen.umkreis * 1000,
    purpose: chosen.was === 'rad' ? 'bike' : 'car',
    counted: chosen.gezaehlt === '1',
    offset: (chosen.seite - 1) * PAGE_SIZE,
    limit: PAGE_SIZE + 1,
  });
  const shown = found.slice(0, PAGE_SIZE);
  const hasMore = found.length > PAGE_SIZE;
  const setting = { language, t, now: clock() };
  const view: SitesView = {
    heading: t.near(here.label),
    choices: choicesOf(chosen, link, t),
    count: shown.length === 0 ? t.none : hasMore ? t.foundMany(shown.length) : t.found(shown.length),
    cards: shown.map((site) => cardOf(site, setting)),
    sources: [...new Set(shown.map(({ attribution, licence }) => t.source(attribution, licence)))],
    position: t.pages.position(chosen.seite),
    previous: chosen.seite > 1 ? link({ seite: chosen.seite - 1 }) : undefined,
    next: hasMore ? link({ seite: chosen.seite + 1 }) : undefined,
    shareHref: withPlace(here, localPath(language, '/parken')),
  };
  return c.var.page({ title: view.heading, body: <SitesPage view={view} t={t} />, isIndexed: false });
};

/** Public car parks and stands for bicycles around a place. */
export const parkingSitePages = (setting: Pick<Context, 'database' | 'clock'>) => {
  const pages = new Hono<ParkingEnvironment>();
  pages.get(AT, (c) => list(c, setting));
  return pages;
};
