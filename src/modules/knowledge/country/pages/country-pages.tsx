import { Hono } from 'hono';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import type { KnowledgeEnvironment } from '../../setting.ts';
import { CountryPage, CountryTownsPage, countryMessages } from '../../web/index.ts';
import { townsBehind } from '../count-towns.ts';
import { pictureCsv, townsCsv } from '../country-csv.ts';
import type { Country } from '../open-country.ts';
import { openDrawing } from '../open-drawing.ts';
import { countryFeed } from './country-feed.ts';
import { readChoice } from './country-parameters.ts';
import { AT, presentCountry, TOWNS_AT, type Words } from './present-country.ts';
import { presentTowns } from './present-towns.ts';

const CSV = { 'content-type': 'text/csv; charset=utf-8; header=present' };
const ATOM = { 'content-type': 'application/atom+xml; charset=utf-8' };

/** The picture of the country, and the towns behind each of its numbers. */
export const countryPages = ({ country, origin }: { country: Country; origin: (url: string) => string }) => {
  const pages = new Hono<KnowledgeEnvironment>();
  const wordsOf = ({ language, place }: KnowledgeEnvironment['Variables']): Words => ({
    language,
    place,
    t: countryMessages(language),
  });

  pages.get(AT, async (c) => {
    const words = wordsOf(c.var);
    const { language, t, place } = words;
    const picture = await country.read();
    const sign = readChoice(c.req.query(), country.fields).sign;
    const column =
      sign && sign !== 'unknown' && (sign === 'known' || picture.signs.includes(sign)) ? sign : 'known';
    const view = presentCountry(words, picture, openDrawing(country.places), column);
    return c.var.page({
      title: t.short,
      body: <CountryPage view={view} t={t} />,
      crumbs: [{ label: t.network, href: withPlace(place, localPath(language, '/netzwerk')) }],
      canonical: localPath(language, AT),
      alternates: [
        { type: 'text/csv', title: t.csv, href: localPath(language, `${AT}.csv`) },
        { type: 'application/json', title: t.json, href: '/api/network/country' },
        { type: 'application/atom+xml', title: t.feed, href: localPath(language, `${AT}.atom`) },
      ],
    });
  });

  pages.get(TOWNS_AT, async (c) => {
    const words = wordsOf(c.var);
    const { language, t, place } = words;
    const choice = readChoice(c.req.query(), country.fields);
    const view = presentTowns(words, country, await country.read(), { choice, page: c.req.query('seite') });
    return c.var.page({
      title: t.list.title,
      body: <CountryTownsPage view={view} t={t} />,
      crumbs: [
        { label: t.network, href: withPlace(place, localPath(language, '/netzwerk')) },
        { label: t.short, href: withPlace(place, localPath(language, AT)) },
      ],
      isIndexed: false,
    });
  });

  pages.get(`${AT}.csv`, async (c) => c.body(pictureCsv(await country.read()), 200, CSV));

  pages.get(`${TOWNS_AT}.csv`, async (c) => {
    const picture = await country.read();
    const choice = readChoice(c.req.query(), country.fields);
    return c.body(townsCsv(picture, townsBehind(picture.towns, picture.known, choice)), 200, CSV);
  });

  pages.get(`${AT}.atom`, async (c) => {
    const feed = countryFeed(wordsOf(c.var), country, await country.read(), origin(c.req.url));
    return c.body(feed, 200, ATOM);
  });

  return pages;
};
