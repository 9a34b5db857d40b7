import { sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import type { KeptFields, KeptForm } from './kept-form.ts';

type KeptFormTables = {
  'accounts.kept_form': {
    id: string;
    person_id: string;
    path: string;
    fields: KeptFields;
    kept_at: Date;
    expires_at: Date;
  };
  'accounts.session': { token_hash: string; person_id: string; expires_at: Date };
};

const at = (database: Database) => tables<KeptFormTables>(database);

/** Whose session it was, where it ended between the two moments. */
export const findOwnerOfEnded = async (
  database: Database,
  tokenHash: string,
  { after, until }: { after: Date; until: Date },
): Promise<string | undefined> =>
  (
    await at(database)
      .selectFrom('accounts.session')
      .select('person_id')
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', after)
      .where('expires_at', '<=', until)
      .executeTakeFirst()
  )?.person_id;

export const saveKeptForm = async (
  database: Database,
  personId: string,
  { id, path, fields, keptAt }: KeptForm,
  expiresAt: Date,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.kept_form')
    .values({
      id,
      person_id: personId,
      path,
      fields: sql<KeptFields>`${JSON.stringify(fields)}::jsonb`,
      kept_at: keptAt,
      expires_at: expiresAt,
    })
    .execute();
};

/** All but the newest `most` of a person. */
export const dropOldestForms = async (database: Database, personId: string, most: number): Promise<void> => {
  await sql`
    delete from accounts.kept_form where id in (
      select id from accounts.kept_form where person_id = ${personId}
      order by kept_at desc, id desc offset ${most})`.execute(database);
};

export const listStoredForms = async (database: Database, personId: string, now: Date): Promise<KeptForm[]> =>
  (
    await at(database)
      .selectFrom('accounts.kept_form')
      .select(['id', 'path', 'fields', 'kept_at'])
      .where('person_id', '=', personId)
      .where('expires_at', '>', now)
      .orderBy('kept_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  ).map(({ kept_at: keptAt, ...form }) => ({ ...form, keptAt }));

export const removeKeptForm = async (database: Database, personId: string, id: string): Promise<void> => {
  await at(database)
    .deleteFrom('accounts.kept_form')
    .where('person_id', '=', personId)
    .where(sql<boolean>`id::text = ${id}`)
    .execute();
};
