import { formatDate, formatNumber, formatTime } from '../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../foundation/i18n/language.ts';
import { type PlaceInUrl, withPlace } from '../../../../foundation/ui/page.ts';
import type { CountryMessages, CountryTable, CountryView } from '../../web/index.ts';
import type { Column } from '../contract.ts';
import { type Choice, type Figures, inColumn, stepOf } from '../count-towns.ts';
import type { DrawnCountry } from '../draw-states.ts';
import type { Picture } from '../open-country.ts';
import { shareOf } from '../share-text.ts';
import { shortStateOf } from '../state-short.ts';
import { choiceInAddress, columnInAddress } from './country-parameters.ts';

export const AT = '/lagebild';
export const TOWNS_AT = '/lagebild/gemeinden';

export type Words = { language: Language; t: CountryMessages; place: PlaceInUrl | undefined };

const shareText = ({ language, t }: Words, count: number, all: number): string => {
  const share = shareOf(count, all);
  if (share === 'below') return t.lessThan;
  return share === 'above' ? t.nearlyAll : t.percent(formatNumber(language, share.percent));
};

const shortShare = (words: Words, count: number, all: number): string => {
  const share = shareOf(count, all);
  if (share === 'below') return '<1 %';
  return share === 'above' ? '>99 %' : shareText(words, count, all);
};

export const countedAtText = ({ language, t }: Words, at: Date): string =>
  t.countedAt(formatDate(language, at), formatTime(language, at));

/** The way to the towns behind a number. */
export const townsHref = ({ language, place }: Words, choice: Choice, more: Record<string, string> = {}) =>
  withPlace(place, localPath(language, TOWNS_AT), { ...choiceInAddress(choice), ...more });

const cellOf = (words: Words, count: number, choice: Choice) => ({
  text: formatNumber(words.language, count),
  href: count > 0 ? townsHref(words, choice) : undefined,
});

const signTable = (words: Words, { signs, total }: Picture): CountryTable => ({
  id: 'was',
  heading: words.t.tables.signs,
  columns: [words.t.heads.sign, words.t.all, words.t.share],
  rows: ([...signs, 'known', 'unknown'] as const).map((column) => {
    const count = inColumn(total, column);
    return {
      key: column,
      label: words.t.columns[column],
      cells: [cellOf(words, count, { sign: column }), { text: shareText(words, count, total.towns) }],
    };
  }),
});

type Line = { key: string; label: string; figures: Figures; choice: Choice };
type Heading = { id: string; heading: string; head: string; note?: string };

const tableOf = (words: Words, { signs, total }: Picture, lines: Line[], about: Heading): CountryTable => {
  // A column of nothing but zeros says no more than the one zero above.
  const columns: Column[] = [...signs.filter((sign) => total.signs[sign] > 0), 'known', 'unknown'];
  return {
    id: about.id,
    heading: about.heading,
    note: about.note,
    columns: [about.head, words.t.all, ...columns.map((column) => words.t.columns[column])],
    rows: lines.map(({ key, label, figures, choice }) => ({
      key,
      label,
      cells: [
        // Of a field all towns are counted: that way leads to the whole list.
        cellOf(words, figures.towns, { ...choice, field: undefined }),
        ...columns.map((column) => cellOf(words, inColumn(figures, column), { ...choice, sign: column })),
      ],
    })),
  };
};

const mapOf = (words: Words, picture: Picture, drawn: DrawnCountry, column: Column): CountryView['map'] => {
  const { t } = words;
  const name = t.columns[column];
  const countOf = ({ figures }: Picture['states'][number]) => inColumn(figures, column);
  const [best, ...others] = picture.states
    .filter((state) => countOf(state) > 0)
    .toSorted((a, b) => countOf(b) - countOf(a));
  const number = (value: number) => formatNumber(words.language, value);
  return {
    title: t.mapTitle(name),
    finding: best
      ? t.mapFinding(number(1 + others.length), best.name, number(countOf(best)), number(best.figures.towns))
      : t.mapNothing(name),
    width: drawn.width,
    height: drawn.height,
    states: drawn.states.flatMap((state) => {
      const figures = picture.states.find((one) => one.state === state.key)?.figures;
      if (!figures) return [];
      const count = inColumn(figures, column);
      return {
        ...state,
        name: shortStateOf(state.key),
        value: shortShare(words, count, figures.towns),
        step: stepOf(count, figures.towns),
      };
    }),
  };
};

const fieldsNote = ({ language, t }: Words, { fields }: Picture): string => {
  const empty = fields.filter(({ figures }) => figures.known === 0).map(({ field }) => field[language]);
  return empty.length > 0 ? `${t.fieldsNote} ${t.emptyFields(empty.join(', '))}` : t.fieldsNote;
};

/** The picture as its page shows it. @param column what the map shades by. */
export const presentCountry = (
  words: Words,
  picture: Picture,
  drawn: DrawnCountry,
  column: Column,
): CountryView => {
  const { language, t, place } = words;
  const { total, states, sizes, fields, invented } = picture;
  const number = (value: number) => formatNumber(language, value);
  const stateLines = states.map(({ state, name, figures }) => ({
    key: state,
    label: name,
    figures,
    choice: { state },
  }));
  const sizeLines = sizes.map(({ size, figures }) => ({
    key: size,
    label: t.sizes[size],
    figures,
    choice: { size },
  }));
  const fieldLines = fields
    .filter(({ figures }) => figures.known > 0)
    .map(({ field, figures }) => ({
      key: field.id,
      label: field[language],
      figures,
      choice: { field: field.id },
    }));
  return {
    finding: t.finding(number(total.known), number(total.towns)),
    others: t.others(number(total.unknown), shareText(words, total.unknown, total.towns)),
    countedAt: countedAtText(words, picture.countedAt),
    invented: invented.length > 0 ? t.invented(invented.map(({ name }) => name).join(', ')) : undefined,
    map: mapOf(words, picture, drawn, column),
    choices: (['known', ...picture.signs] as const).map((one) => ({
      label: t.columns[one],
      href: withPlace(
        place,
        localPath(language, AT),
        one === 'known' ? {} : { zeichen: columnInAddress[one] },
      ),
      isCurrent: one === column,
    })),
    tables: [
      signTable(words, picture),
      tableOf(words, picture, stateLines, {
        id: 'land',
        heading: t.tables.states,
        head: t.heads.state,
        ...(picture.signs.some((sign) => total.signs[sign] === 0) && { note: t.zeroNote }),
      }),
      tableOf(words, picture, sizeLines, { id: 'groesse', heading: t.tables.sizes, head: t.heads.size }),
      tableOf(words, picture, fieldLines, {
        id: 'feld',
        heading: t.tables.fields,
        head: t.heads.field,
        note: fieldsNote(words, picture),
      }),
    ],
    meanings: picture.signs.map((sign) => ({ label: t.columns[sign], text: t.meanings[sign] })),
    files: [
      { label: t.csv, href: localPath(language, `${AT}.csv`) },
      { label: t.json, href: '/api/network/country' },
      { label: t.feed, href: localPath(language, `${AT}.atom`) },
    ],
  };
};
