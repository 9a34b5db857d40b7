import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';

/** Where events are, for work that goes from municipality to municipality. */
export const listMunicipalitiesWithEvents = async (database: Database): Promise<string[]> =>
  (
    await sql<{ ars: string }>`
      select distinct ars from offers.offer where kind = 'event' and withdrawn_at is null order by ars`.execute(
      database,
    )
  ).rows.map(({ ars }) => ars);

/** Reports on one offer since a moment. */
export const countReports = async (
  database: Database,
  ars: string,
  offerId: string,
  since: Date,
): Promise<number> =>
  (
    await sql<{ reports: number }>`
      select count(*) as reports from offers.mistake_report
      where ars = ${ars} and offer_id = ${offerId} and reported_at >= ${since}`.execute(database)
  ).rows[0]?.reports ?? 0;

/** Reports of all municipalities that came before `before`. @returns how many were deleted. */
export const deleteOldReports = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from offers.mistake_report where reported_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
