import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Movement, MovementKind, ProviderState } from '../payment-provider.ts';

export type TestPayment = { ars: string; reference: string; state: ProviderState; cents: number };

/** Opened once for a key. */
export const openOnce = async (
  database: Database,
  {
    ars,
    key,
    reference,
    cents,
    at,
  }: { ars: string; key: string; reference: string; cents: number; at: Date },
): Promise<TestPayment> => {
  await sql`
    insert into parking.test_payment (ars, reference, key, state, cents, made_at)
    values (${ars}, ${reference}, ${key}, 'open', ${cents}, ${at}) on conflict do nothing`.execute(database);
  const { rows } = await sql<TestPayment>`
    select ars, reference, state, cents from parking.test_payment where ars = ${ars} and key = ${key}`.execute(
    database,
  );
  const [payment] = rows;
  if (!payment) throw new Error('The test payment is not there.');
  return payment;
};

export const findTestPayment = async (
  database: Database,
  { ars, reference }: { ars: string; reference: string },
  isLocked = false,
): Promise<TestPayment | undefined> =>
  (
    await sql<TestPayment>`
      select ars, reference, state, cents from parking.test_payment where ars = ${ars} and reference = ${reference}
      ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows[0];

export const setTestState = async (
  database: Database,
  { ars, reference }: { ars: string; reference: string },
  state: ProviderState,
): Promise<void> => {
  await sql`
    update parking.test_payment set state = ${state} where ars = ${ars} and reference = ${reference}`.execute(
    database,
  );
};

/** Nothing more can be taken than was: the rest is the driver's again. */
export const closeReservation = async (
  database: Database,
  { ars, reference }: { ars: string; reference: string },
  cents: number,
): Promise<void> => {
  await sql`
    update parking.test_payment set cents = ${cents} where ars = ${ars} and reference = ${reference}`.execute(
    database,
  );
};

type NewMovement = {
  ars: string;
  key: string;
  kind: MovementKind;
  reference: string | null;
  host: string;
  cents: number;
  feeCents: number;
  at: Date;
};

export const findMovement = async (
  database: Database,
  { ars, key }: { ars: string; key: string },
): Promise<{ at: Date } | undefined> =>
  (
    await sql<{ at: Date }>`select at from parking.test_movement where ars = ${ars} and key = ${key}`.execute(
      database,
    )
  ).rows[0];

export const addMovement = async (database: Database, movement: NewMovement): Promise<void> => {
  const { ars, key, kind, reference, host, cents, feeCents, at } = movement;
  await sql`
    insert into parking.test_movement (ars, key, kind, reference, host, cents, fee_cents, at)
    values (${ars}, ${key}, ${kind}, ${reference}, ${host}, ${cents}, ${feeCents}, ${at})`.execute(database);
};

/** What of one authorisation was taken so far, and what went back. */
export const sumsOfReference = async (
  database: Database,
  { ars, reference }: { ars: string; reference: string },
): Promise<{ captured: number; refunded: number }> => {
  const { rows } = await sql<{ captured: string; refunded: string }>`
    select coalesce(sum(cents) filter (where kind = 'capture'), 0) as captured,
      coalesce(sum(cents) filter (where kind = 'refund'), 0) as refunded
    from parking.test_movement where ars = ${ars} and reference = ${reference}`.execute(database);
  return { captured: Number(rows[0]?.captured ?? 0), refunded: Number(rows[0]?.refunded ?? 0) };
};

/** What lies there for a host: captured without the fee, less what went back and what was paid out. */
export const balanceOfHost = async (database: Database, ars: string, host: string): Promise<number> =>
  Number(
    (
      await sql<{ sum: string }>`
        select coalesce(sum(case kind when 'capture' then cents - fee_cents when 'refund' then fee_cents - cents
          else -cents end), 0) as sum
        from parking.test_movement where ars = ${ars} and host = ${host}`.execute(database)
    ).rows[0]?.sum ?? 0,
  );

export const listMovements = async (
  database: Database,
  ars: string,
  { start, end }: { start: Date; end: Date },
): Promise<Movement[]> =>
  (
    await sql<{ key: string; kind: MovementKind; cents: number; fee_cents: number }>`
      select key, kind, cents, fee_cents from parking.test_movement
      where ars = ${ars} and at >= ${start} and at < ${end} order by key`.execute(database)
  ).rows.map(({ key, kind, cents, fee_cents }) => ({ key, kind, cents, feeCents: fee_cents }));
