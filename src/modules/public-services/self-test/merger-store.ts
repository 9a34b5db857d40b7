import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** Every area for which there is a rule, the whole country left out. */
export const listRuleAreas = async (database: Database): Promise<string[]> =>
  (
    await sql<{ area: string }>`
      select distinct area_ars as area from public_services.responsibility_key where area_ars <> '' order by 1`.execute(
      database,
    )
  ).rows.map(({ area }) => area);

export const moveRules = (database: Database, from: string, to: string): Promise<number> =>
  database.transaction().execute(async (inside) => {
    const moved = await sql`
      update public_services.responsibility set areas = array_replace(areas, ${from}, ${to})
      where ${from} = any(areas)`.execute(inside);
    await sql`
      insert into public_services.responsibility_key (ars, source_id, foreign_id, service_key, area_ars)
      select ars, source_id, foreign_id, service_key, ${to} from public_services.responsibility_key
      where area_ars = ${from} on conflict do nothing`.execute(inside);
    await sql`delete from public_services.responsibility_key where area_ars = ${from}`.execute(inside);
    await sql`
      update public_services.responsibility set acting_ars = ${to} where acting_ars = ${from}`.execute(
      inside,
    );
    return Number(moved.numAffectedRows ?? 0);
  });
