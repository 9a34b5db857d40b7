import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Payment } from './payment.ts';

type PaymentRow = {
  ars: string;
  booking_id: string;
  payee: Payment['payee'];
  way: Payment['way'];
  state: Payment['state'];
  host_id: string;
  pool_id: string;
  reference: string | null;
  reserved_cents: number;
  charged_cents: number | null;
  fee_cents: number;
  vat_cents: number;
  payer: string | null;
  mandate_id: string | null;
  debit_run_id: string | null;
  property: string;
  stay_from: Date | null;
  stay_to: Date | null;
  opened_at: Date;
  expires_at: Date;
  settled_at: Date | null;
  paid_at: Date | null;
};

const paymentOf = (row: PaymentRow): Payment => ({
  ars: row.ars,
  bookingId: row.booking_id,
  payee: row.payee,
  way: row.way,
  state: row.state,
  hostId: row.host_id,
  poolId: row.pool_id,
  reference: row.reference,
  reservedCents: row.reserved_cents,
  chargedCents: row.charged_cents,
  feeCents: row.fee_cents,
  vatCents: row.vat_cents,
  sealedPayer: row.payer,
  mandateId: row.mandate_id,
  debitRunId: row.debit_run_id,
  property: row.property,
  stayFrom: row.stay_from,
  stayTo: row.stay_to,
  openedAt: row.opened_at,
  expiresAt: row.expires_at,
  settledAt: row.settled_at,
  paidAt: row.paid_at,
});

export type PaymentKey = { ars: string; bookingId: string };

export const insertPayment = async (
  database: Database,
  payment: Pick<
    Payment,
    | 'ars'
    | 'bookingId'
    | 'payee'
    | 'way'
    | 'state'
    | 'hostId'
    | 'poolId'
    | 'reservedCents'
    | 'openedAt'
    | 'expiresAt'
  >,
): Promise<void> => {
  await sql`
    insert into parking.payment (ars, booking_id, payee, way, state, host_id, pool_id, reserved_cents, opened_at, expires_at)
    values (${payment.ars}, ${payment.bookingId}, ${payment.payee}, ${payment.way}, ${payment.state},
      ${payment.hostId}, ${payment.poolId}, ${payment.reservedCents}, ${payment.openedAt}, ${payment.expiresAt})`.execute(
    database,
  );
};

export const findPayment = async (
  database: Database,
  { ars, bookingId }: PaymentKey,
  isLocked = false,
): Promise<Payment | undefined> => {
  const [row] = (
    await sql<PaymentRow>`
      select * from parking.payment where ars = ${ars} and booking_id = ${bookingId}
      ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows;
  return row && paymentOf(row);
};

/** What an authorisation of the provider is for: one booking, or those of a series. */
export const listByReference = async (
  database: Database,
  ars: string,
  reference: string,
): Promise<Payment[]> =>
  (
    await sql<PaymentRow>`
      select * from parking.payment where ars = ${ars} and reference = ${reference} order by booking_id`.execute(
      database,
    )
  ).rows.map(paymentOf);

type Stamps = {
  state: Payment['state'];
  way: Payment['way'];
  host_id: string;
  pool_id: string;
  reference: string;
  reserved_cents: number;
  charged_cents: number;
  fee_cents: number;
  vat_cents: number;
  payer: string;
  mandate_id: string;
  debit_run_id: string;
  property: string;
  stay_from: Date;
  stay_to: Date;
  secured_at: Date;
  settled_at: Date;
  paid_at: Date | null;
};

export const changePayment = async (
  database: Database,
  { ars, bookingId }: PaymentKey,
  stamps: Partial<Stamps>,
): Promise<void> => {
  const parts = Object.entries(stamps).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update parking.payment set ${sql.join(parts)} where ars = ${ars} and booking_id = ${bookingId}`.execute(
    database,
  );
};

/** Who has not paid yet, of all municipalities: the driver may have agreed without anybody telling us. */
export const listRequested = async (database: Database, limit: number): Promise<Payment[]> =>
  (
    await sql<PaymentRow>`
      select p.* from parking.payment p join parking.booking b on b.ars = p.ars and b.id = p.booking_id
      where p.state = 'requested' and b.state = 'requested' order by p.opened_at, p.ars, p.booking_id limit ${limit}`.execute(
      database,
    )
  ).rows.map(paymentOf);

/** Bookings that have ended and whose money is not settled, of all municipalities. */
export const listEnded = async (database: Database, limit: number): Promise<PaymentKey[]> =>
  (
    await sql<{ ars: string; booking_id: string }>`
      select p.ars, p.booking_id from parking.payment p
      join parking.booking b on b.ars = p.ars and b.id = p.booking_id
      where p.state in ('requested', 'secured') and b.ended_at is not null
      order by b.ended_at, p.ars, p.booking_id limit ${limit}`.execute(database)
  ).rows.map(({ ars, booking_id }) => ({ ars, bookingId: booking_id }));
