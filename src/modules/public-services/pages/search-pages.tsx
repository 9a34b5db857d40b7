import { Hono } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { displayName } from '../../municipalities/index.ts';
import { listOfLifeEvent, type NamedService } from '../catalogue/catalogue-store.ts';
import { isLifeEvent, type LifeEvent, lifeEvents } from '../catalogue/life-event.ts';
import { nameIn } from '../catalogue/public-service.ts';
import { unitsOf } from '../responsibility/find-authority.ts';
import { searchServices } from '../search/search-services.ts';
import { metricsMessages, SearchPage, type SearchView, serviceMessages } from '../web/index.ts';
import { postcodeOf } from './postcode.ts';
import type { ServicePageSetting, ServicePageVariables } from './setting.ts';

const MOST_SHOWN = 20;
const MOST_OF_EVENT = 60;

type Found = { services: NamedService[]; hasMore: boolean };

const cut = (all: NamedService[], most: number): Found => ({
  services: all.slice(0, most),
  hasMore: all.length > most,
});

/** Search first, then life events: the way in without knowing what anything is called. */
export const searchPages = (
  setting: ServicePageSetting,
  ways: { path: string; label: string }[],
): Hono<{ Variables: ServicePageVariables }> => {
  const pages = new Hono<{ Variables: ServicePageVariables }>();
  const { database, places } = setting;

  pages.get('/leistungen', async (c) => {
    const { here, language } = c.var;
    const t = serviceMessages(language);
    const text = (c.req.query('was') ?? '').trim().slice(0, 100);
    const event = c.req.query('lebenslage') ?? '';
    const units = here && unitsOf(here.ars, places).map(({ ars }) => ars);
    const postcode = here && postcodeOf(c.req.query());
    const path = localPath(language, '/leistungen');
    const linksOf = ({ services }: Found) =>
      services.map(({ id, ars, facts }) => {
        const unit = places.get(ars);
        return {
          href: withPlace(here, localPath(language, `/leistungen/${id}`), { plz: postcode }),
          label: nameIn(facts, language),
          ...(unit && ars !== here?.ars && facts.reach === 'unit' && { note: t.fromUnit(displayName(unit)) }),
        };
      });
    const found =
      text === ''
        ? isLifeEvent(event)
          ? cut(await listOfLifeEvent(database, units, event, MOST_OF_EVENT + 1), MOST_OF_EVENT)
          : undefined
        : cut(await searchServices(setting, { text, units }), MOST_SHOWN);
    const heading =
      text === '' && isLifeEvent(event)
        ? lifeEvents[event][language]
        : t.search.results(found?.services.length ?? 0, text);
    const none = text === '' ? t.lifeEventNone : t.search.none(text);
    const view: SearchView = {
      heading: here ? t.titleIn(here.label) : t.title,
      action: path,
      hidden: Object.entries({ ...here?.parameters, ...(postcode !== undefined && { plz: postcode }) }),
      text,
      hasPlace: here !== undefined,
      lifeEvents: (Object.keys(lifeEvents) as LifeEvent[]).map((key) => ({
        href: withPlace(here, path, { plz: postcode, lebenslage: key }),
        label: lifeEvents[key][language],
        isHere: text === '' && key === event,
      })),
      ways: ways.map(({ path: way, label }) => ({ href: withPlace(here, localPath(language, way)), label })),
      quality: [
        { href: withPlace(here, localPath(language, '/leistungen/abdeckung')), label: t.coverage.link },
        {
          href: withPlace(here, localPath(language, '/leistungen/kennzahlen')),
          label: metricsMessages(language).title,
        },
      ],
      ...(found && {
        results: {
          heading: found.services.length === 0 ? none : heading,
          isNone: found.services.length === 0,
          links: linksOf(found),
          hasMore: found.hasMore,
        },
      }),
    };
    return c.var.page({
      title: found ? (view.results?.heading ?? view.heading) : view.heading,
      body: <SearchPage view={view} t={t} />,
      ...(found ? { isIndexed: false } : { canonical: path }),
    });
  });

  return pages;
};
