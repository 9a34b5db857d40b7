import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { DocumentKind, MoneyDocument } from './money-document.ts';

/** The next number of a year, without a gap: who is rolled back gives it back, and who comes at once waits. */
export const nextNumber = async (
  database: Database,
  { ars, kind, year }: { ars: string; kind: DocumentKind; year: number },
): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into parking.number_series (ars, kind, year, last) values (${ars}, ${kind}, ${year}, 1)
    on conflict (ars, kind, year) do update set last = number_series.last + 1 returning last`.execute(
    database,
  );
  const [row] = rows;
  if (!row) throw new Error('The series of numbers gave none.');
  return row.last;
};

export const insertDocument = async (database: Database, document: MoneyDocument): Promise<void> => {
  const { ars, id, kind, year, number, bookingId, hostId, month, cancels } = document;
  await sql`
    insert into parking.money_document (ars, id, kind, year, number, booking_id, host_id, month, cancels, gross_cents,
      vat_cents, content, issued_at)
    values (${ars}, ${id}, ${kind}, ${year}, ${number}, ${bookingId}, ${hostId}, ${month}, ${cancels},
      ${document.grossCents}, ${document.vatCents}, ${document.content}, ${document.issuedAt})`.execute(
    database,
  );
};

type DocumentRow = {
  ars: string;
  id: string;
  kind: DocumentKind;
  year: number;
  number: number;
  booking_id: string | null;
  host_id: string | null;
  month: string | null;
  cancels: string | null;
  gross_cents: number;
  vat_cents: number;
  content: string;
  issued_at: Date;
};

const COLUMNS = sql`ars, id, kind, year, number, booking_id, host_id, month::text as month, cancels, gross_cents, vat_cents,
  content, issued_at`;

const documentOf = (row: DocumentRow): MoneyDocument => ({
  ars: row.ars,
  id: row.id,
  kind: row.kind,
  year: row.year,
  number: row.number,
  bookingId: row.booking_id,
  hostId: row.host_id,
  month: row.month,
  cancels: row.cancels,
  grossCents: row.gross_cents,
  vatCents: row.vat_cents,
  content: row.content,
  issuedAt: row.issued_at,
});

/** Receipt or invoice of a booking, and what cancelled it. */
export const listOfBooking = async (
  database: Database,
  { ars, bookingId }: { ars: string; bookingId: string },
): Promise<MoneyDocument[]> =>
  (
    await sql<DocumentRow>`
      select ${COLUMNS} from parking.money_document where ars = ${ars} and booking_id = ${bookingId}
      order by issued_at, id`.execute(database)
  ).rows.map(documentOf);

export const listOfHost = async (
  database: Database,
  { ars, hostId }: { ars: string; hostId: string },
): Promise<MoneyDocument[]> =>
  (
    await sql<DocumentRow>`
      select ${COLUMNS} from parking.money_document where ars = ${ars} and host_id = ${hostId} and booking_id is null
      order by month desc nulls last, issued_at desc limit 240`.execute(database)
  ).rows.map(documentOf);

export const findDocument = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<MoneyDocument | undefined> => {
  const [row] = (
    await sql<DocumentRow>`
      select ${COLUMNS} from parking.money_document where ars = ${ars} and id = ${id}`.execute(database)
  ).rows;
  return row && documentOf(row);
};

/** Documents that no law keeps any more. @returns how many went. */
export const deleteDocuments = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from parking.money_document where issued_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );

/** Of a month each host has one. */
export const hasCreditNote = async (
  database: Database,
  { ars, hostId, month }: { ars: string; hostId: string; month: string },
): Promise<boolean> =>
  (
    await sql`
      select from parking.money_document where ars = ${ars} and host_id = ${hostId} and month = ${month}
        and kind = 'creditNote'`.execute(database)
  ).rows.length > 0;

export const findByNumber = async (
  database: Database,
  { ars, kind, year, number }: Pick<MoneyDocument, 'ars' | 'kind' | 'year' | 'number'>,
): Promise<MoneyDocument | undefined> => {
  const [row] = (
    await sql<DocumentRow>`
      select ${COLUMNS} from parking.money_document
      where ars = ${ars} and kind = ${kind} and year = ${year} and number = ${number}`.execute(database)
  ).rows;
  return row && documentOf(row);
};
