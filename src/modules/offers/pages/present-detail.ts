import { formatDate } from '../../../foundation/i18n/format.ts';
import { type Language, localeOf, localPath } from '../../../foundation/i18n/language.ts';
import { openingState, openingWords } from '../../../foundation/time/opening-state.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { isEndKnown, type OfferStatus, type Price } from '../offer.ts';
import type { StoredOffer } from '../offer-tables.ts';
import type { DetailView, OfferMessages, StateView } from '../web/index.ts';
import type { Here } from './here.ts';
import { accessTexts, categoryLabel, distanceText } from './present-card.ts';
import { calledOffText, dateText, openingText } from './present-state.ts';

export type Occurrence = { starts: Date; ends: Date; all_day: boolean; status: OfferStatus };
export type Sighting = {
  name: string;
  attribution: string;
  licence: string | null;
  url: string | null;
  read_at: Date;
};

export type DetailSetting = {
  here: Here | undefined;
  now: Date;
  language: Language;
  t: OfferMessages;
  town: { label: string; path: string };
  report: { value: string; error?: string | undefined };
};

const priceText = (price: Price, t: OfferMessages): string =>
  price.kind === 'paid' ? (price.text ?? t.price.paid) : t.price[price.kind];

const addressLines = ({ address }: StoredOffer): string[] =>
  [
    address.note,
    [address.street, address.houseNumber].filter(Boolean).join(' '),
    [address.postcode, address.town].filter(Boolean).join(' '),
  ].filter((line): line is string => Boolean(line));

const stateView = (offer: StoredOffer, next: Occurrence | undefined, setting: DetailSetting): StateView => {
  const { now, language, t } = setting;
  if (offer.kind === 'place')
    return openingText(
      openingState(offer.opening_hours ?? undefined, offer.ars.slice(0, 2), now),
      now,
      language,
      t,
    );
  if (!next) return { kind: 'event', text: t.when.past, shape: '▸' };
  const isOff = next.status === 'cancelled';
  return {
    kind: isOff ? 'calledOff' : 'event',
    text: dateText(
      { ...next, isAllDay: next.all_day, isEndKnown: isEndKnown(offer.schedule) },
      now,
      language,
      t,
    ),
    shape: isOff ? '✕' : '▸',
  };
};

const languageNames = (tags: string[], language: Language): string[] => {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'language', fallback: 'code' });
  return tags.map((tag) => names.of(tag) ?? tag);
};

// RFC 5870: every phone hands a geo: address to the map app that its owner chose; no third party is asked by us.
const routeTo = (offer: StoredOffer): string | undefined =>
  offer.lon === null ? undefined : `geo:${offer.lat},${offer.lon}?q=${offer.lat},${offer.lon}`;

// A link that a person follows or not; nothing is fetched from there by this page.
const onOpenStreetMap = ({ lon, lat }: StoredOffer): string | undefined =>
  lon === null ? undefined : `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`;

export const detailView = (
  offer: StoredOffer,
  occurrences: Occurrence[],
  sightings: Sighting[],
  setting: DetailSetting,
): DetailView => {
  const { here, now, language, t, town } = setting;
  const [next] = occurrences;
  return {
    name: offer.name,
    category: categoryLabel(offer.category, language),
    state: stateView(offer, next, setting),
    calledOff: calledOffText(next?.status ?? (offer.status === 'scheduled' ? null : offer.status), t),
    description: offer.description?.split(/\n+/).filter(Boolean) ?? [],
    hours: offer.opening_hours ? openingWords(offer.opening_hours, language) : [],
    datesNote: offer.kind === 'event' && !isEndKnown(offer.schedule) ? t.when.endUnknown : undefined,
    dates: occurrences.map((date) => ({
      text: dateText(
        { ...date, isAllDay: date.all_day, isEndKnown: isEndKnown(offer.schedule) },
        now,
        language,
        t,
      ),
      calledOff: calledOffText(date.status, t),
    })),
    address: addressLines(offer),
    distance: here && distanceText(offer, here, language),
    price: priceText(offer.price, t),
    access: accessTexts(offer.access, t),
    organisation: offer.organisation ?? undefined,
    links: offer.links.map(({ url, label }) => ({ url, label: label ?? new URL(url).hostname })),
    languages: languageNames(offer.languages, language),
    calendarHref: offer.kind === 'event' ? `/angebot/${offer.id}.ics` : undefined,
    routeHref: routeTo(offer),
    mapHref: onOpenStreetMap(offer),
    sources: sightings.map((sighting) => ({
      name: sighting.name,
      attribution: sighting.attribution,
      licence: sighting.licence ?? undefined,
      url: sighting.url ?? undefined,
      read: t.detail.age(formatDate(language, sighting.read_at)),
    })),
    town: { label: town.label, href: withPlace(here, localPath(language, town.path)) },
    isDemonstration: offer.demonstration,
    withdrawn: offer.withdrawn_at
      ? t.detail.withdrawnNote(formatDate(language, offer.withdrawn_at))
      : undefined,
    reportAction: withPlace(here, localPath(language, `/angebot/${offer.id}/fehler`)),
    report: setting.report,
  };
};
