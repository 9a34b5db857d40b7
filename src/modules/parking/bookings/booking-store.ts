import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Slot, Span } from '../slot.ts';
import type { Booking, BookingKey, BookingState } from './booking.ts';
import { addEvent } from './event-store.ts';

type BookingRow = {
  ars: string;
  id: string;
  person_id: string | null;
  state: BookingState;
  channel: Booking['channel'];
  pool_id: string;
  unit: number | null;
  lon: number;
  lat: number;
  label: string;
  from_slot: number;
  to_slot: number;
  held_to_slot: number;
  walk_limit_m: number;
  needs: Booking['needs'];
  cents_per_hour: number;
  quoted_cents: number;
  plate_hash: string | null;
  language: Booking['language'];
  asked_at: Date;
  fixed_at: Date | null;
  arrived_at: Date | null;
  left_at: Date | null;
  ended_at: Date | null;
  charged_cents: number | null;
};

const bookingOf = (row: BookingRow): Booking => ({
  ars: row.ars,
  id: row.id,
  personId: row.person_id,
  state: row.state,
  channel: row.channel,
  poolId: row.pool_id,
  unit: row.unit,
  destination: { lon: row.lon, lat: row.lat },
  label: row.label,
  from: row.from_slot,
  to: row.to_slot,
  heldTo: row.held_to_slot,
  walkLimit: row.walk_limit_m,
  needs: row.needs,
  centsPerHour: row.cents_per_hour,
  quotedCents: row.quoted_cents,
  plateHash: row.plate_hash,
  language: row.language,
  askedAt: row.asked_at,
  fixedAt: row.fixed_at,
  arrivedAt: row.arrived_at,
  leftAt: row.left_at,
  endedAt: row.ended_at,
  chargedCents: row.charged_cents,
});

/** A new booking, with its first event. */
export const insertBooking = async (
  database: Database,
  booking: Booking,
  { secretHash, requestKey }: { secretHash: string; requestKey: string },
): Promise<void> => {
  await sql`
    with event as (
      insert into parking.booking_event (ars, booking_id, seq, at, state, cause)
      values (${booking.ars}, ${booking.id}, 1, ${booking.askedAt}, ${booking.state}, 'asked'))
    insert into parking.booking (ars, id, secret_hash, person_id, request_key, state, pool_id, lon, lat, label, from_slot,
      to_slot, held_to_slot, walk_limit_m, needs, cents_per_hour, quoted_cents, plate_hash, language, channel, asked_at)
    values (${booking.ars}, ${booking.id}, ${secretHash}, ${booking.personId}, ${requestKey}, ${booking.state},
      ${booking.poolId}, ${booking.destination.lon}, ${booking.destination.lat}, ${booking.label}, ${booking.from},
      ${booking.to}, ${booking.heldTo}, ${booking.walkLimit}, ${JSON.stringify(booking.needs)}::jsonb,
      ${booking.centsPerHour}, ${booking.quotedCents}, ${booking.plateHash}, ${booking.language}, ${booking.channel},
      ${booking.askedAt})`.execute(database);
};

/** Who comes with the secret. `isLocked` holds the booking in the transaction. */
export const findBySecret = async (
  database: Database,
  ars: string,
  secretHash: string,
  isLocked = false,
): Promise<Booking | undefined> => {
  const [row] = (
    await sql<BookingRow>`
      select * from parking.booking where ars = ${ars} and secret_hash = ${secretHash}
      ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows;
  return row && bookingOf(row);
};

/** The first try of the same request, whichever pool's municipality it lies in. */
export const findByRequestKey = async (
  database: Database,
  arsList: readonly string[],
  requestKey: string,
): Promise<Booking | undefined> => {
  const [row] = (
    await sql<BookingRow>`
      select * from parking.booking where ars = any(${arsList}::text[]) and request_key = ${requestKey} limit 1`.execute(
      database,
    )
  ).rows;
  return row && bookingOf(row);
};

/** The bookings of some requests in a municipality, each with the key of its request, by their begin. */
export const listByRequestKeys = async (
  database: Database,
  ars: string,
  requestKeys: readonly string[],
): Promise<{ booking: Booking; requestKey: string }[]> =>
  (
    await sql<BookingRow & { request_key: string }>`
      select * from parking.booking where ars = ${ars} and request_key = any(${requestKeys}::uuid[])
      order by from_slot, id`.execute(database)
  ).rows.map((row) => ({ booking: bookingOf(row), requestKey: row.request_key }));

/** What staff booked for callers and is not over yet, by its begin. */
export const listByPhone = async (
  database: Database,
  ars: string,
  limit: number,
): Promise<{ booking: Booking; requestKey: string }[]> =>
  (
    await sql<BookingRow & { request_key: string }>`
      select * from parking.booking where ars = ${ars} and channel = 'phone'
        and state in ('promised', 'fixed', 'arrived', 'overstaying')
      order by from_slot, id limit ${limit}`.execute(database)
  ).rows.map((row) => ({ booking: bookingOf(row), requestKey: row.request_key }));

export const lockBooking = async (
  database: Database,
  { ars, id }: BookingKey,
): Promise<Booking | undefined> => {
  const [row] = (
    await sql<BookingRow>`
      select * from parking.booking where ars = ${ars} and id = ${id} for update`.execute(database)
  ).rows;
  return row && bookingOf(row);
};

/** Held in the transaction; undefined where somebody else holds it. */
export const lockFreeBooking = async (
  database: Database,
  { ars, id }: BookingKey,
): Promise<Booking | undefined> => {
  const [row] = (
    await sql<BookingRow>`
      select * from parking.booking where ars = ${ars} and id = ${id} for update skip locked`.execute(
      database,
    )
  ).rows;
  return row && bookingOf(row);
};

export const listOfPool = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  { from, to }: Span,
): Promise<Booking[]> =>
  (
    await sql<BookingRow>`
      select * from parking.booking where ars = ${ars} and pool_id = ${id}
        and state in ('requested', 'promised', 'fixed', 'arrived', 'overstaying') and from_slot < ${to} and held_to_slot > ${from}
      order by from_slot, id limit 500`.execute(database)
  ).rows.map(bookingOf);

/** All that is promised in a municipality in a span and not over yet. */
export const listOfTown = async (database: Database, ars: string, { from, to }: Span): Promise<Booking[]> =>
  (
    await sql<BookingRow>`
      select * from parking.booking where ars = ${ars}
        and state in ('requested', 'promised', 'fixed', 'arrived', 'overstaying')
        and from_slot < ${to} and held_to_slot > ${from} order by from_slot, id`.execute(database)
  ).rows.map(bookingOf);

/** Where those wanted to go whose stay begins in a span, whoever they are. */
export const listDestinations = async (
  database: Database,
  ars: string,
  { from, to }: Span,
): Promise<Booking['destination'][]> =>
  (
    await sql<Booking['destination']>`
      select lon, lat from parking.booking where ars = ${ars} and from_slot >= ${from} and from_slot < ${to}`.execute(
      database,
    )
  ).rows;

/** What one person has booked, in all municipalities: asked by themself. */
export const listOfPerson = async (database: Database, personId: string): Promise<Booking[]> =>
  (
    await sql<BookingRow>`
      select * from parking.booking where person_id = ${personId} order by asked_at, id limit 1000`.execute(
      database,
    )
  ).rows.map(bookingOf);

/** The latest bookings of one person with the keys of their requests, in all municipalities: asked by themself. */
export const listMine = async (
  database: Database,
  personId: string,
  since: Date,
): Promise<{ booking: Booking; requestKey: string }[]> =>
  (
    await sql<BookingRow & { request_key: string }>`
      select * from parking.booking where person_id = ${personId} and (ended_at is null or ended_at > ${since})
      order by from_slot desc, id limit 100`.execute(database)
  ).rows.map((row) => ({ booking: bookingOf(row), requestKey: row.request_key }));

/** How many promises of one person are not over yet, in all municipalities. */
export const countLive = async (database: Database, personId: string): Promise<number> =>
  Number(
    (
      await sql<{ count: string }>`
        select count(*) as count from parking.booking where person_id = ${personId} and ended_at is null`.execute(
        database,
      )
    ).rows[0]?.count ?? 0,
  );

type Stamps = {
  state: BookingState;
  pool_id: string;
  unit: number | null;
  to_slot: Slot;
  held_to_slot: Slot;
  quoted_cents: number;
  cents_per_hour: number;
  fixed_at: Date | null;
  arrived_at: Date;
  left_at: Date;
  ended_at: Date;
  charged_cents: number;
};

/** Changes a booking, and tells in its events when and why. */
export const changeBooking = async (
  database: Database,
  { ars, id }: BookingKey,
  stamps: Partial<Stamps>,
  event: { state: BookingState; cause: string; at: Date },
): Promise<void> => {
  const parts = Object.entries(stamps).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update parking.booking set ${sql.join(parts)} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
  await addEvent(database, { ars, id }, event);
};

/** What time itself does: live bookings that begin or end before a slot, of all municipalities. */
export const listDue = async (
  database: Database,
  { beginsBefore, endsBefore }: { beginsBefore: Slot; endsBefore: Slot },
  limit: number,
): Promise<BookingKey[]> =>
  (
    await sql<BookingKey>`
      select ars, id from parking.booking
      where (state = 'promised' and from_slot <= ${beginsBefore})
        or (state = 'fixed' and from_slot <= ${endsBefore})
        or (state = 'arrived' and to_slot <= ${endsBefore})
        or (state = 'overstaying' and held_to_slot <= ${endsBefore + 1})
      order by from_slot, ars, id limit ${limit}`.execute(database)
  ).rows;
