import { sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import type { NoticePace, NoticeTopic } from '../contract.ts';
import { DEFAULT_QUIET, paceOf, type QuietHours } from './notice.ts';

export type StoredNotice = {
  id: string;
  person_id: string;
  topic: NoticeTopic;
  subject: string;
  text: string;
  path: string | null;
  created_at: Date;
  due_at: Date | null;
  read_at: Date | null;
  sent_at: Date | null;
};

type NoticeTables = {
  'accounts.notice': StoredNotice;
  'accounts.person': { id: string; name: string | null; mail: string | null };
  'accounts.notice_pace': { person_id: string; topic: NoticeTopic; pace: NoticePace };
  'accounts.quiet_hours': { person_id: string; quiet_from: string | null; quiet_to: string | null };
  'accounts.unsubscribe_link': {
    token_hash: string;
    person_id: string;
    topic: NoticeTopic;
    created_at: Date;
  };
};

const at = (database: Database) => tables<NoticeTables>(database);

type QuietRow = { has_quiet: string | null; quiet_from: string | null; quiet_to: string | null };

const quietOf = ({ has_quiet, quiet_from: from, quiet_to: to }: QuietRow): QuietHours | undefined => {
  if (has_quiet === null) return DEFAULT_QUIET;
  return from !== null && to !== null ? { from, to } : undefined;
};

export type Receiver = {
  personId: string;
  /** Absent: the person signs in by a provider and reads notices on the page only. */ mail?: string;
  pace: NoticePace;
  quiet: QuietHours | undefined;
};

/** Who of these people there is, and how each wants to be told of this topic. */
export const listReceivers = async (
  database: Database,
  personIds: readonly string[],
  topic: NoticeTopic,
): Promise<Receiver[]> => {
  const rows = await at(database)
    .selectFrom('accounts.person as person')
    .leftJoin('accounts.notice_pace as pace', (join) =>
      join.onRef('pace.person_id', '=', 'person.id').on('pace.topic', '=', topic),
    )
    .leftJoin('accounts.quiet_hours as quiet', 'quiet.person_id', 'person.id')
    .select(['person.id', 'person.mail', 'pace.pace', 'quiet.quiet_from', 'quiet.quiet_to'])
    .select('quiet.person_id as has_quiet')
    .where('person.id', 'in', [...personIds])
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    ...(row.mail && { mail: row.mail }),
    pace: paceOf(topic, row.pace),
    quiet: quietOf(row),
  }));
};

export const saveNotices = async (database: Database, notices: StoredNotice[]): Promise<void> => {
  await at(database).insertInto('accounts.notice').values(notices).execute();
};

export const listStoredNotices = (database: Database, personId: string, offset: number, limit: number) =>
  at(database)
    .selectFrom('accounts.notice')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();

export const countStoredNotices = async (
  database: Database,
  personId: string,
): Promise<{ all: number; unread: number }> => {
  const { rows } = await sql<{ all: number; unread: number }>`
    select count(*) as all, count(*) filter (where read_at is null) as unread
    from accounts.notice where person_id = ${personId}`.execute(database);
  return rows[0] ?? { all: 0, unread: 0 };
};

export const noteNoticesRead = async (database: Database, personId: string, now: Date): Promise<void> => {
  await at(database)
    .updateTable('accounts.notice')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute();
};

/** Topics that are missing have no choice of this person. */
export const findStoredSetting = async (
  database: Database,
  personId: string,
): Promise<{ chosen: Map<NoticeTopic, NoticePace>; quiet: QuietHours | undefined }> => {
  const paces = await at(database)
    .selectFrom('accounts.notice_pace')
    .select(['topic', 'pace'])
    .where('person_id', '=', personId)
    .execute();
  const quiet = await at(database)
    .selectFrom('accounts.quiet_hours')
    .select(['person_id as has_quiet', 'quiet_from', 'quiet_to'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    chosen: new Map(paces.map(({ topic, pace }) => [topic, pace])),
    quiet: quiet ? quietOf(quiet) : DEFAULT_QUIET,
  };
};

export const savePace = async (
  database: Database,
  personId: string,
  topic: NoticeTopic,
  pace: NoticePace,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.notice_pace')
    .values({ person_id: personId, topic, pace })
    .onConflict((conflict) => conflict.columns(['person_id', 'topic']).doUpdateSet({ pace }))
    .execute();
};

export const saveQuietHours = async (
  database: Database,
  personId: string,
  quiet: QuietHours | undefined,
): Promise<void> => {
  const hours = { quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null };
  await at(database)
    .insertInto('accounts.quiet_hours')
    .values({ person_id: personId, ...hours })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(hours))
    .execute();
};

export const saveUnsubscribeLink = async (
  database: Database,
  link: { tokenHash: string; personId: string; topics: readonly NoticeTopic[] },
  now: Date,
): Promise<void> => {
  const { tokenHash, personId, topics } = link;
  await at(database)
    .insertInto('accounts.unsubscribe_link')
    .values(topics.map((topic) => ({ token_hash: tokenHash, person_id: personId, topic, created_at: now })))
    .execute();
};

export const findUnsubscribeLink = async (
  database: Database,
  tokenHash: string,
): Promise<{ personId: string; topics: NoticeTopic[] } | undefined> => {
  const rows = await at(database)
    .selectFrom('accounts.unsubscribe_link')
    .select(['person_id', 'topic'])
    .where('token_hash', '=', tokenHash)
    .orderBy('topic')
    .execute();
  const [first] = rows;
  return first && { personId: first.person_id, topics: rows.map(({ topic }) => topic) };
};
