import { type Database, tables } from '../../../foundation/database/context.ts';
import type { StoredNotice } from './notice-store.ts';

type OutboxTables = {
  'accounts.notice': StoredNotice;
  'accounts.person': { id: string; mail: string | null };
};

const at = (database: Database) => tables<OutboxTables>(database);

/** Notices that still wait for their mail. */
export const listUnsent = (database: Database, personId: string) =>
  at(database)
    .selectFrom('accounts.notice')
    .select(['id', 'topic', 'created_at'])
    .where('person_id', '=', personId)
    .where('sent_at', 'is', null)
    .where('due_at', 'is not', null)
    .forUpdate()
    .execute();

export const postponeNotice = async (database: Database, id: string, dueAt: Date | null): Promise<void> => {
  await at(database).updateTable('accounts.notice').set({ due_at: dueAt }).where('id', '=', id).execute();
};

/**
 * All that is due for one person whom nobody else is writing to at this moment; locked until the transaction ends.
 * @returns undefined where nothing is due.
 */
export const takeDueNotices = async (
  database: Database,
  now: Date,
): Promise<{ personId: string; mail: string | null; notices: StoredNotice[] } | undefined> => {
  const first = await at(database)
    .selectFrom('accounts.notice')
    .select('person_id')
    .where('sent_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!first) return undefined;
  const person = await at(database)
    .selectFrom('accounts.person')
    .select('mail')
    .where('id', '=', first.person_id)
    .executeTakeFirst();
  const notices = await at(database)
    .selectFrom('accounts.notice')
    .selectAll()
    .where('person_id', '=', first.person_id)
    .where('sent_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return { personId: first.person_id, mail: person?.mail ?? null, notices };
};

export const noteSent = async (database: Database, ids: readonly string[], now: Date): Promise<void> => {
  await at(database)
    .updateTable('accounts.notice')
    .set({ sent_at: now })
    .where('id', 'in', [...ids])
    .execute();
};
