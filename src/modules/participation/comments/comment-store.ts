import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { CommentState, DeclineReason, SubjectKind } from '../contract.ts';

export type SubjectKey = { ars: string; kind: SubjectKind; id: string };
export type Comment = {
  id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  text: string;
  name: string;
  state: CommentState;
  answer: string;
  writtenAt: Date;
};

const COLUMNS = sql`id, subject_kind as "subjectKind", subject_id as "subjectId", text, name, state, answer,
  written_at as "writtenAt"`;

/** Waits for a look, and is shown to nobody before. */
export const insertComment = async (
  database: Database,
  { ars, kind, id: subjectId }: SubjectKey,
  { id, text, name, now }: { id: string; text: string; name: string; now: Date },
): Promise<void> => {
  await sql`
    insert into participation.comment (ars, id, subject_kind, subject_id, text, name, state, written_at)
    values (${ars}, ${id}, ${kind}, ${subjectId}, ${text}, ${name}, 'waiting', ${now})`.execute(database);
};

export const listShownComments = async (
  database: Database,
  { ars, kind, id }: SubjectKey,
  most = 500,
): Promise<Comment[]> =>
  (
    await sql<Comment>`
      select ${COLUMNS} from participation.comment
      where ars = ${ars} and subject_kind = ${kind} and subject_id = ${id} and state = 'shown'
      order by written_at, id limit ${most}`.execute(database)
  ).rows;

/** How many are shown, by subject. */
export const countShownComments = async (
  database: Database,
  ars: string,
  kind: SubjectKind,
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; count: number }>`
    select subject_id as id, count(*)::int as count from participation.comment
    where ars = ${ars} and subject_kind = ${kind} and state = 'shown' group by subject_id`.execute(database);
  return new Map(rows.map(({ id, count }) => [id, count]));
};

export const countWaiting = async (database: Database, ars: string): Promise<number> =>
  (
    await sql<{ count: number }>`
      select count(*)::int as count from participation.comment where ars = ${ars} and state = 'waiting'`.execute(
      database,
    )
  ).rows[0]?.count ?? 0;

/** For the desk: what waits, the oldest first; then what is shown, the newest first. */
export const listForDesk = async (database: Database, ars: string): Promise<Comment[]> =>
  (
    await sql<Comment>`
      select ${COLUMNS} from participation.comment where ars = ${ars} and state <> 'declined'
      order by state = 'shown', case when state = 'waiting' then written_at end, written_at desc, id
      limit 300`.execute(database)
  ).rows;

export type Decision = { state: 'shown'; answer: string } | { state: 'declined'; reason: DeclineReason };

/** @returns whether there is such a comment. */
export const decideComment = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  decision: Decision,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update participation.comment set state = ${decision.state}, decided_at = ${now},
        answer = ${decision.state === 'shown' ? decision.answer : ''},
        decline_reason = ${decision.state === 'declined' ? decision.reason : null}
      where ars = ${ars} and id = ${id} returning 1`.execute(database)
  ).rows.length === 1;

/** Across municipalities: what was declined, or lies there undecided, before a moment. */
export const deleteOldComments = async (
  database: Database,
  before: { declined: Date; undecided: Date; shown: Date },
): Promise<number> =>
  (
    await sql`
      delete from participation.comment where (state = 'declined' and decided_at < ${before.declined})
        or (state = 'waiting' and written_at < ${before.undecided})
        or (state = 'shown' and written_at < ${before.shown}) returning 1`.execute(database)
  ).rows.length;

/** Opinions of a town that everybody can read, the newest first. */
export const listShownOpinions = async (database: Database, ars: string, most: number): Promise<Comment[]> =>
  (
    await sql<Comment>`
      select ${COLUMNS} from participation.comment where ars = ${ars} and state = 'shown'
      order by written_at desc, id limit ${most}`.execute(database)
  ).rows;
