import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { BookingKey, BookingState } from './booking.ts';

export const addEvent = async (
  database: Database,
  { ars, id }: BookingKey,
  { state, cause, at }: { state: BookingState; cause: string; at: Date },
): Promise<void> => {
  await sql`
    insert into parking.booking_event (ars, booking_id, seq, at, state, cause)
    select ${ars}, ${id}, coalesce(max(seq), 0) + 1, ${at}, ${state}, ${cause}
    from parking.booking_event where ars = ${ars} and booking_id = ${id}`.execute(database);
};

export type BookingEvent = { at: Date; state: BookingState; cause: string };

export const listEvents = async (database: Database, { ars, id }: BookingKey): Promise<BookingEvent[]> =>
  (
    await sql<BookingEvent>`
      select at, state, cause from parking.booking_event where ars = ${ars} and booking_id = ${id}
      order by seq`.execute(database)
  ).rows;

export const countEvents = async (database: Database, { ars, id }: BookingKey): Promise<number> =>
  Number(
    (
      await sql<{ count: string }>`
        select count(*) as count from parking.booking_event where ars = ${ars} and booking_id = ${id}`.execute(
        database,
      )
    ).rows[0]?.count ?? 0,
  );
