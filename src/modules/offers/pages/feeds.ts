import { generateAtomFeed } from 'feedsmith';
import { Hono } from 'hono';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { addDays, berlinDay, dayInterval, inBerlin } from '../../../foundation/time/zone.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { findOffers, type OfferWithState } from '../search/find-offers.ts';
import { findOffer, occurrencesOf } from '../search/search-store.ts';
import { offerMessages } from '../web/index.ts';
import { calendar, icsEvent } from './calendar.ts';
import type { Here } from './here.ts';
import type { OfferPageSetting, OfferPageVariables } from './list-pages.tsx';
import { parseListParameters, queryOf } from './list-parameters.ts';
import { categoryLabel } from './present-card.ts';

const MOST_ENTRIES = 200;
const DAYS_IN_CALENDAR = 60;
const MOST_DATES = 400;

type FeedSetting = Pick<OfferPageSetting, 'townOf'> & { here: Here; language: Language; base: string };

const entrySummary = (offer: OfferWithState, { language, townOf }: FeedSetting): string => {
  const start =
    offer.starts && inBerlin(offer.starts).toPlainDateTime().toString().slice(0, 16).replace('T', ' ');
  return [categoryLabel(offer.category, language), townOf(offer.ars)?.label, start]
    .filter(Boolean)
    .join(' · ');
};

const atomOf = (offers: OfferWithState[], setting: FeedSetting): string => {
  const { here, language, base } = setting;
  const latest = Math.max(0, ...offers.map(({ changed_at }) => changed_at.getTime()));
  return generateAtomFeed({
    id: `${base}${withPlace(here, '/hier.atom')}`,
    title: { value: offerMessages(language).title(here.label) },
    updated: new Date(latest),
    authors: [{ name: 'Allmende' }],
    links: [{ href: base + withPlace(here, localPath(language, '/')), rel: 'alternate' }],
    entries: offers
      .toSorted((a, b) => b.created_at.getTime() - a.created_at.getTime())
      .map((offer) => ({
        id: `urn:uuid:${offer.id}`,
        title: { value: offer.name },
        updated: offer.changed_at,
        published: offer.created_at,
        links: [{ href: `${base}${localPath(language, `/angebot/${offer.id}`)}`, rel: 'alternate' }],
        summary: { value: entrySummary(offer, setting) },
      })),
  });
};

/** iCalendar of one event and of a filtered list, Atom of a filtered list: same parameters as the page beside. */
export const offerFeeds = (setting: OfferPageSetting) => {
  const feeds = new Hono<{ Variables: OfferPageVariables }>();
  const { database, clock, origin } = setting;

  feeds.get('/angebot/:file{[0-9a-f-]{36}[.]ics}', async (c, next) => {
    const offer = await findOffer(database, c.req.param('file').slice(0, -4));
    if (offer?.kind !== 'event') return next();
    const dates = await occurrencesOf(database, offer.ars, offer.id, clock(), MOST_DATES);
    const url = `${origin(c.req.url)}/angebot/${offer.id}`;
    return calendar(
      offer.name,
      dates.map((date) => icsEvent(offer, date, url)),
    );
  });

  feeds.get('/hier.ics', async (c, next) => {
    const { here } = c.var;
    if (!here) return next();
    const parameters = parseListParameters(c.req.query());
    const now = clock();
    const end = dayInterval(addDays(berlinDay(now), DAYS_IN_CALENDAR)).end;
    const query = {
      ...queryOf(parameters, here.point, now),
      kinds: ['event' as const],
      window: { start: now, end },
    };
    const { offers } = await findOffers(database, { ...query, offset: 0, limit: MOST_ENTRIES }, now);
    const events = await Promise.all(
      offers.map(async (offer) => {
        const dates = await occurrencesOf(database, offer.ars, offer.id, now, MOST_DATES);
        const url = `${origin(c.req.url)}/angebot/${offer.id}`;
        return dates.filter(({ starts }) => starts < end).map((date) => icsEvent(offer, date, url));
      }),
    );
    return calendar(offerMessages('de').title(here.label), events.flat());
  });

  feeds.get('/hier.atom', async (c, next) => {
    const { here, language } = c.var;
    if (!here) return next();
    const now = clock();
    const query = queryOf(parseListParameters(c.req.query()), here.point, now);
    const { offers } = await findOffers(database, { ...query, offset: 0, limit: MOST_ENTRIES }, now);
    const feed = atomOf(offers, { here, language, base: origin(c.req.url), townOf: setting.townOf });
    return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
  });

  return feeds;
};
