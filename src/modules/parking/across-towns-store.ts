import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';

/** Across all towns: where real spaces are shared or public parking is listed, and since when. */
export const listTownsWithParking = async (database: Database): Promise<{ ars: string; since: Date }[]> =>
  (
    await sql<{ ars: string; since: Date }>`
      select ars, min(since) as since from (
        select p.ars, p.created_at as since from parking.pool p
        join parking.host h on h.ars = p.ars and h.id = p.host_id
        where p.state = 'shared' and not h.demonstration
        union all
        select o.ars, o.created_at from parking.site o
        join parking.source s on s.ars = o.source_ars and s.id = o.source_id
        where o.withdrawn_at is null and not s.demonstration) known
      group by ars`.execute(database)
  ).rows;

/** Across all units: whose own lists of parking are read here. */
export const listUnitsWithParkingSources = async (database: Database): Promise<{ ars: string }[]> =>
  (
    await sql<{ ars: string }>`
      select distinct ars from parking.source where not demonstration and read_at is not null`.execute(
      database,
    )
  ).rows;
