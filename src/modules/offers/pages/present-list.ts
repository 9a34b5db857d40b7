import { formatDistance, formatNumber } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { categories } from '../category.ts';
import { categoriesByGroup, groupLabels } from '../category-group.ts';
import type { FoundOffers } from '../search/find-offers.ts';
import { PAGE_SIZE } from '../search/offer-query.ts';
import type { FilterView, ListView, OfferMessages } from '../web/index.ts';
import type { Here } from './here.ts';
import { inAddress, type ListParameters, RADII_KM } from './list-parameters.ts';
import { cardOf, type NameOfTown } from './present-card.ts';

type Setting = {
  here: Here;
  now: Date;
  language: Language;
  t: OfferMessages;
  nameOfTown: NameOfTown;
  mapTiles?: { url: string; attribution: string } | undefined;
};

const filterView = (parameters: ListParameters, { here, language, t }: Setting): FilterView => ({
  action: localPath(language, '/'),
  hidden: Object.entries({ ...here.parameters, ...(parameters.ansicht && { ansicht: parameters.ansicht }) }),
  chips: [
    { name: 'heute', label: t.filter.today, isChosen: parameters.heute ?? false },
    { name: 'offen', label: t.filter.open, isChosen: parameters.offen ?? false },
    { name: 'frei', label: t.filter.free, isChosen: parameters.frei ?? false },
  ],
  stepFree: parameters.stufenlos ?? false,
  kinds: [
    { value: 'alles', label: t.filter.allCategories, isChosen: parameters.was === 'alles' },
    { value: 'orte', label: t.filter.onlyPlaces, isChosen: parameters.was === 'orte' },
    { value: 'veranstaltungen', label: t.filter.onlyEvents, isChosen: parameters.was === 'veranstaltungen' },
  ],
  categories: categoriesByGroup().map(({ group, members }) => ({
    label: groupLabels[group][language],
    choices: members.map((category) => ({
      value: category,
      label: categories[category][language],
      isChosen: parameters.kategorie === category,
    })),
  })),
  radii: RADII_KM.map((km) => ({
    value: String(km),
    label: formatDistance(language, km * 1000),
    isChosen: parameters.umkreis === km,
  })),
  text: parameters.q,
  isExpanded: Boolean(
    parameters.kategorie || parameters.stufenlos || parameters.q || parameters.was !== 'alles',
  ),
});

const activeFilters = (
  parameters: ListParameters,
  { here, language, t }: Setting,
): ListView['activeFilters'] => {
  const without = (key: keyof ListParameters) =>
    withPlace(here, localPath(language, '/'), inAddress({ ...parameters, [key]: undefined, seite: 1 }));
  const labels: [keyof ListParameters, string | false | undefined][] = [
    ['heute', parameters.heute && t.filter.today],
    ['offen', parameters.offen && t.filter.open],
    ['frei', parameters.frei && t.filter.free],
    ['stufenlos', parameters.stufenlos && t.filter.stepFree],
    ['kategorie', parameters.kategorie && categories[parameters.kategorie][language]],
    [
      'was',
      parameters.was === 'alles'
        ? undefined
        : parameters.was === 'orte'
          ? t.filter.onlyPlaces
          : t.filter.onlyEvents,
    ],
    ['q', parameters.q ? `»${parameters.q}«` : undefined],
  ];
  return labels.flatMap(([key, label]) => (label ? [{ label, href: without(key) }] : []));
};

const countText = (found: FoundOffers, parameters: ListParameters, { language, t }: Setting): string => {
  const number = formatNumber(language, found.total);
  const total = found.isCapped ? t.moreThan(number) : found.total === 1 ? t.oneOffer : t.offers(number);
  return t.count(total, formatDistance(language, parameters.umkreis * 1000));
};

export const listView = (found: FoundOffers, parameters: ListParameters, setting: Setting): ListView => {
  const { here, language, t } = setting;
  const address = (changes: Partial<ListParameters>, path = '/') =>
    withPlace(here, localPath(language, path), inAddress({ ...parameters, ...changes }));
  const first = (parameters.seite - 1) * PAGE_SIZE;
  const filters = activeFilters(parameters, setting);
  return {
    heading: t.heading(here.label),
    place: here.label,
    cards: found.offers.map((offer) => cardOf(offer, setting)),
    countText: countText(found, parameters, setting),
    activeFilters: filters,
    filter: filterView(parameters, setting),
    previous: parameters.seite > 1 ? address({ seite: parameters.seite - 1 }) : undefined,
    next: found.total > first + PAGE_SIZE ? address({ seite: parameters.seite + 1 }) : undefined,
    positionText: t.pages.position(
      formatNumber(language, first + 1),
      formatNumber(language, first + found.offers.length),
    ),
    isUncharted: filters.length === 0,
    calendarHref: address({ seite: 1, ansicht: undefined }, '/hier.ics'),
    feedHref: address({ seite: 1, ansicht: undefined }, '/hier.atom'),
    suggestHref: withPlace(here, localPath(language, '/vorschlagen')),
    isMapFirst: parameters.ansicht === 'karte',
    mapHref: address({ ansicht: parameters.ansicht ? undefined : 'karte' }),
    centre: here.point,
    mapTiles: setting.mapTiles,
  };
};
