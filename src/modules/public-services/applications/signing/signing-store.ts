import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { ApplicationKey } from '../application.ts';

type Sealed = { keyNumber: number; content: Buffer };

export const findStoredSigning = async (
  database: Database,
  { ars, id }: ApplicationKey,
): Promise<Sealed | undefined> =>
  (
    await sql<Sealed>`
      select key_number as "keyNumber", content from public_services.application_signing
      where ars = ${ars} and id = ${id}`.execute(database)
  ).rows[0];

export const saveSigning = async (
  database: Database,
  { ars, id }: ApplicationKey,
  { keyNumber, content }: Sealed,
): Promise<void> => {
  await sql`
    insert into public_services.application_signing (ars, id, key_number, content)
    values (${ars}, ${id}, ${keyNumber}, ${content})
    on conflict (ars, id) do update set key_number = excluded.key_number, content = excluded.content`.execute(
    database,
  );
};

type LinkHashes = { link_hash?: string | null; mailed_link_hash?: string | null };

/** Null ends a link. */
export const setLinks = async (
  database: Database,
  { ars, id }: ApplicationKey,
  links: LinkHashes,
): Promise<void> => {
  const parts = Object.entries(links).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`
    update public_services.application_signing set ${sql.join(parts)} where ars = ${ars} and id = ${id}`.execute(
    database,
  );
};

/** Which application a link opens. */
export const findByLink = async (
  database: Database,
  ars: string,
  hash: string,
): Promise<ApplicationKey | undefined> =>
  (
    await sql<ApplicationKey>`
      select ars, id from public_services.application_signing
      where ars = ${ars} and (link_hash = ${hash} or mailed_link_hash = ${hash})`.execute(database)
  ).rows[0];
