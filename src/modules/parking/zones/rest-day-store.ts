import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';

export type RestDay = { day: Day; name: string };

export const listRestDays = async (database: Database, ars: string): Promise<RestDay[]> =>
  (
    await sql<RestDay>`
      select day::text as day, name from parking.rest_day where ars = ${ars} order by day limit 400`.execute(
      database,
    )
  ).rows;

export const saveRestDay = async (database: Database, ars: string, { day, name }: RestDay): Promise<void> => {
  await sql`
    insert into parking.rest_day (ars, day, name) values (${ars}, ${day}, ${name})
    on conflict (ars, day) do update set name = excluded.name`.execute(database);
};

export const deleteRestDay = async (database: Database, ars: string, day: Day): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`
    delete from parking.rest_day where ars = ${ars} and day = ${day}`.execute(database);
  return numAffectedRows > 0n;
};
