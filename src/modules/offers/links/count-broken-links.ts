import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, may } from '../../accounts/index.ts';
import { publisherScopeOf } from '../desk/publisher-scope.ts';
import { linkState } from './link-check.ts';
import { listFailedLinks } from './link-store.ts';

const MOST_COUNTED = 1_000;

export const countBrokenLinks = async (
  { database }: Pick<Context, 'database'>,
  acting: Acting,
): Promise<number> => {
  if (!may(acting, 'edit-offers')) return 0;
  const failed = await listFailedLinks(database, publisherScopeOf(acting), MOST_COUNTED);
  return new Set(failed.filter((link) => linkState(link) === 'broken').map(({ url }) => url)).size;
};
