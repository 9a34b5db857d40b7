import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Series } from '../contract.ts';
import type { StreamKey } from './rollup-store.ts';

export const listSeriesOf = async (database: Database, ars: string): Promise<Series[]> =>
  (
    await sql<Series>`
      select d.id, d.name, d.unit_symbol as unit, t.name as place, p.name as property
      from sensors.datastream d
      join sensors.thing t on t.ars = d.ars and t.id = d.thing_id
      join sensors.observed_property p on p.ars = d.ars and p.id = d.observed_property_id
      where d.ars = ${ars} order by t.name, d.name, d.id limit 5000`.execute(database)
  ).rows;

export const findExpected = async (
  database: Database,
  { ars, datastream }: StreamKey,
): Promise<{ seconds: number | null } | undefined> =>
  (
    await sql<{ seconds: number | null }>`
      select expected_seconds as seconds from sensors.datastream where ars = ${ars} and id = ${datastream}`.execute(
      database,
    )
  ).rows[0];
