import { type Expression, instantOf, isPlainText } from '../../foundation/geo/cql2/expression.ts';
import { filterLanguages, readFilter } from '../../foundation/geo/cql2/read-filter.ts';
import { boxAround, CRS84_URI, type Crs, crsUris, findCrs, UTM32_URI } from '../../foundation/geo/crs.ts';
import type {
  BoxFilter,
  FeatureCollectionSource,
  FeatureQuery,
  Queryable,
  TimeFilter,
} from '../../foundation/geo/feature-collection.ts';
import type { Box } from '../../foundation/geo/geometry.ts';
import type { Message } from '../../foundation/i18n/message.ts';

export const LIMIT = { default: 100, most: 1_000 } as const;

/** What is wrong with one parameter of the address. */
export type ParameterFault = { refused: 'parameter'; name: string; message: Message };
export type Parameters = ReadonlyMap<string, string>;

const fault = (name: string, de: string, en: string): ParameterFault => ({
  refused: 'parameter',
  name,
  message: { de, en },
});

const isFault = (value: unknown): value is ParameterFault =>
  typeof value === 'object' && value !== null && 'refused' in value;

/** Every parameter must be known and stand once: a spelling mistake that passes would answer another question. */
export const readParameters = (url: string, known: readonly string[]): Parameters | ParameterFault => {
  const found = new Map<string, string>();
  for (const [name, value] of new URL(url).searchParams) {
    if (!known.includes(name))
      return fault(
        name,
        `diesen Parameter gibt es hier nicht; es gibt: ${known.join(', ')}`,
        `there is no such parameter here; there are: ${known.join(', ')}`,
      );
    if (found.has(name)) return fault(name, 'steht mehrmals da', 'is there several times');
    found.set(name, value);
  }
  return found;
};

export const readFormat = (parameters: Parameters): 'json' | 'html' | undefined | ParameterFault => {
  const format = parameters.get('f');
  if (format === undefined || format === 'json' || format === 'html') return format;
  return fault('f', 'erlaubt: json, html', 'allowed: json, html');
};

export const readCrs = (parameters: Parameters, name: string): Crs | ParameterFault => {
  const known = crsUris.join(', ');
  return findCrs(parameters.get(name) ?? CRS84_URI) ?? fault(name, `erlaubt: ${known}`, `allowed: ${known}`);
};

export const ITEM_PARAMETERS = [
  'f',
  'limit',
  'cursor',
  'bbox',
  'bbox-crs',
  'crs',
  'datetime',
  'filter',
  'filter-lang',
  'filter-crs',
];

/** Queryables that may stand as a parameter of their own name. */
export const parameterQueryables = ({ queryables }: FeatureCollectionSource): [string, Queryable][] =>
  Object.entries(queryables).filter(([, { type }]) => type !== 'geometry');

/** The question to the collection that an address asks. */
export const readItemsQuery = (
  parameters: Parameters,
  source: FeatureCollectionSource,
): FeatureQuery | ParameterFault => {
  const limit = readLimit(parameters.get('limit'));
  if (isFault(limit)) return limit;
  const bbox = readBox(parameters, source.extent);
  if (isFault(bbox)) return bbox;
  const datetime = readTime(parameters.get('datetime'));
  if (isFault(datetime)) return datetime;
  const filter = readConditions(parameters, source);
  if (isFault(filter)) return filter;
  const after = parameters.get('cursor');
  return {
    limit,
    ...(bbox && { bbox }),
    ...(datetime && { datetime }),
    ...(filter !== undefined && { filter: filter.all }),
    ...(after !== undefined && { after }),
  };
};

const readLimit = (text: string | undefined): number | ParameterFault => {
  if (text === undefined) return LIMIT.default;
  // The standard: more than the most is no fault, the server gives what it gives.
  if (/^[1-9]\d{0,8}$/.test(text)) return Math.min(Number(text), LIMIT.most);
  return fault('limit', `eine Zahl von 1 bis ${LIMIT.most}`, `a number from 1 to ${LIMIT.most}`);
};

const NUMBER = /^-?\d+(\.\d*)?([eE][+-]?\d+)?$/;

const readBox = (parameters: Parameters, extent: Box): BoxFilter | undefined | ParameterFault => {
  const text = parameters.get('bbox');
  const crs = readCrs(parameters, 'bbox-crs');
  if (isFault(crs) || text === undefined) return isFault(crs) ? crs : undefined;
  const numbers = text.split(',').map((one) => (NUMBER.test(one.trim()) ? Number(one) : Number.NaN));
  if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite))
    return fault('bbox', 'vier Zahlen, z. B. 8.3,48.9,8.5,49.1', 'four numbers, such as 8.3,48.9,8.5,49.1');
  const half = numbers.length / 2;
  const given: Box = [numbers[0] ?? 0, numbers[1] ?? 0, numbers[half] ?? 0, numbers[half + 1] ?? 0];
  if (crs.uri === UTM32_URI) return isUpright(given) ? { crs: 'EPSG:25832', box: given } : upsideDown();
  const box = crs.uri.endsWith('/4326') ? swapped(given) : given;
  // West of the antimeridian to east of it: only one of the halves can touch what we have.
  if (box[0] > box[2] && crs.uri !== `${UTM32_URI}`) {
    if (box[0] <= extent[2]) box[2] = 180;
    else box[0] = -180;
  }
  if (!isUpright(box)) return upsideDown();
  return { crs: 'CRS84', box: crs.uri.endsWith('/3857') ? boxAround(box, crs.toLonLat) : box };
};

const swapped = ([south, west, north, east]: Box): Box => [west, south, east, north];
const isUpright = ([west, south, east, north]: Box): boolean => west <= east && south <= north;
const upsideDown = () => fault('bbox', 'das Rechteck steht verkehrt herum', 'the box is upside down');

const RFC3339 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

const readTime = (text: string | undefined): TimeFilter | undefined | ParameterFault => {
  if (text === undefined) return undefined;
  const wrong = fault(
    'datetime',
    '2026-11-22T18:00:00Z oder 2026-11-22T00:00:00Z/.. ',
    '2026-11-22T18:00:00Z or 2026-11-22T00:00:00Z/.. ',
  );
  const ends = text.split('/');
  const times = ends.map((end) => {
    if (ends.length === 2 && (end === '' || end === '..')) return null;
    return RFC3339.test(end) && !end.startsWith('0000') ? new Date(end) : new Date(Number.NaN);
  });
  if (ends.length > 2 || times.some((time) => time !== null && Number.isNaN(time.getTime()))) return wrong;
  const [start = null, end = start] = times;
  return start && end && start > end ? wrong : { start, end };
};

/** The draft's name of CQL2 Text: GDAL before 3.7 filters on the server only where it is offered. */
export const OLD_TEXT = 'cql-text';

const readConditions = (
  parameters: Parameters,
  source: FeatureCollectionSource,
): { all: Expression } | undefined | ParameterFault => {
  const conditions: Expression[] = [];
  const asked = parameters.get('filter-lang') ?? 'cql2-text';
  const language = filterLanguages.find((one) => one === (asked === OLD_TEXT ? 'cql2-text' : asked));
  if (!language)
    return fault('filter-lang', 'erlaubt: cql2-text, cql2-json', 'allowed: cql2-text, cql2-json');
  const crs = readCrs(parameters, 'filter-crs');
  if (isFault(crs)) return crs;
  const text = parameters.get('filter');
  if (text !== undefined) {
    const read = readFilter(text, language, source.queryables, crs);
    if ('refused' in read)
      return fault('filter', `bei ${read.at}: ${read.message.de}`, `at ${read.at}: ${read.message.en}`);
    conditions.push(read.filter);
  }
  for (const [name, queryable] of parameterQueryables(source)) {
    const value = parameters.get(name);
    if (value === undefined) continue;
    const literal = literalOf(value, queryable.type);
    if (literal === undefined)
      return fault(name, `hier fehlt: ${queryable.type}`, `expected: ${queryable.type}`);
    conditions.push({ op: '=', args: [{ property: name }, literal] });
  }
  const [first] = conditions;
  if (first === undefined) return undefined;
  return { all: conditions.length === 1 ? first : { op: 'and', args: conditions } };
};

const literalOf = (text: string, type: Queryable['type']): Expression | undefined => {
  if (type === 'string') return isPlainText(text) ? text : undefined;
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : undefined;
  if (type === 'date' || type === 'date-time') return instantOf(text);
  return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
};
