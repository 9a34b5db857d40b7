import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';
import type { Day } from '../../foundation/time/zone.ts';

/** Across all units: for which areas a real rule of today says who is in charge of something. */
export const listAreasWithRules = async (database: Database, today: Day): Promise<{ ars: string }[]> =>
  (
    await sql<{ ars: string }>`
      select distinct area as ars from public_services.responsibility r
      join public_services.source s on s.ars = r.ars and s.id = r.source_id and not s.demonstration
      cross join unnest(r.areas) as area
      where r.withdrawn_at is null and length(area) in (9, 12)
        and (r.facts ? 'authorityForeignId' or r.acting_ars is not null)
        and coalesce(r.facts ->> 'validFrom', '') <= ${today} and coalesce(r.facts ->> 'validTo', '9999') >= ${today}`.execute(
      database,
    )
  ).rows;

/** Across all units: whose own catalogues are read here. */
export const listUnitsWithCatalogues = async (database: Database): Promise<{ ars: string }[]> =>
  (
    await sql<{ ars: string }>`
      select distinct ars from public_services.source where not demonstration and read_at is not null`.execute(
      database,
    )
  ).rows;

/** Across all units: who has a form that can be sent now, and since when one stands here. */
export const listUnitsWithForms = async (database: Database): Promise<{ ars: string; since: Date }[]> =>
  (
    await sql<{ ars: string; since: Date }>`
      select ars, min(since) as since from (
        select distinct on (ars, id) ars, demonstration, closed_at,
          min(published_at) over (partition by ars, id) as since
        from public_services.form order by ars, id, version desc) newest
      where not demonstration and closed_at is null group by ars`.execute(database)
  ).rows;
