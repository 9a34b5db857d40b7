import { Hono } from 'hono';
import type { Context } from '../../../foundation/database/context.ts';
import { type PageVariables, withPlace } from '../../../foundation/ui/page.ts';
import { findOffers } from '../search/find-offers.ts';
import { ListPage, offerMessages } from '../web/index.ts';
import type { Here } from './here.ts';
import { inAddress, type ListParameters, parseListParameters, queryOf } from './list-parameters.ts';
import { listView } from './present-list.ts';

export type OfferPageVariables = PageVariables & { here: Here | undefined };
type Environment = { Variables: OfferPageVariables };

/** What the pages need of the rest of the house: names of towns, the origin of links, the map's background. */
export type OfferPageSetting = Context & {
  townOf: (ars: string) => { label: string; path: string } | undefined;
  origin: (requestUrl: string) => string;
  mapTiles?: { url: string; attribution: string } | undefined;
};

export const listPages = (setting: OfferPageSetting): Hono<Environment> => {
  const pages = new Hono<Environment>();

  pages.get('/', async (c, next) => {
    const { here, language } = c.var;
    if (!here) return next();
    const parameters = parseListParameters(c.req.query());
    const now = setting.clock();
    const found = await findOffers(setting.database, queryOf(parameters, here.point, now), now);
    const t = offerMessages(language);
    const view = listView(found, parameters, {
      here,
      now,
      language,
      t,
      nameOfTown: (ars) => setting.townOf(ars)?.label,
      mapTiles: setting.mapTiles,
    });
    return c.var.page({
      title: t.title(here.label),
      body: <ListPage view={view} t={t} />,
      isIndexed: false,
      hasMap: true,
      alternates: feedsOf(here, parameters, t.subscribe),
    });
  });

  return pages;
};

const feedsOf = (here: Here, parameters: ListParameters, t: { calendar: string; feed: string }) => {
  const query = inAddress({ ...parameters, seite: 1, ansicht: undefined });
  return [
    { type: 'text/calendar', title: t.calendar, href: withPlace(here, '/hier.ics', query) },
    { type: 'application/atom+xml', title: t.feed, href: withPlace(here, '/hier.atom', query) },
  ];
};
