import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';

export type WaitingMail = {
  ars: string;
  application_id: string;
  id: string;
  kind: 'received' | 'news' | 'toSign' | 'declined';
  language: Language;
  asked_at: Date;
};

export const saveMail = async (database: Database, mail: WaitingMail): Promise<void> => {
  await sql`
    insert into public_services.application_mail (ars, application_id, id, kind, language, asked_at, due_at)
    values (${mail.ars}, ${mail.application_id}, ${mail.id}, ${mail.kind}, ${mail.language}, ${mail.asked_at},
      ${mail.asked_at})`.execute(database);
};

/** The next mail of any municipality that nobody else is sending; held until the transaction ends. */
export const takeDueMail = async (database: Database, now: Date): Promise<WaitingMail | undefined> =>
  (
    await sql<WaitingMail>`
      select ars, application_id, id, kind, language, asked_at from public_services.application_mail
      where due_at <= ${now} order by due_at, id limit 1 for update skip locked`.execute(database)
  ).rows[0];

export const postponeMail = async (
  database: Database,
  { ars, application_id, id }: WaitingMail,
  dueAt: Date,
): Promise<void> => {
  await sql`
    update public_services.application_mail set due_at = ${dueAt}
    where ars = ${ars} and application_id = ${application_id} and id = ${id}`.execute(database);
};

export const deleteMail = async (
  database: Database,
  { ars, application_id, id }: WaitingMail,
): Promise<void> => {
  await sql`
    delete from public_services.application_mail
    where ars = ${ars} and application_id = ${application_id} and id = ${id}`.execute(database);
};
