import { formatDate, formatNumber } from '../foundation/i18n/format.ts';
import { type Language, localPath } from '../foundation/i18n/language.ts';
import { withPlace } from '../foundation/ui/page.ts';
import {
  displayName,
  isUnincorporated,
  kindLabel,
  type Municipality,
  officialName,
  type PlaceIndex,
  slugOf,
} from '../modules/municipalities/index.ts';
import type { CardView } from '../modules/offers/web/index.ts';
import type { AppMessages } from './web/messages.ts';
import type { TownView } from './web/TownPage.tsx';

export type TownCards = {
  today: CardView[];
  open: CardView[];
  newest: CardView[];
  counts: { label: string; count: string }[];
};

const townPath = (unit: Municipality, language: Language): string =>
  localPath(language, `/ort/${slugOf(unit)}`);

const linkTo = (unit: Municipality, language: Language, note?: string) => ({
  label: displayName(unit),
  href: townPath(unit, language),
  note,
});

const figures = (
  unit: Municipality,
  members: number,
  language: Language,
  t: AppMessages,
): TownView['figures'] => {
  const { population, areaKm2, ags, ars, postcode } = unit;
  const area = areaKm2 === null ? t.town.unknown : `${formatNumber(language, areaKm2)} km²`;
  const density =
    population !== null && areaKm2
      ? ` (${formatNumber(language, Math.round(population / areaKm2))} ${t.town.density})`
      : '';
  return [
    [t.town.population, population === null ? t.town.unknown : formatNumber(language, population) + density],
    [t.town.area, area],
    [t.town.kind, `${kindLabel(unit.kind, language)} (${officialName(unit)})`],
    [t.town.keys, [ags && `AGS ${ags}`, `ARS ${ars}`].filter(Boolean).join(' · ')],
    ...(unit.level === 'municipality'
      ? [[t.town.postcode, postcode ?? t.town.unknown] as [string, string]]
      : []),
    ...(members > 0 ? [[t.town.members, formatNumber(language, members)] as [string, string]] : []),
  ];
};

/** The page of one unit of any level, from the register in the process and the cards of its offers. */
export const townView = (
  unit: Municipality,
  succession: string[],
  cards: TownCards,
  setting: { places: PlaceIndex; language: Language; t: AppMessages },
): TownView => {
  const { places, language, t } = setting;
  const isMunicipality = unit.level === 'municipality';
  const members = isMunicipality ? [] : places.children(unit.ars);
  return {
    name: displayName(unit),
    kind: kindLabel(unit.kind, language),
    succession,
    nearbyHref: isMunicipality
      ? withPlace({ label: '', parameters: { ort: unit.ags ?? unit.ars } }, localPath(language, '/'))
      : undefined,
    ...cards,
    isMunicipality,
    figures: figures(unit, members.length, language, t),
    chain: places
      .chain(unit.ars)
      .filter(({ ars }) => ars !== unit.ars)
      .map((level) => linkTo(level, language, kindLabel(level.kind, language))),
    neighbours: isMunicipality ? places.neighbours(unit.ars).map((one) => linkTo(one, language)) : [],
    members: members
      .map((one) => linkTo(one, language))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'de')),
    twinsHref:
      isMunicipality && !isUnincorporated(unit.kind)
        ? withPlace(
            { label: '', parameters: { ort: unit.ags ?? unit.ars } },
            localPath(language, '/netzwerk/zwillinge'),
          )
        : undefined,
    dataHref: `/api/municipalities/${unit.ags ?? unit.ars}`,
    source: t.town.source(unit.source, formatDate(language, new Date(unit.sourceDate))),
  };
};
