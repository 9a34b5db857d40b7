import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Account, LedgerTransaction, TransactionKind } from './ledger.ts';

/**
 * Books a transaction; the same key a second time changes nothing. @throws at the commit where its lines do not sum to
 * zero: the database judges.
 */
export const book = async (database: Database, transaction: LedgerTransaction): Promise<void> => {
  const { ars, id, key, kind, bookingId, at, postings } = transaction;
  const { numAffectedRows } = await sql`
    insert into parking.ledger_transaction (ars, id, key, kind, booking_id, at)
    values (${ars}, ${id}, ${key}, ${kind}, ${bookingId}, ${at}) on conflict (ars, key) do nothing`.execute(
    database,
  );
  if (Number(numAffectedRows) === 0) return;
  for (const [index, { account, hostId, cents }] of postings.entries())
    await sql`
      insert into parking.ledger_posting (ars, transaction_id, seq, account, host_id, cents)
      values (${ars}, ${id}, ${index + 1}, ${account}, ${hostId ?? null}, ${cents})`.execute(database);
};

/** What a host is owed, in cents. */
export const owedTo = async (
  database: Database,
  { ars, hostId }: { ars: string; hostId: string },
): Promise<number> =>
  Number(
    (
      await sql<{ sum: string }>`
        select coalesce(-sum(cents), 0) as sum from parking.ledger_posting where ars = ${ars} and host_id = ${hostId}`.execute(
        database,
      )
    ).rows[0]?.sum ?? 0,
  );

export type Balance = { account: Account; cents: number };

/** Debit minus credit of each account of a municipality. */
export const listBalances = async (database: Database, ars: string): Promise<Balance[]> =>
  (
    await sql<{ account: Account; cents: string }>`
      select account, sum(cents) as cents from parking.ledger_posting where ars = ${ars} group by account order by account`.execute(
      database,
    )
  ).rows.map(({ account, cents }) => ({ account, cents: Number(cents) }));

export type Booked = { key: string; kind: TransactionKind; cents: number };

/** What moved at the provider by our books, between two moments. */
export const listAtProvider = async (
  database: Database,
  ars: string,
  { start, end }: { start: Date; end: Date },
): Promise<Booked[]> =>
  (
    await sql<{ key: string; kind: TransactionKind; cents: string }>`
      select t.key, t.kind, sum(p.cents) as cents from parking.ledger_transaction t
      join parking.ledger_posting p on p.ars = t.ars and p.transaction_id = t.id and p.account = 'provider'
      where t.ars = ${ars} and t.at >= ${start} and t.at < ${end} group by t.key, t.kind order by t.key`.execute(
      database,
    )
  ).rows.map(({ key, kind, cents }) => ({ key, kind, cents: Number(cents) }));

/** Lines that no longer count: kept until the law lets them go. @returns how many transactions went. */
export const deleteLedger = (database: Database, before: Date): Promise<number> =>
  database.transaction().execute(async (inside) => {
    await sql`select set_config('parking.retention', 'on', true)`.execute(inside);
    return Number(
      (await sql`delete from parking.ledger_transaction where at < ${before}`.execute(inside))
        .numAffectedRows ?? 0,
    );
  });
