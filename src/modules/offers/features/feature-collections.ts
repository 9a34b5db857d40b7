import type { Context } from '../../../foundation/database/context.ts';
import type { FeatureCollectionSource } from '../../../foundation/geo/feature-collection.ts';
import type { Box } from '../../../foundation/geo/geometry.ts';
import { eventQueryables, featureOf, placeQueryables } from './feature-properties.ts';
import { findOfferRow, listOffers, type OfferKey } from './feature-store.ts';

const GERMANY: Box = [5.5, 47.2, 15.6, 55.2];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CURSOR = /^(\d{2,12})\.([0-9a-f-]{36})$/;

const keyOf = (cursor: string): OfferKey | undefined => {
  const [, ars = '', id = ''] = CURSOR.exec(cursor) ?? [];
  return UUID.test(id) ? { ars, id } : undefined;
};

/** Places and events for geographic information systems. */
export const offerCollections = (context: Pick<Context, 'database' | 'clock'>): FeatureCollectionSource[] => [
  {
    ...source(context, 'place'),
    id: 'places',
    title: { de: 'Orte', en: 'Places' },
    description: {
      de: 'Spielplätze, Bäder, Ämter, Märkte und andere Orte, wie ihre Quellen sie nennen.',
      en: 'Playgrounds, pools, offices, markets and other places, as their sources state them.',
    },
    queryables: placeQueryables,
    hasTime: false,
  },
  {
    ...source(context, 'event'),
    id: 'events',
    title: { de: 'Veranstaltungen', en: 'Events' },
    description: {
      de: 'Mit dem nächsten Termin; »datetime« fragt nach allen Terminen.',
      en: 'With the next date; “datetime” asks for all dates.',
    },
    queryables: eventQueryables,
    hasTime: true,
  },
];

const source = (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  kind: 'place' | 'event',
): Pick<FeatureCollectionSource, 'attribution' | 'geometryType' | 'extent' | 'page' | 'byId'> => ({
  attribution: 'Quelle und Lizenz stehen bei jedem Eintrag / source and licence stand at each entry',
  geometryType: 'Point',
  extent: GERMANY,
  page: async ({ after, ...query }) => {
    const key = after === undefined ? undefined : keyOf(after);
    if (after !== undefined && !key) return { refused: 'cursor' };
    const rows = await listOffers(database, kind, { ...query, limit: query.limit + 1 }, key, clock());
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      features: page.map(featureOf),
      ...(rows.length > query.limit && last && { next: `${last.ars}.${last.id}` }),
    };
  },
  byId: async (id) => {
    const row = UUID.test(id) ? await findOfferRow(database, kind, id, clock()) : undefined;
    return row && featureOf(row);
  },
});
