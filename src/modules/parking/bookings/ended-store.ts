import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** Check numbers of plates whose booking has ended before, of all municipalities. @returns how many went. */
export const forgetPlates = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`
        update parking.booking set plate_hash = null where plate_hash is not null and ended_at < ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );

/** Bookings that have ended before, with their events, of all municipalities. @returns how many went. */
export const deleteEnded = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from parking.booking where ended_at < ${before}`.execute(database)).numAffectedRows ??
      0,
  );
