import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { DocumentKind } from '../documents/money-document.ts';
import type { PaymentWay } from '../payment.ts';

/** What a driver owes the town, with its invoice. */
export type Claim = {
  bookingId: string;
  way: PaymentWay;
  cents: number;
  property: string;
  stayFrom: Date;
  stayTo: Date;
  mandateId: string | null;
  debitRunId: string | null;
  document: { id: string; kind: DocumentKind; year: number; number: number } | undefined;
};

type ClaimRow = {
  booking_id: string;
  way: PaymentWay;
  charged_cents: number;
  property: string;
  stay_from: Date;
  stay_to: Date;
  mandate_id: string | null;
  debit_run_id: string | null;
  document_id: string | null;
  kind: DocumentKind | null;
  year: number | null;
  number: number | null;
};

const claimOf = (row: ClaimRow): Claim => ({
  bookingId: row.booking_id,
  way: row.way,
  cents: row.charged_cents,
  property: row.property,
  stayFrom: row.stay_from,
  stayTo: row.stay_to,
  mandateId: row.mandate_id,
  debitRunId: row.debit_run_id,
  document:
    row.document_id !== null && row.kind !== null && row.year !== null && row.number !== null
      ? { id: row.document_id, kind: row.kind, year: row.year, number: row.number }
      : undefined,
});

const CLAIM = sql`
  select p.booking_id, p.way, p.charged_cents, p.property, p.stay_from, p.stay_to, p.mandate_id, p.debit_run_id,
    d.id as document_id, d.kind, d.year, d.number
  from parking.payment p left join parking.money_document d
    on d.ars = p.ars and d.booking_id = p.booking_id and d.kind = 'invoice'`;

/** What is open, the oldest first. */
export const listClaims = async (database: Database, ars: string, limit: number): Promise<Claim[]> =>
  (
    await sql<ClaimRow>`
      ${CLAIM} where p.ars = ${ars} and p.payee = 'town' and p.state = 'due' order by p.settled_at, p.booking_id
      limit ${limit}`.execute(database)
  ).rows.map(claimOf);

/** Open claims that are debited and in no file yet; held until the transaction ends. */
export const lockOpenDebits = async (database: Database, ars: string): Promise<Claim[]> =>
  (
    await sql<ClaimRow>`
      ${CLAIM} where p.ars = ${ars} and p.payee = 'town' and p.state = 'due' and p.way = 'debit' and p.debit_run_id is null
      order by p.settled_at, p.booking_id limit 10000 for update of p`.execute(database)
  ).rows.map(claimOf);

export type DebitRun = { id: string; collectOn: string; count: number; cents: number };

export const insertDebitRun = async (
  database: Database,
  ars: string,
  run: DebitRun & { sealedFile: string },
  now: Date,
): Promise<void> => {
  await sql`
    insert into parking.debit_run (ars, id, collect_on, count, cents, file, made_at)
    values (${ars}, ${run.id}, ${run.collectOn}, ${run.count}, ${run.cents}, ${run.sealedFile}, ${now})`.execute(
    database,
  );
};

export const listDebitRuns = async (database: Database, ars: string, limit: number): Promise<DebitRun[]> =>
  (
    await sql<{ id: string; collect_on: string; count: number; cents: number }>`
      select id, collect_on::text as collect_on, count, cents from parking.debit_run where ars = ${ars}
      order by made_at desc, id limit ${limit}`.execute(database)
  ).rows.map(({ id, collect_on, count, cents }) => ({ id, collectOn: collect_on, count, cents }));

export const findDebitFile = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<string | undefined> =>
  (
    await sql<{ file: string }>`select file from parking.debit_run where ars = ${ars} and id = ${id}`.execute(
      database,
    )
  ).rows[0]?.file;

/** Files that no law keeps any more. @returns how many went. */
export const deleteDebitRuns = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from parking.debit_run where made_at < ${before}`.execute(database)).numAffectedRows ??
      0,
  );
