import type { Database } from '../../../foundation/database/context.ts';
import { isShown, type Report } from './report.ts';
import { listReports } from './report-store.ts';

/** Reports of a town that are open, and that somebody of the town has read: the newest first. */
export const listOpenReports = async (database: Database, ars: string, most: number): Promise<Report[]> =>
  (await listReports(database, { ars, state: 'open', isPublic: true, most: 2 * most }))
    .filter(({ state }) => isShown(state))
    .slice(0, most);
