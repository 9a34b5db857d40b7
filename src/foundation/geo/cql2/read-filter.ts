import type { Crs } from '../crs.ts';
import type { Queryables } from '../feature-collection.ts';
import { checkFilter } from './check.ts';
import type { Cql2Refusal, Expression } from './expression.ts';
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
  const refused = checkFilter(read, queryables);
  if (refused) return refused;
  const filter = reproject(read.filter, crs);
  return typeof filter === 'object' && 'refused' in filter ? filter : { filter };
};
