import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { slugOf, stateOf } from '../../../municipalities/index.ts';
import type { CountryTownsView } from '../../web/index.ts';
import { type Choice, signsOf, type Town, townsBehind } from '../count-towns.ts';
import type { Country, Picture } from '../open-country.ts';
import { choiceInAddress, pageOf } from './country-parameters.ts';
import { countedAtText, TOWNS_AT, townsHref, type Words } from './present-country.ts';

const ON_A_PAGE = 50;

const filtersOf = (words: Words, choice: Choice, { fields }: Country) => {
  const { t, language } = words;
  const { sign, state, size, field } = choice;
  const name = fields.find(({ id }) => id === field)?.[language];
  const all: [keyof Choice, string | undefined][] = [
    ['sign', sign && t.columns[sign]],
    ['state', state && stateOf(state)],
    ['size', size && t.sizes[size]],
    ['field', name && t.list.inField(name)],
  ];
  return all.flatMap(([key, label]) =>
    label === undefined
      ? []
      : [{ label: t.list.remove(label), href: townsHref(words, { ...choice, [key]: undefined }) }],
  );
};

const countText = ({ t, language }: Words, count: number): string => {
  if (count === 0) return t.list.none;
  return count === 1 ? t.list.one : t.list.count(formatNumber(language, count));
};

const apiHref = ({ sign, state, size, field }: Choice): string => {
  const query = new URLSearchParams(
    Object.entries({ sign, state, size, field }).filter((entry): entry is [string, string] => !!entry[1]),
  );
  return `/api/network/country/towns${query.size > 0 ? `?${query}` : ''}`;
};

const rowOf = (words: Words, country: Country, { known }: Picture, town: Town) => {
  const { language, t } = words;
  const signs = signsOf(known, town.ars).map((sign) => t.columns[sign]);
  const unit = country.places.get(town.ars);
  return {
    key: town.ars,
    town: { label: town.name, href: localPath(language, unit ? `/ort/${slugOf(unit)}` : '/orte') },
    state: stateOf(town.state),
    population: town.population === null ? t.list.nothing : formatNumber(language, town.population),
    signs: signs.length > 0 ? signs.join(' · ') : t.list.nothing,
  };
};

/** The towns behind one number, a page at a time. */
export const presentTowns = (
  words: Words,
  country: Country,
  picture: Picture,
  { choice, page: asked }: { choice: Choice; page: string | undefined },
): CountryTownsView => {
  const { language, t, place } = words;
  const towns = townsBehind(picture.towns, picture.known, choice);
  const pages = Math.ceil(towns.length / ON_A_PAGE);
  const page = pageOf(asked, pages);
  const pageHref = (at: number): string => townsHref(words, choice, at === 1 ? {} : { seite: String(at) });
  return {
    count: countText(words, towns.length),
    filters: filtersOf(words, choice, country),
    countedAt: countedAtText(words, picture.countedAt),
    rows: towns
      .slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
      .map((town) => rowOf(words, country, picture, town)),
    position: t.list.position(formatNumber(language, page), formatNumber(language, pages)),
    previous: page > 1 ? pageHref(page - 1) : undefined,
    next: page < pages ? pageHref(page + 1) : undefined,
    files: [
      {
        label: t.list.csv,
        href: withPlace(place, localPath(language, `${TOWNS_AT}.csv`), choiceInAddress(choice)),
      },
      { label: t.list.json, href: apiHref(choice) },
    ],
  };
};
