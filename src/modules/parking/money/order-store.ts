import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** What the provider is asked for, until it has answered. */
export type PaymentOrder = {
  ars: string;
  key: string;
  purpose: 'capture' | 'cancel' | 'refund' | 'payOut';
  bookingId: string | null;
  hostId: string | null;
  cents: number;
  feeCents: number;
  tries: number;
};

/** Written once, with the change that needs it; the same key a second time changes nothing. */
export const addOrder = async (
  database: Database,
  order: Omit<PaymentOrder, 'tries'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into parking.payment_order (ars, key, purpose, booking_id, host_id, cents, fee_cents, next_at, made_at)
    values (${order.ars}, ${order.key}, ${order.purpose}, ${order.bookingId}, ${order.hostId}, ${order.cents},
      ${order.feeCents}, ${now}, ${now})
    on conflict do nothing`.execute(database);
};

type OrderRow = {
  ars: string;
  key: string;
  purpose: PaymentOrder['purpose'];
  booking_id: string | null;
  host_id: string | null;
  cents: number;
  fee_cents: number;
  tries: number;
};

const orderOf = (row: OrderRow): PaymentOrder => ({
  ars: row.ars,
  key: row.key,
  purpose: row.purpose,
  bookingId: row.booking_id,
  hostId: row.host_id,
  cents: row.cents,
  feeCents: row.fee_cents,
  tries: row.tries,
});

export type OrderKey = Pick<PaymentOrder, 'ars' | 'key'>;

/** What is due, of all municipalities. */
export const listDueOrders = async (database: Database, now: Date, limit: number): Promise<OrderKey[]> =>
  (
    await sql<OrderKey>`
      select ars, key from parking.payment_order where state = 'waiting' and next_at <= ${now}
      order by next_at, ars, key limit ${limit}`.execute(database)
  ).rows;

/** Held until the transaction ends; undefined where somebody else has it in hand or it is done. */
export const lockWaitingOrder = async (
  database: Database,
  { ars, key }: OrderKey,
): Promise<PaymentOrder | undefined> => {
  const [row] = (
    await sql<OrderRow>`
      select * from parking.payment_order where ars = ${ars} and key = ${key} and state = 'waiting'
      for update skip locked`.execute(database)
  ).rows;
  return row && orderOf(row);
};

export const finishOrder = async (
  database: Database,
  { ars, key }: OrderKey,
  end: { state: 'done' | 'refused'; at: Date; reason?: string },
): Promise<void> => {
  await sql`
    update parking.payment_order set state = ${end.state}, done_at = ${end.at}, reason = ${end.reason ?? null},
      tries = tries + 1
    where ars = ${ars} and key = ${key}`.execute(database);
};

/** The provider could not be reached: once more in a minute, in two, in four, then every hour. */
export const putOffOrder = async (
  database: Database,
  { ars, key }: OrderKey,
  { now, reason }: { now: Date; reason: string },
): Promise<void> => {
  await sql`
    update parking.payment_order set tries = least(tries + 1, 1000), reason = ${reason},
      next_at = ${now}::timestamptz + interval '1 minute' * least(power(2, least(tries, 6)), 60)
    where ars = ${ars} and key = ${key} and state = 'waiting'`.execute(database);
};

export type StuckOrder = OrderKey & { state: 'waiting' | 'refused'; reason: string | null };

/** What the provider has not done yet, or refused, of what was asked for before. */
export const listStuckOrders = async (
  database: Database,
  ars: string,
  madeBefore: Date,
): Promise<StuckOrder[]> =>
  (
    await sql<StuckOrder>`
      select ars, key, state, reason from parking.payment_order
      where ars = ${ars} and state in ('waiting', 'refused') and made_at < ${madeBefore} order by key limit 1000`.execute(
      database,
    )
  ).rows;
