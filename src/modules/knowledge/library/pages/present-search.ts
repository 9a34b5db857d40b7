import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { localPath } from '../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { withPlace } from '../../../../foundation/ui/page.ts';
import { displayName, type PlaceIndex } from '../../../municipalities/index.ts';
import type { KnowledgeHere } from '../../setting.ts';
import type { LibraryView } from '../../web/index.ts';
import { fieldsOfAction, kinds, phases, stopReasons } from '../contract.ts';
import { costRanges, townSizes } from '../search/filter-entries.ts';
import { type Ranked, valuesOf } from '../search/rank-entries.ts';
import type { Search } from '../search/read-search.ts';
import { cardOf, type Words } from './present-entry.ts';

const AT = '/netzwerk/bibliothek';
const PAGE_SIZE = 20;

type Asked = {
  here: KnowledgeHere | undefined;
  search: Search;
  found: Ranked[];
  places: PlaceIndex;
  now: Date;
};

/** What the address holds of the question. */
const inAddress = ({ text, filter }: Search): Record<string, string | undefined> => ({
  q: text || undefined,
  art: filter.kind,
  feld: filter.field,
  stand: filter.phase,
  grund: filter.reason,
  kosten: filter.cost,
  groesse: filter.size,
  land: filter.state,
  foerderung: filter.funding,
  standard: filter.standard,
});

const filterFields = ({ t }: Words, { filter }: Search, places: PlaceIndex): FieldView[] => {
  const { filters } = t.search;
  const select = (name: string, label: string, value: string | undefined, choices: [string, string][]) => ({
    name,
    label,
    control: 'select' as const,
    value: value ?? '',
    empty: t.search.all,
    choices: choices.map(([choice, text]) => ({ value: choice, label: text })),
  });
  const named = (values: readonly string[]): [string, string][] =>
    values.map((value) => [value, t.choices[value] ?? value]);
  const states = places.units.filter(({ level }) => level === 'state');
  return [
    select(
      'art',
      filters.kind,
      filter.kind,
      kinds.map((kind) => [kind, t.kinds[kind]]),
    ),
    select('feld', t.parts.field, filter.field, named(fieldsOfAction)),
    select('stand', t.parts.phase, filter.phase, named(phases)),
    select('grund', t.parts.reason, filter.reason, named(stopReasons)),
    select(
      'kosten',
      t.parts.costOnce,
      filter.cost,
      Object.keys(costRanges).map((key) => [key, t.search.costs[key] ?? key]),
    ),
    select(
      'groesse',
      filters.size,
      filter.size,
      Object.keys(townSizes).map((key) => [key, t.search.sizes[key] ?? key]),
    ),
    select(
      'land',
      filters.state,
      filter.state,
      states.map((state) => [state.ars, displayName(state)]),
    ),
    select('foerderung', t.parts.funding, filter.funding, [
      ['ja', filters.funded],
      ['nein', filters.unfunded],
    ]),
    { name: 'standard', label: t.parts.standards, control: 'line', value: filter.standard ?? '' },
  ];
};

/** "Text 0,8 × Ähnlichkeit 0,84 × …": nobody has to guess why something stands first. */
const rankText = (
  { language, t }: Words,
  { parts, rank }: Ranked,
  hasPlace: boolean,
  isAsked: boolean,
): string => {
  const short = (value: number) => formatNumber(language, Math.round(value * 100) / 100);
  const values = valuesOf(parts, hasPlace);
  const { rankParts } = t.search;
  const factors = [
    ...(isAsked ? [rankParts.text(short(values.text))] : []),
    ...(hasPlace
      ? [
          parts.likeness === null
            ? rankParts.noPlace(short(values.likeness))
            : rankParts.likeness(short(values.likeness)),
        ]
      : []),
    rankParts.evidence(short(values.evidence)),
    rankParts.age(short(values.age)),
  ];
  return t.search.rank(short(rank), factors.join(' × '));
};

export const presentSearch = (words: Words, asked: Asked): LibraryView => {
  const { language, t } = words;
  const { here, search, found, places, now } = asked;
  const path = localPath(language, AT);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(search.page, pages);
  const linkTo = (number: number) =>
    withPlace(here, path, { ...inAddress(search), seite: number > 1 ? String(number) : undefined });
  const isAsked = search.text !== '';
  const isFiltered = Object.values(search.filter).some((value) => value !== undefined);
  const count =
    found.length === 0 ? (isAsked || isFiltered ? t.search.nothing : t.none) : t.search.found(found.length);
  return {
    heading: here ? t.search.near(here.label) : t.title,
    action: path,
    hidden: Object.entries(here?.parameters ?? {}),
    text: search.text,
    needPlace: here === undefined,
    filters: filterFields(words, search, places),
    isFiltered,
    count,
    cards: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((ranked) => ({
      ...cardOf(words, ranked.entry, now),
      rank: rankText(words, ranked, here !== undefined, isAsked),
    })),
    position: t.search.position(page, pages),
    previous: page > 1 ? linkTo(page - 1) : undefined,
    next: page < pages ? linkTo(page + 1) : undefined,
    reset: isAsked || isFiltered ? withPlace(here, path) : undefined,
  };
};
