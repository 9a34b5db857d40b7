import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';

export type DataKey = { ars: string; number: number; wrapped: Buffer };

/** Held against deletion until the transaction ends, so that a rotation cannot take the key from under a new row. */
export const findNewestKey = async (database: Database, ars: string): Promise<DataKey | undefined> =>
  (
    await sql<DataKey>`
      select ars, number, wrapped from public_services.data_key where ars = ${ars}
      order by number desc limit 1 for key share`.execute(database)
  ).rows[0];

export const findKey = async (
  database: Database,
  ars: string,
  number: number,
): Promise<DataKey | undefined> =>
  (
    await sql<DataKey>`
      select ars, number, wrapped from public_services.data_key where ars = ${ars} and number = ${number}`.execute(
      database,
    )
  ).rows[0];

/** Does nothing where two processes make the same key at the same moment: the first one holds. */
export const saveKey = async (
  database: Database,
  { ars, number, wrapped }: DataKey,
  now: Date,
): Promise<void> => {
  await sql`
    insert into public_services.data_key (ars, number, wrapped, created_at)
    values (${ars}, ${number}, ${wrapped}, ${now}) on conflict do nothing`.execute(database);
};

export const countKeys = async (database: Database, ars: string): Promise<number> =>
  (
    await sql<{ keys: number }>`
      select count(*) as keys from public_services.data_key where ars = ${ars}`.execute(database)
  ).rows[0]?.keys ?? 0;

/** One key of any municipality: whether the master key is the one that wrapped it is asked before anything else. */
export const findAnyKey = async (database: Database): Promise<DataKey | undefined> =>
  (
    await sql<DataKey>`
      select ars, number, wrapped from public_services.data_key order by ars, number desc limit 1`.execute(
      database,
    )
  ).rows[0];

/** The database refuses while a row is still sealed with one of them. */
export const deleteOlderKeys = async (database: Database, ars: string, number: number): Promise<void> => {
  await sql`delete from public_services.data_key where ars = ${ars} and number < ${number}`.execute(database);
};

export type SealedRow = { id: string; application_id: string; key_number: number; sealed: Buffer };

const SEALED = {
  answers: sql`select id, id as application_id, key_number, answers as sealed from public_services.application`,
  message: sql`select id, application_id, key_number, content as sealed from public_services.application_message`,
  file: sql`select id, application_id, key_number, content as sealed from public_services.application_file`,
  signing: sql`select id, id as application_id, key_number, content as sealed from public_services.application_signing`,
  comment: sql`select id, id as application_id, key_number, content as sealed from public_services.form_comment`,
};
export type SealedKind = keyof typeof SEALED;
export const sealedKinds = Object.keys(SEALED) as SealedKind[];

/** Rows that are still sealed with an older key, held until the transaction ends. */
export const listOlder = async (
  database: Database,
  kind: SealedKind,
  ars: string,
  number: number,
  limit: number,
): Promise<SealedRow[]> =>
  (
    await sql<SealedRow>`
      ${SEALED[kind]} where ars = ${ars} and key_number < ${number} order by id limit ${limit} for update`.execute(
      database,
    )
  ).rows;

const CHANGES = {
  answers: sql`update public_services.application set answers = `,
  message: sql`update public_services.application_message set content = `,
  file: sql`update public_services.application_file set content = `,
  signing: sql`update public_services.application_signing set content = `,
  comment: sql`update public_services.form_comment set content = `,
};

export const sealAnew = async (
  database: Database,
  kind: SealedKind,
  ars: string,
  row: { id: string; keyNumber: number; sealed: Buffer },
): Promise<void> => {
  await sql`${CHANGES[kind]} ${row.sealed}, key_number = ${row.keyNumber} where ars = ${ars} and id = ${row.id}`.execute(
    database,
  );
};
