import { sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import { type AuditEntry, FIRST_HASH, hashOfEntry } from './audit-entry.ts';

type AuditRow = {
  ars: string;
  seq: number;
  at: Date;
  person_id: string | null;
  organisation_id: string;
  through: string | null;
  act: string;
  record_type: string;
  record_id: string;
  detail: Record<string, unknown>;
  previous_hash: string;
  hash: string;
};

type AuditTables = {
  'accounts.audit_entry': AuditRow;
  'accounts.audit_head': { ars: string; seq: number; hash: string };
};

const at = (database: Database) => tables<AuditTables>(database);

type NewEntry = Omit<AuditEntry, 'seq' | 'previousHash'>;

/** Writes the next line. Inside a transaction the line stands if and only if what it tells of stands. */
export const appendEntry = (database: Database, entry: NewEntry): Promise<void> =>
  database.isTransaction
    ? append(database, entry)
    : database.transaction().execute((transaction) => append(transaction, entry));

const append = async (database: Database, entry: NewEntry): Promise<void> => {
  // The head is locked until the transaction ends, so that no two lines follow the same one.
  const { rows } = await sql<{ seq: number; hash: string }>`
    insert into accounts.audit_head as head (ars, seq, hash) values (${entry.ars}, 0, ${FIRST_HASH})
    on conflict (ars) do update set seq = head.seq returning seq, hash`.execute(database);
  const [head] = rows;
  if (!head) throw new Error('The log has no head.');
  const line = { ...entry, seq: head.seq + 1, previousHash: head.hash };
  const hash = hashOfEntry(line);
  await at(database)
    .insertInto('accounts.audit_entry')
    .values({
      ars: line.ars,
      seq: line.seq,
      at: line.at,
      person_id: line.personId,
      organisation_id: line.organisationId,
      through: line.through,
      act: line.act,
      record_type: line.recordType,
      record_id: line.recordId,
      detail: sql`${JSON.stringify(line.detail)}::jsonb` as unknown as Record<string, unknown>,
      previous_hash: line.previousHash,
      hash,
    })
    .execute();
  await at(database)
    .updateTable('accounts.audit_head')
    .set({ seq: line.seq, hash })
    .where('ars', '=', line.ars)
    .execute();
};

const entryOf = (row: AuditRow): AuditEntry & { hash: string } => ({
  ars: row.ars,
  seq: row.seq,
  at: row.at,
  personId: row.person_id,
  organisationId: row.organisation_id,
  through: row.through,
  act: row.act,
  recordType: row.record_type,
  recordId: row.record_id,
  detail: row.detail,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** Lines after `after`, in order. */
export const listEntries = async (database: Database, ars: string, after: number, limit: number) =>
  (
    await at(database)
      .selectFrom('accounts.audit_entry')
      .selectAll()
      .where('ars', '=', ars)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
  ).map(entryOf);

/** The newest lines of one organisation before `before`, the newest first. */
export const listNewestEntries = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  before: number,
  limit: number,
) =>
  (
    await at(database)
      .selectFrom('accounts.audit_entry')
      .selectAll()
      .where('ars', '=', ars)
      .where('organisation_id', '=', id)
      .where('seq', '<', before)
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute()
  ).map(entryOf);

/** What the log says of one record, the newest first. */
export const listEntriesOf = async (
  database: Database,
  ars: string,
  record: { type: string; id: string },
  limit: number,
) =>
  (
    await at(database)
      .selectFrom('accounts.audit_entry')
      .selectAll()
      .where('ars', '=', ars)
      .where('record_type', '=', record.type)
      .where('record_id', '=', record.id)
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute()
  ).map(entryOf);

export const findHead = (database: Database, ars: string) =>
  at(database)
    .selectFrom('accounts.audit_head')
    .select(['seq', 'hash'])
    .where('ars', '=', ars)
    .executeTakeFirst();

/** Every municipality that has a log, for the command that verifies all of them. */
export const listLogs = async (database: Database): Promise<string[]> =>
  (await at(database).selectFrom('accounts.audit_head').select('ars').orderBy('ars').execute()).map(
    ({ ars }) => ars,
  );
