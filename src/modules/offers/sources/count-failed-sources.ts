import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, may } from '../../accounts/index.ts';
import { listSubscribedSources } from './source-store.ts';

export const countFailedSources = async (
  { database }: Pick<Context, 'database'>,
  acting: Acting,
): Promise<number> => {
  const { organisation } = acting;
  if (!may(acting, 'manage-sources') || organisation.id !== organisation.ars) return 0;
  const sources = await listSubscribedSources(database, organisation.ars);
  return sources.filter(({ outcome, url }) => outcome === 'failed' && url !== null).length;
};
