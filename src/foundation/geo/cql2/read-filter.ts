import type { Crs } from '../crs.ts';
import type { Queryables } from '../feature-collection.ts';
import { checkFilter } from './check.ts';
import {
  COMPARISONS,
  type Cql2Refusal,
  type Expression,
  instantOf,
  isOperation,
  isProperty,
} from './expression.ts';
import { readJson } from './read-json.ts';
import { readText } from './read-text.ts';
import { reproject } from './reproject.ts';

export const filterLanguages = ['cql2-text', 'cql2-json'] as const;

/** A filter from outside, read, checked against what may be asked for, and brought to longitude and latitude. */
export const readFilter = (
  text: string,
  language: (typeof filterLanguages)[number],
  queryables: Queryables,
  crs: Crs,
): { filter: Expression } | Cql2Refusal => {
  const read = language === 'cql2-text' ? readText(text) : readJson(text);
  if ('refused' in read) return read;
  readMoments(read.filter, queryables);
  const refused = checkFilter(read, queryables);
  if (refused) return refused;
  const filter = reproject(read.filter, crs);
  return typeof filter === 'object' && 'refused' in filter ? filter : { filter };
};

/** GDAL writes moments as mere texts: beside a property that is a moment, a text that looks like one is one. */
const readMoments = (part: Expression, queryables: Queryables): void => {
  if (!isOperation(part)) return;
  const { op, args } = part;
  const isBesideMoment = args.some((one) => isProperty(one) && isMoment(one.property, queryables));
  for (const [index, one] of args.entries()) {
    const moment = typeof one === 'string' && isBesideMoment ? instantOf(one) : undefined;
    if (moment && COMPARISONS.some((sign) => sign === op)) args[index] = moment;
    else readMoments(one, queryables);
  }
};

const isMoment = (name: string, queryables: Queryables): boolean =>
  ['date', 'date-time'].includes((Object.hasOwn(queryables, name) && queryables[name]?.type) || '');
