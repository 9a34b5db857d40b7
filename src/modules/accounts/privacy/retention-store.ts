import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

// What each kind of row is measured by. They are deleted in all municipalities at once.
const KINDS = {
  session: ['accounts.session', 'expires_at'],
  device: ['accounts.device', 'expires_at'],
  attempt: ['accounts.attempt', 'last_at'],
  mailLink: ['accounts.mail_link', 'expires_at'],
  providerRound: ['accounts.provider_round', 'expires_at'],
  keptForm: ['accounts.kept_form', 'expires_at'],
  unsubscribeLink: ['accounts.unsubscribe_link', 'created_at'],
  invitation: ['accounts.invitation', 'expires_at'],
  administratorChange: ['accounts.administrator_change', 'expires_at'],
} as const;

export type DatedKind = keyof typeof KINDS;

/** @returns how many rows were deleted whose moment is `before` or earlier. */
export const deleteDated = async (database: Database, kind: DatedKind, before: Date): Promise<number> => {
  const [table, column] = KINDS[kind];
  const deleted = await sql`delete from ${sql.table(table)} where ${sql.ref(column)} <= ${before}`.execute(
    database,
  );
  return Number(deleted.numAffectedRows ?? 0);
};

/** What was sent counts from then, what never was from when it came up. */
export const deleteOldNotices = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`delete from accounts.notice where coalesce(sent_at, created_at) <= ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );

export const deleteOldDelegations = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`
        delete from accounts.delegation
        where least(upper(during), coalesce(ended_at, 'infinity')) <= ${before}`.execute(database)
    ).numAffectedRows ?? 0,
  );

/** Accounts without password, provider and role from before `before`, that no device has used lately. */
export const deleteUnusedAccounts = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`
        delete from accounts.person person where person.created_at <= ${before}
          and not exists (select from accounts.credential where person_id = person.id)
          and not exists (select from accounts.identity where person_id = person.id)
          and not exists (select from accounts.session where person_id = person.id)
          and not exists (select from accounts.device where person_id = person.id)
          and not exists (select from accounts.role where person_id = person.id)`.execute(database)
    ).numAffectedRows ?? 0,
  );
