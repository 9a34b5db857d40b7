import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** What ended bookings of a pool were charged, in cents. */
export const sumOfPool = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<number> =>
  Number(
    (
      await sql<{ sum: string }>`
        select coalesce(sum(charged_cents), 0) as sum from parking.booking where ars = ${ars} and pool_id = ${id}`.execute(
        database,
      )
    ).rows[0]?.sum ?? 0,
  );
