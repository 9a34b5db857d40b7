import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';

export type Located = { id: string; lon: number | null; lat: number | null };

export const listLocated = async (database: Database, ars: string): Promise<Located[]> =>
  (await sql<Located>`select id, lon, lat from offers.offer where ars = ${ars}`.execute(database)).rows;

/** Everything that hangs on the offers follows by the foreign keys. */
export const moveOffers = async (
  database: Database,
  from: string,
  to: string,
  ids: string[],
): Promise<void> => {
  await sql`update offers.offer set ars = ${to} where ars = ${from} and id = any(${ids}::uuid[])`.execute(
    database,
  );
};

/** A source whose name the successor has already keeps the old key in its own. */
export const moveSources = async (database: Database, from: string, to: string): Promise<void> => {
  await sql`
    update offers.source s set ars = ${to}, id = case
      when exists (select 1 from offers.source o where o.ars = ${to} and o.id = s.id) then s.id || '-' || ${from}
      else s.id end
    where s.ars = ${from}`.execute(database);
};
