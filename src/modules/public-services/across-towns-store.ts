import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';
import type { Day } from '../../foundation/time/zone.ts';

/** Across all units: for which areas a real rule of today says who is in charge of something. */
export const listAreasWithRules = async (database: Database, today: Day): Promise<{ ars: string }[]> =>
  (
    await sql<{ ars: string }>`
      select distinct area as ars from (
        select distinct areas from public_services.responsibility r
        where withdrawn_at is null and (acting_ars is not null or facts ? 'authorityForeignId')
          and coalesce(facts ->> 'validFrom', '') <= ${today} and coalesce(facts ->> 'validTo', '9999') >= ${today}
          and not exists (
            select from public_services.source s where s.ars = r.ars and s.id = r.source_id and s.demonstration)) real
      cross join unnest(areas) as area where length(area) in (9, 12)`.execute(database)
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
