import type { Context } from '../../foundation/database/context.ts';
import { listMunicipalitiesWithEvents } from './housekeeping-store.ts';
import { extendOccurrences } from './import/run/extend-occurrences.ts';

/** Once a day: the dates of events reach thirteen months ahead again. */
export const keepOffersInOrder = async (context: Context): Promise<{ municipalities: number }> => {
  const municipalities = await listMunicipalitiesWithEvents(context.database);
  for (const ars of municipalities) await extendOccurrences(context, ars);
  return { municipalities: municipalities.length };
};
