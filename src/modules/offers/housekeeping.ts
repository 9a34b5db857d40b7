import type { Context } from '../../foundation/database/context.ts';
import { deleteOldReports, listMunicipalitiesWithEvents } from './housekeeping-store.ts';
import { extendOccurrences } from './import/run/extend-occurrences.ts';

/** The page on privacy names this period. */
export const REPORTS_KEPT_DAYS = 180;
const DAY_MILLISECONDS = 86_400_000;

/** Once a day: the dates of events reach thirteen months ahead again, old reports of mistakes are deleted. */
export const keepOffersInOrder = async (
  context: Context,
): Promise<{ municipalities: number; deletedReports: number }> => {
  const municipalities = await listMunicipalitiesWithEvents(context.database);
  for (const ars of municipalities) await extendOccurrences(context, ars);
  const before = new Date(context.clock().getTime() - REPORTS_KEPT_DAYS * DAY_MILLISECONDS);
  return {
    municipalities: municipalities.length,
    deletedReports: await deleteOldReports(context.database, before),
  };
};
