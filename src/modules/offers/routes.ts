import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { Context } from '../../foundation/database/context.ts';
import { answers, parsed } from '../../foundation/http/api-route.ts';
import { problem } from '../../foundation/http/problem.ts';
import { openingState } from '../../foundation/time/opening-state.ts';
import { addDays, berlinDay, dayInterval } from '../../foundation/time/zone.ts';
import { type Category, categories, isCategory } from './category.ts';
import {
  CategoryListSchema,
  OfferListSchema,
  OfferSchema,
  type OfferSearch,
  OfferSearchSchema,
} from './contract.ts';
import { offerJson } from './offer-json.ts';
import { findNearest } from './search/find-offers.ts';
import type { OfferQuery } from './search/offer-query.ts';
import { findOffer, occurrencesOf } from './search/search-store.ts';

const DAYS_AHEAD = 7;

/** Comma-separated categories, or the first word that is none. */
const parseCategories = (text: string | undefined): Category[] | { unknown: string } => {
  const words = text === undefined || text === '' ? [] : text.split(',');
  const unknown = words.find((word) => !isCategory(word));
  return unknown === undefined ? words.filter(isCategory) : { unknown };
};

const queryOf = (search: OfferSearch, chosen: Category[], now: Date): OfferQuery => ({
  around: { lon: search.lon, lat: search.lat },
  radiusMetres: search.radius,
  categories: chosen,
  kinds: search.today ? ['event'] : search.kind ? [search.kind] : ['place', 'event'],
  window: {
    start: now,
    end: dayInterval(search.today ? berlinDay(now) : addDays(berlinDay(now), DAYS_AHEAD)).end,
  },
  openNow: search.open,
  free: search.free,
  stepFree: search.stepFree,
  ...(search.q && { text: search.q }),
  offset: search.offset,
  limit: search.limit,
});

/** The link to the next page, with the same parameters. */
const nextLink = (url: string, offset: number): string => {
  const next = new URL(url);
  next.searchParams.set('offset', String(offset));
  return `${next.pathname}${next.search}`;
};

const categoryList = Object.entries(categories).map(([key, { kind, de, en, schemaType, tags }]) => ({
  key,
  kind,
  de,
  en,
  schemaType,
  osmTags: tags,
}));

export const offerRoutes = ({ database, clock }: Pick<Context, 'database' | 'clock'>) =>
  new Hono()
    .get(
      '/offers',
      describeRoute({
        tags: ['offers'],
        summary: 'Places and events around a point, nearest first, across municipal borders',
        responses: answers('Offers', OfferListSchema),
      }),
      parsed('query', OfferSearchSchema),
      async (c) => {
        const search = c.req.valid('query');
        const chosen = parseCategories(search.category);
        if ('unknown' in chosen)
          return problem(c, 400, {
            de: `category: »${chosen.unknown}« gibt es nicht; die Liste steht unter /api/categories`,
            en: `category: there is no “${chosen.unknown}”; see /api/categories for the list`,
          });
        const now = clock();
        const offers = await findNearest(database, queryOf(search, chosen, now), now);
        const next =
          offers.length === search.limit ? nextLink(c.req.url, search.offset + search.limit) : null;
        return c.json({ offers: offers.map((offer) => offerJson(offer, offer)), next });
      },
    )
    .get(
      '/offers/:id',
      describeRoute({
        tags: ['offers'],
        summary: 'One offer',
        responses: answers('The offer', OfferSchema, [400, 404]),
      }),
      parsed('param', v.object({ id: v.pipe(v.string(), v.uuid()) })),
      parsed('query', v.strictObject({})),
      async (c) => {
        const offer = await findOffer(database, c.req.valid('param').id);
        if (!offer)
          return problem(c, 404, {
            de: 'Dieses Angebot kennen wir nicht.',
            en: 'We do not know this offer.',
          });
        const now = clock();
        const [next] = await occurrencesOf(database, offer.ars, offer.id, now, 1);
        const opening = openingState(offer.opening_hours ?? undefined, offer.ars.slice(0, 2), now);
        const found = {
          opening,
          starts: null,
          ends: null,
          all_day: null,
          occurrence_status: next?.status ?? null,
        };
        return c.json(offerJson(offer, { ...found, ...next }));
      },
    )
    .get(
      '/categories',
      describeRoute({
        tags: ['offers'],
        summary: 'The closed list of categories',
        responses: answers('Categories', CategoryListSchema),
      }),
      parsed('query', v.strictObject({})),
      (c) => c.json({ categories: categoryList }),
    );
