import type { Context } from '../../../foundation/database/context.ts';
import { writeCalendar } from '../../../foundation/text/write-calendar.ts';
import { icsEvent, PRODUCT } from '../pages/calendar.ts';
import { listTownOffers } from '../search/search-store.ts';
import { featureOf } from './feature-properties.ts';

/**
 * What a town shows, in formats that need no program of ours: GeoJSON (RFC 7946) with unknown as null, and a calendar
 * (RFC 5545) with every written-out date.
 * @param origin where the public page of an offer is found.
 */
export const openFiles = async (
  { database }: Pick<Context, 'database'>,
  ars: string,
  origin: string,
): Promise<{ name: string; content: string }[]> => {
  const offers = await listTownOffers(database, ars);
  const distinct = [...new Map(offers.map((offer) => [offer.id, offer])).values()];
  const collection = {
    type: 'FeatureCollection',
    features: distinct.map((offer) => ({ type: 'Feature', ...featureOf(offer) })),
  };
  const events = offers.flatMap((offer) => {
    const { starts, ends, all_day, next_status, status } = offer;
    if (starts === null || ends === null) return [];
    const date = { starts, ends, all_day: all_day ?? false, status: next_status ?? status };
    return [icsEvent(offer, date, `${origin}/angebot/${offer.id}`)];
  });
  return [
    { name: 'angebote.geojson', content: `${JSON.stringify(collection)}\n` },
    {
      name: 'termine.ics',
      content: writeCalendar(PRODUCT, { events }),
    },
  ];
};
