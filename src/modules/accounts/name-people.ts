import type { Context } from '../../foundation/database/context.ts';
import { listLabels } from './store.ts';

/** How people are called who are still there, by id. */
export const namePeople = (
  { database }: Pick<Context, 'database'>,
  personIds: string[],
): Promise<Map<string, string>> => listLabels(database, [...new Set(personIds)]);
