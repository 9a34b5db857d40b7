import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { YearLimit } from './yearly-load.ts';

export const listYearlyLimits = async (database: Database, ars: string): Promise<YearLimit[]> =>
  (
    await sql<YearLimit>`
      select year, money::float8 as money, staff::float8 as staff from strategy.yearly_limit
      where ars = ${ars} order by year limit 200`.execute(database)
  ).rows;

/** The limits of some years; the others stay. */
export const saveYearlyLimits = async (
  database: Database,
  ars: string,
  limits: readonly YearLimit[],
): Promise<void> => {
  for (const { year, money, staff } of limits)
    await sql`
      insert into strategy.yearly_limit (ars, year, money, staff) values (${ars}, ${year}, ${money}, ${staff})
      on conflict (ars, year) do update set money = excluded.money, staff = excluded.staff`.execute(database);
};
