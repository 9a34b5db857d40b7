import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

export type StoredKey = {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedOn: Date | null;
  withdrawnAt: Date | null;
};

export const listKeys = async (database: Database, ars: string): Promise<StoredKey[]> =>
  (
    await sql<StoredKey>`
      select id, name, created_at as "createdAt", last_used_on as "lastUsedOn", withdrawn_at as "withdrawnAt"
      from sensors.access_key where ars = ${ars} order by withdrawn_at nulls first, created_at desc limit 200`.execute(
      database,
    )
  ).rows;

export const insertKey = async (
  database: Database,
  ars: string,
  { id, name, hash, now }: { id: string; name: string; hash: string; now: Date },
): Promise<void> => {
  await sql`
    insert into sensors.access_key (ars, id, name, secret_hash, created_at)
    values (${ars}, ${id}, ${name}, ${hash}, ${now})`.execute(database);
};

/** @returns whether it was good until now. */
export const withdrawKey = async (database: Database, ars: string, id: string, now: Date): Promise<boolean> =>
  (
    await sql`
      update sensors.access_key set withdrawn_at = ${now}
      where ars = ${ars} and id = ${id} and withdrawn_at is null returning 1`.execute(database)
  ).rows.length === 1;

/** Across towns: whose key this is, as long as it is good. */
export const findTownOfKey = async (
  database: Database,
  { id, hash }: { id: string; hash: string },
): Promise<string | undefined> =>
  (
    await sql<{ ars: string }>`
      select ars from sensors.access_key where id = ${id} and secret_hash = ${hash} and withdrawn_at is null`.execute(
      database,
    )
  ).rows[0]?.ars;

/** Once a day: a desk sees which keys nobody needs any more. */
export const noteUse = async (database: Database, ars: string, id: string, day: string): Promise<void> => {
  await sql`
    update sensors.access_key set last_used_on = ${day}
    where ars = ${ars} and id = ${id} and last_used_on is distinct from ${day}::date`.execute(database);
};
