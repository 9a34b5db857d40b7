import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { EntryFault } from '../check-entry.ts';
import type { EntryFields } from '../entry.ts';
import type { Organisation } from '../entry-store.ts';
import type { SheetRow } from './sheet.ts';

/** What became of the rows so far, and the columns that meant nothing. */
export type SheetCounts = { created: number; changed: number; unchanged: number; ignored: string[] };

export type Sheet = {
  id: string;
  file_name: string;
  uploaded_by: string | null;
  uploaded_at: Date;
  counts: SheetCounts;
  closed_at: Date | null;
};

export type SheetKey = { ars: string; id: string };

export const saveSheet = async (
  database: Database,
  { ars, id }: Organisation,
  sheet: Sheet,
): Promise<void> => {
  await sql`
    insert into offers.sheet (ars, organisation_id, id, file_name, uploaded_by, uploaded_at, counts)
    values (${ars}, ${id}, ${sheet.id}, ${sheet.file_name}, ${sheet.uploaded_by}, ${sheet.uploaded_at},
      ${JSON.stringify(sheet.counts)}::jsonb)`.execute(database);
};

const BATCH = 1_000;

export const saveRows = async (
  database: Database,
  { ars, id }: SheetKey,
  rows: SheetRow[],
): Promise<void> => {
  for (let at = 0; at < rows.length; at += BATCH)
    await sql`
      insert into offers.sheet_row (ars, sheet_id, number, reference, fields, faults)
      select ${ars}, ${id}, r.number, r.reference, r.fields, r.faults
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + BATCH))}::jsonb)
        as r(number integer, reference text, fields jsonb, faults jsonb)
      on conflict (ars, sheet_id, number) do update set reference = excluded.reference, fields = excluded.fields,
        faults = excluded.faults`.execute(database);
};

/** Until the database has looked at thousands of new rows, it compares each with each: 4.7 s instead of 0.03 s. */
export const learnSizes = async (database: Database): Promise<void> => {
  await sql`analyze offers.sheet_row, offers.entry`.execute(database);
};

const SHEET = sql.raw('s.id, s.file_name, s.uploaded_by, s.uploaded_at, s.counts, s.closed_at');

/** `isLocked` lets a second one who applies it wait, and find nothing left. */
export const findSheet = async (
  database: Database,
  { ars, id }: Organisation,
  sheetId: string,
  isLocked = false,
): Promise<Sheet | undefined> =>
  (
    await sql<Sheet>`
      select ${SHEET} from offers.sheet s where s.ars = ${ars} and s.organisation_id = ${id} and s.id = ${sheetId}
      ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows[0];

export const listSheets = async (
  database: Database,
  { ars, id }: Organisation,
  limit: number,
): Promise<(Sheet & { left: number })[]> =>
  (
    await sql<Sheet & { left: number }>`
      select ${SHEET}, (select count(*) from offers.sheet_row r where r.ars = s.ars and r.sheet_id = s.id) as left
      from offers.sheet s where s.ars = ${ars} and s.organisation_id = ${id}
      order by s.closed_at is not null, s.uploaded_at desc limit ${limit}`.execute(database)
  ).rows;

export type RowKind = 'problem' | 'new' | 'changed' | 'unchanged';

/** A row beside the entry that it means, found by the id of the entry or the one that the town gave it. */
export type ComparedRow = {
  number: number;
  reference: string;
  fields: EntryFields;
  faults: EntryFault[];
  entry_id: string | null;
  before: EntryFields | null;
  kind: RowKind;
};

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

const compared = ({ ars, id }: Organisation, sheetId: string) => sql`
  select r.number, r.reference, r.fields, r.faults, coalesce(i.id, n.id) as entry_id,
    coalesce(i.fields, n.fields) as before,
    case when r.faults <> '[]' then 'problem' when coalesce(i.id, n.id) is null then 'new'
      when coalesce(i.fields, n.fields) = r.fields then 'unchanged' else 'changed' end as kind
  from offers.sheet_row r
  left join offers.entry i on i.ars = r.ars and i.organisation_id = ${id}
    and i.id = case when r.reference ~ ${UUID} then r.reference::uuid end
  left join offers.entry n on n.ars = r.ars and n.organisation_id = ${id} and n.reference = r.reference
  where r.ars = ${ars} and r.sheet_id = ${sheetId}`;

/** Rows with problems first. */
export const listComparedRows = async (
  database: Database,
  organisation: Organisation,
  sheetId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ComparedRow[]> =>
  (
    await sql<ComparedRow>`
      select * from (${compared(organisation, sheetId)}) c
      order by array_position(array['problem', 'new', 'changed', 'unchanged'], c.kind), c.number
      limit ${limit} offset ${offset}`.execute(database)
  ).rows;

export const findComparedRow = async (
  database: Database,
  organisation: Organisation,
  sheetId: string,
  number: number,
): Promise<ComparedRow | undefined> =>
  (
    await sql<ComparedRow>`
      select * from (${compared(organisation, sheetId)}) c where c.number = ${number}`.execute(database)
  ).rows[0];

export const countRows = async (
  database: Database,
  organisation: Organisation,
  sheetId: string,
): Promise<Record<RowKind, number>> => {
  const { rows } = await sql<{ kind: RowKind; rows: number }>`
    select c.kind, count(*) as rows from (${compared(organisation, sheetId)}) c group by c.kind`.execute(
    database,
  );
  const of = (kind: RowKind): number => rows.find((row) => row.kind === kind)?.rows ?? 0;
  return { problem: of('problem'), new: of('new'), changed: of('changed'), unchanged: of('unchanged') };
};

export const hasTwin = async (
  database: Database,
  { ars, id }: SheetKey,
  { number, reference }: Pick<SheetRow, 'number' | 'reference'>,
): Promise<boolean> =>
  (
    await sql`
      select 1 from offers.sheet_row
      where ars = ${ars} and sheet_id = ${id} and reference = ${reference} and number <> ${number} limit 1`.execute(
      database,
    )
  ).rows.length > 0;

/** Takes rows away, and closes the sheet once none is left. */
export const takeRows = async (
  database: Database,
  { ars, id }: SheetKey,
  numbers: number[],
  counts: SheetCounts,
  at: Date,
): Promise<void> => {
  await sql`
    delete from offers.sheet_row where ars = ${ars} and sheet_id = ${id} and number = any(${numbers}::integer[])`.execute(
    database,
  );
  await sql`
    update offers.sheet s set counts = ${JSON.stringify(counts)}::jsonb,
      closed_at = case when not exists (
        select 1 from offers.sheet_row r where r.ars = s.ars and r.sheet_id = s.id) then ${at}::timestamptz end
    where s.ars = ${ars} and s.id = ${id}`.execute(database);
};

export const deleteSheet = async (database: Database, { ars, id }: SheetKey): Promise<void> => {
  await sql`delete from offers.sheet where ars = ${ars} and id = ${id}`.execute(database);
};

/** Two tables of one organisation are taken over one after the other: both may name the same new id. */
export const waitForOtherSheets = async (database: Database, { ars, id }: Organisation): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`offers.sheet ${ars} ${id}`}))`.execute(database);
};

/** Of all municipalities: what was uploaded longer ago is not kept, taken over or not. */
export const deleteOldSheets = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from offers.sheet where uploaded_at < ${before}`.execute(database)).numAffectedRows ??
      0,
  );
