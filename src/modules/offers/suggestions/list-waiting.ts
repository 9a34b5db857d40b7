import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, may } from '../../accounts/index.ts';
import { publisherScopeOf } from '../desk/publisher-scope.ts';
import { countOpenReports } from './report-store.ts';
import { countOpenSuggestions } from './suggestion-store.ts';

/** How much nobody has answered yet. */
export const countUnanswered = async (
  { database }: Pick<Context, 'database'>,
  acting: Acting,
): Promise<{ suggestions: number; reports: number }> => {
  if (!may(acting, 'moderate-suggestions')) return { suggestions: 0, reports: 0 };
  const scope = publisherScopeOf(acting);
  return {
    suggestions: scope.isUnit ? await countOpenSuggestions(database, scope.ars) : 0,
    reports: await countOpenReports(database, scope),
  };
};
