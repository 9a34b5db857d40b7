import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { StreamKey } from '../observations/rollup-store.ts';

export type Saving = { temperature: number; measure: string; begunOn: string | null };

export const findSaving = async (
  database: Database,
  { ars, datastream }: StreamKey,
): Promise<Saving | undefined> =>
  (
    await sql<Saving>`
      select temperature_id as temperature, measure, begun_on::text as "begunOn" from sensors.saving
      where ars = ${ars} and datastream_id = ${datastream}`.execute(database)
  ).rows[0];

/** A temperature of another town is none. */
export const saveSaving = async (
  database: Database,
  { ars, datastream }: StreamKey,
  { temperature, measure, begunOn }: Saving,
): Promise<boolean> =>
  (
    await sql`
      insert into sensors.saving (ars, datastream_id, temperature_id, measure, begun_on)
      select d.ars, ${datastream}, d.id, ${measure}, ${begunOn}::date from sensors.datastream d
      where d.ars = ${ars} and d.id = ${temperature}
      on conflict (ars, datastream_id) do update set temperature_id = excluded.temperature_id,
        measure = excluded.measure, begun_on = excluded.begun_on returning 1`.execute(database)
  ).rows.length === 1;
