import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { ApplicationKey } from '../applications/application.ts';

/** @returns false: it was marked before. */
export const markRated = async (database: Database, { ars, id }: ApplicationKey): Promise<boolean> =>
  (
    await sql`
      update public_services.application set rated = true where ars = ${ars} and id = ${id} and not rated
      returning id`.execute(database)
  ).rows.length === 1;

export const isRated = async (database: Database, { ars, id }: ApplicationKey): Promise<boolean> =>
  (
    await sql`select from public_services.application where ars = ${ars} and id = ${id} and rated`.execute(
      database,
    )
  ).rows.length === 1;

export type StoredComment = { id: string; formId: string; day: Day; keyNumber: number; content: Buffer };

export const saveComment = async (
  database: Database,
  ars: string,
  { id, formId, day, keyNumber, content }: StoredComment,
): Promise<void> => {
  await sql`
    insert into public_services.form_comment (ars, id, form_id, day, key_number, content)
    values (${ars}, ${id}, ${formId}, ${day}, ${keyNumber}, ${content})`.execute(database);
};

export const listStoredComments = async (
  database: Database,
  ars: string,
  limit: number,
): Promise<StoredComment[]> =>
  (
    await sql<StoredComment>`
      select id, form_id as "formId", day::text, key_number as "keyNumber", content
      from public_services.form_comment where ars = ${ars} order by day desc, id limit ${limit}`.execute(
      database,
    )
  ).rows;

/** Of all municipalities. @returns how many went. */
export const deleteComments = async (database: Database, before: Day): Promise<number> =>
  Number(
    (await sql`delete from public_services.form_comment where day < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
