import type { Context } from '../../../../foundation/database/context.ts';
import { replaceOccurrences } from './occurrence-store.ts';
import { listEvents } from './offer-store.ts';
import { occurrenceWindow } from './write-plan.ts';

/**
 * Writes the dates of a municipality's events anew for the months ahead; a daily job, because time goes on
 * while sources stay the same. Dates of the past are dropped.
 */
export const extendOccurrences = (context: Context, ars: string): Promise<number> =>
  context.database
    .transaction()
    .execute(async (database) =>
      replaceOccurrences(database, await listEvents(database, ars), occurrenceWindow(context.clock())),
    );
