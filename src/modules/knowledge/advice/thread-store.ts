import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { Answered } from './answer-time.ts';
import type { Offer } from './check-offer.ts';
import type { AskedBecause, HelperRole, Way } from './contract.ts';
import type { Receiver } from './route-question.ts';

export type QuestionKey = { ars: string; id: string };

export type Thread = {
  ars: string;
  question_id: string;
  helper_ars: string;
  helper_id: string;
  helper_name: string;
  role: HelperRole;
  reasons: AskedBecause[];
  told: number;
  way: Way | null;
  first_day: string | null;
  second_day: string | null;
  chosen_day: string | null;
  answered_at: Date | null;
  hours_given: number | null;
  hours_taken: number | null;
  entry_id: string | null;
};
export type Message = { helper_id: string; from_asker: boolean; text: string; written_at: Date };

const COLUMNS = sql`ars, question_id, helper_ars, helper_id, helper_name, role, reasons, told, way,
  first_day::text, second_day::text, chosen_day::text, answered_at, hours_given::float8, hours_taken::float8, entry_id`;

export const insertThread = async (
  database: Database,
  question: QuestionKey,
  { ars, id, name, role, reasons, told }: Receiver & { told: number },
): Promise<void> => {
  await sql`
    insert into knowledge.advice_thread (ars, question_id, helper_ars, helper_id, helper_name, role, reasons, told)
    values (${question.ars}, ${question.id}, ${ars}, ${id}, ${name}, ${role}, ${JSON.stringify(reasons)}::jsonb, ${told})
    on conflict do nothing`.execute(database);
};

/** All whom a question was sent to, in the order in which they were found. */
export const listThreads = async (database: Database, { ars, id }: QuestionKey): Promise<Thread[]> =>
  (
    await sql<Thread>`
      select ${COLUMNS} from knowledge.advice_thread where ars = ${ars} and question_id = ${id}
      order by answered_at nulls last, helper_name, helper_id`.execute(database)
  ).rows;

export const findThread = async (
  database: Database,
  { ars, id }: QuestionKey,
  helper: OrganisationKey,
): Promise<Thread | undefined> =>
  (
    await sql<Thread>`
      select ${COLUMNS} from knowledge.advice_thread
      where ars = ${ars} and question_id = ${id} and helper_ars = ${helper.ars} and helper_id = ${helper.id}`.execute(
      database,
    )
  ).rows[0];

const at = ({ ars, question_id, helper_ars, helper_id }: Thread) =>
  sql`ars = ${ars} and question_id = ${question_id} and helper_ars = ${helper_ars} and helper_id = ${helper_id}`;

/** The first answer counts for the answer time; a later one replaces how, not when. */
export const saveOffer = async (
  database: Database,
  thread: Thread,
  { way, days }: Offer,
  now: Date,
): Promise<void> => {
  await sql`
    update knowledge.advice_thread set way = ${way}, first_day = ${days?.[0] ?? null}, second_day = ${days?.[1] ?? null},
      chosen_day = null, answered_at = coalesce(answered_at, ${now}::timestamptz)
    where ${at(thread)}`.execute(database);
};

export const saveChosenDay = async (database: Database, thread: Thread, day: string): Promise<void> => {
  await sql`update knowledge.advice_thread set chosen_day = ${day} where ${at(thread)}`.execute(database);
};

/** What each side says; said once, it stays, because the ledger has it. */
export const saveHours = async (
  database: Database,
  thread: Thread,
  side: 'given' | 'taken',
  hours: number,
): Promise<boolean> => {
  const column = side === 'given' ? sql`hours_given` : sql`hours_taken`;
  const { rows } = await sql`
    update knowledge.advice_thread set ${column} = ${hours} where ${at(thread)} and ${column} is null
    returning 1`.execute(database);
  return rows.length === 1;
};

export const saveEntryOfThread = async (
  database: Database,
  thread: Thread,
  entryId: string,
): Promise<void> => {
  await sql`update knowledge.advice_thread set entry_id = ${entryId} where ${at(thread)}`.execute(database);
};

export const addMessage = async (
  database: Database,
  { ars, question_id, helper_ars, helper_id }: Thread,
  { text, fromAsker, now }: { text: string; fromAsker: boolean; now: Date },
): Promise<void> => {
  await sql`
    insert into knowledge.advice_message (ars, question_id, helper_ars, helper_id, number, from_asker, text, written_at)
    select ${ars}, ${question_id}, ${helper_ars}, ${helper_id}, coalesce(max(number), 0) + 1, ${fromAsker}::boolean,
      ${text}::text, ${now}::timestamptz
    from knowledge.advice_message where ars = ${ars} and question_id = ${question_id}
      and helper_ars = ${helper_ars} and helper_id = ${helper_id}`.execute(database);
};

/** Of one thread, or of all threads of a question. */
export const listMessages = async (
  database: Database,
  { ars, id }: QuestionKey,
  helper?: OrganisationKey,
): Promise<Message[]> =>
  (
    await sql<Message>`
      select helper_id, from_asker, text, written_at from knowledge.advice_message
      where ars = ${ars} and question_id = ${id}
        and ${helper ? sql`helper_ars = ${helper.ars} and helper_id = ${helper.id}` : sql`true`}
      order by helper_id, number limit 2000`.execute(database)
  ).rows;

/** Across all towns: how fast units answered questions that everybody may read. */
export const listAnswered = async (database: Database): Promise<Answered[]> =>
  (
    await sql<Answered>`
      select t.helper_ars as ars, q.asked_at, t.answered_at from knowledge.advice_thread t
      join knowledge.advice_question q on q.ars = t.ars and q.id = t.question_id
      where q.is_public and not q.demonstration and t.helper_id = t.helper_ars
        and t.answered_at is not null and t.way <> 'decline' and t.role <> 'volunteer'`.execute(database)
  ).rows;

/** Whose entries these are; accounts of stopped projects are nobody's here. */
export const listOwnersOfEntries = async (
  database: Database,
  ids: readonly string[],
): Promise<(OrganisationKey & { entry_id: string; name: string; title: string })[]> =>
  (
    await sql<OrganisationKey & { entry_id: string; name: string; title: string }>`
      select e.ars, e.organisation_id as id, e.id as entry_id, o.name, v.parts ->> 'title' as title
      from knowledge.entry e
      join knowledge.entry_version v on v.ars = e.ars and v.entry_id = e.id and v.version = e.version
      join accounts.organisation o on o.ars = e.ars and o.id = e.organisation_id
      where e.id = any(${ids}::uuid[]) and e.kind <> 'stopped'`.execute(database)
  ).rows;
