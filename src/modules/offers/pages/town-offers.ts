import type { Database } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { openingState } from '../../../foundation/time/opening-state.ts';
import type { Interval } from '../../../foundation/time/zone.ts';
import type { StoredOffer } from '../offer-tables.ts';
import type { OfferWithState } from '../search/find-offers.ts';
import { countIn, eventsIn, placesIn } from '../search/search-store.ts';
import { type CardView, offerMessages } from '../web/index.ts';
import type { Here } from './here.ts';
import { cardOf, categoryLabel } from './present-card.ts';

const MOST_EVENTS = 20;
const MOST_PLACES_LOOKED_AT = 300;
const MOST_OPEN = 10;
const NEWEST = 5;

/** What a municipality's own page shows: today's events, what is open now, what came last, how much there is. */
export const townOffers = async (
  database: Database,
  setting: { here: Here; now: Date; today: Interval; language: Language },
): Promise<{
  today: CardView[];
  open: CardView[];
  newest: CardView[];
  counts: { label: string; count: number }[];
}> => {
  const { here, now, today, language } = setting;
  const [events, places, counts] = await Promise.all([
    eventsIn(database, here.ars, { start: now, end: today.end }, MOST_EVENTS),
    placesIn(database, here.ars, MOST_PLACES_LOOKED_AT),
    countIn(database, here.ars),
  ]);
  const withState = (place: StoredOffer): OfferWithState => ({
    ...place,
    metres: 0,
    starts: null,
    ends: null,
    all_day: null,
    occurrence_status: null,
    opening: openingState(place.opening_hours ?? undefined, place.ars.slice(0, 2), now),
  });
  const card = (offer: OfferWithState) =>
    cardOf(offer, { here, now, language, t: offerMessages(language), nameOfTown: () => undefined });
  const stated = places.map(withState);
  return {
    today: events.map((event) => card({ ...event, opening: { kind: 'unknown' } })),
    open: stated
      .filter(({ opening }) => opening.kind === 'open')
      .slice(0, MOST_OPEN)
      .map(card),
    newest: stated.slice(0, NEWEST).map(card),
    counts: counts.map(({ category, offers }) => ({
      label: categoryLabel(category, language),
      count: offers,
    })),
  };
};
