import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { SiteKey } from '../site-store.ts';

/** The last count of an hour, where there was one: only changes are kept. */
export type CountHour = { hour: Date; free: number };

/** Oldest first. Counts that cannot be, and what was itself a forecast, are left out. */
export const listCountHours = async (
  database: Database,
  { ars, id }: SiteKey,
  { from, to }: { from: Date; to: Date },
): Promise<CountHour[]> =>
  (
    await sql<CountHour>`
      select distinct on (date_trunc('hour', at)) date_trunc('hour', at) as hour, free from parking.site_count
      where ars = ${ars} and site_id = ${id} and at >= ${from} and at < ${to}
        and free is not null and count_quality = 'plausible' and count_kind <> 'forecast'
      order by date_trunc('hour', at), at desc`.execute(database)
  ).rows;
