import { bearingDegrees, distanceMetres } from '../../../foundation/geo/point.ts';
import { formatDirection, formatDistance } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { categories, isCategory } from '../category.ts';
import type { Access } from '../offer.ts';
import type { OfferWithState } from '../search/find-offers.ts';
import type { CardView, OfferMessages } from '../web/index.ts';
import type { Here } from './here.ts';
import { calledOffText, stateOf } from './present-state.ts';

/** Names the town of an offer; undefined where the key is not known. */
export type NameOfTown = (ars: string) => string | undefined;

const MOST_FACTS_ON_A_CARD = 3;

export const categoryLabel = (category: string, language: Language): string =>
  isCategory(category) ? categories[category][language] : category;

/** Known access facts in words, the good news first; what is unknown is not in the list. */
export const accessTexts = (access: Access, t: OfferMessages): string[] => {
  const kinds = ['stepFree', 'accessibleToilet', 'toilet', 'hearingLoop'] as const;
  const facts = kinds.flatMap((kind) =>
    access[kind] ? [{ value: access[kind], text: t.access[kind][access[kind]] }] : [],
  );
  const order = { yes: 0, limited: 1, no: 2 };
  const sorted = facts.toSorted((a, b) => order[a.value] - order[b.value]).map(({ text }) => text);
  return access.quietHours ? [...sorted, t.access.quietHours(access.quietHours)] : sorted;
};

/** "350 m, Nordost"; without the direction where the visitor's own position is not known. */
export const distanceText = (
  offer: { lon: number | null; lat: number | null },
  here: Here,
  language: Language,
): string | undefined => {
  if (offer.lon === null || offer.lat === null) return undefined;
  const there = { lon: offer.lon, lat: offer.lat };
  const distance = formatDistance(language, distanceMetres(here.point, there));
  return here.isPosition
    ? `${distance}, ${formatDirection(language, bearingDegrees(here.point, there))}`
    : distance;
};

export const cardOf = (
  offer: OfferWithState,
  setting: { here: Here; now: Date; language: Language; t: OfferMessages; nameOfTown: NameOfTown },
): CardView => {
  const { here, now, language, t, nameOfTown } = setting;
  const price = offer.price.kind === 'free' ? [t.price.free] : [];
  return {
    id: offer.id,
    href: withPlace(here, localPath(language, `/angebot/${offer.id}`)),
    name: offer.name,
    category: categoryLabel(offer.category, language),
    state: stateOf(offer, now, language, t),
    isCalledOff: offer.occurrence_status === 'cancelled',
    calledOff: calledOffText(offer.occurrence_status, t),
    distance: distanceText(offer, here, language),
    town: offer.ars === here.ars ? undefined : nameOfTown(offer.ars),
    facts: [...price, ...accessTexts(offer.access, t)].slice(0, MOST_FACTS_ON_A_CARD),
    isDemonstration: offer.demonstration,
    lon: offer.lon,
    lat: offer.lat,
  };
};
