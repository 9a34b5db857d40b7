import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { ApplicationKey, ApplicationMessage, FileInfo } from './application.ts';

type StoredMessage = Omit<ApplicationMessage, 'text'> & { keyNumber: number; content: Buffer };

export const listStoredMessages = async (
  database: Database,
  { ars, id }: ApplicationKey,
): Promise<StoredMessage[]> =>
  (
    await sql<StoredMessage>`
      select id, written_by as "writtenBy", kind, key_number as "keyNumber", content, written_at as "writtenAt"
      from public_services.application_message where ars = ${ars} and application_id = ${id}
      order by written_at, id`.execute(database)
  ).rows;

export const countMessages = async (database: Database, { ars, id }: ApplicationKey): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(*) as count from public_services.application_message
      where ars = ${ars} and application_id = ${id}`.execute(database)
  ).rows[0]?.count ?? 0;

export const saveMessage = async (
  database: Database,
  { ars, id }: ApplicationKey,
  message: StoredMessage,
): Promise<void> => {
  await sql`
    insert into public_services.application_message
      (ars, application_id, id, written_by, kind, key_number, content, written_at)
    values (${ars}, ${id}, ${message.id}, ${message.writtenBy}, ${message.kind}, ${message.keyNumber},
      ${message.content}, ${message.writtenAt})`.execute(database);
};

export const listFiles = async (database: Database, { ars, id }: ApplicationKey): Promise<FileInfo[]> =>
  (
    await sql<FileInfo>`
      select id, field, kind, bytes, added_at as "addedAt" from public_services.application_file
      where ars = ${ars} and application_id = ${id} order by added_at, id`.execute(database)
  ).rows;

type StoredFile = FileInfo & { keyNumber: number; content: Buffer };

export const findStoredFile = async (
  database: Database,
  { ars, id }: ApplicationKey,
  fileId: string,
): Promise<StoredFile | undefined> =>
  (
    await sql<StoredFile>`
      select id, field, kind, bytes, added_at as "addedAt", key_number as "keyNumber", content
      from public_services.application_file
      where ars = ${ars} and application_id = ${id} and id = ${fileId}`.execute(database)
  ).rows[0];

export const saveFile = async (
  database: Database,
  { ars, id }: ApplicationKey,
  file: StoredFile,
): Promise<void> => {
  await sql`
    insert into public_services.application_file
      (ars, application_id, id, field, kind, bytes, key_number, content, added_at)
    values (${ars}, ${id}, ${file.id}, ${file.field}, ${file.kind}, ${file.bytes}, ${file.keyNumber},
      ${file.content}, ${file.addedAt})`.execute(database);
};

export const deleteFile = async (
  database: Database,
  { ars, id }: ApplicationKey,
  fileId: string,
): Promise<void> => {
  await sql`
    delete from public_services.application_file
    where ars = ${ars} and application_id = ${id} and id = ${fileId}`.execute(database);
};
