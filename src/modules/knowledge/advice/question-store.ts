import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { NewQuestion } from './check-question.ts';

export type StoredQuestion = {
  ars: string;
  organisation_id: string;
  id: string;
  /** Of the organisation that asks. */ asker: string;
  title: string;
  question: string;
  field: string;
  words: string;
  entry_id: string | null;
  most_population: number | null;
  is_public: boolean;
  demonstration: boolean;
  asked_at: Date;
  closed_at: Date | null;
  thanks: string;
};

const COLUMNS = sql`q.ars, q.organisation_id, q.id, o.name as asker, q.title, q.question, q.field, q.words, q.entry_id,
  q.most_population, q.is_public, q.demonstration, q.asked_at, q.closed_at, q.thanks`;
const FROM = sql`knowledge.advice_question q
  join accounts.organisation o on o.ars = q.ars and o.id = q.organisation_id`;

export const insertQuestion = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  {
    id,
    now,
    demonstration = false,
    ...question
  }: NewQuestion & { id: string; now: Date; demonstration?: boolean },
): Promise<void> => {
  const { title, field, words, entryId = null, mostPopulation = null, isPublic } = question;
  await sql`
    insert into knowledge.advice_question (ars, organisation_id, id, title, question, field, words, entry_id,
      most_population, is_public, demonstration, asked_at)
    values (${ars}, ${organisationId}, ${id}, ${title}, ${question.question}, ${field}, ${words}, ${entryId},
      ${mostPopulation}, ${isPublic}, ${demonstration}, ${now})`.execute(database);
};

/** How many an organisation has asked since. */
export const countAsked = async (
  database: Database,
  { ars, id }: OrganisationKey,
  since: Date,
): Promise<number> =>
  (
    await sql<{ asked: number }>`
      select count(*)::integer as asked from knowledge.advice_question
      where ars = ${ars} and organisation_id = ${id} and asked_at > ${since}`.execute(database)
  ).rows[0]?.asked ?? 0;

export const listOwnQuestions = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredQuestion[]> =>
  (
    await sql<StoredQuestion>`
      select ${COLUMNS} from ${FROM} where q.ars = ${ars} and q.organisation_id = ${id}
      order by q.closed_at is not null, q.asked_at desc, q.id limit 200`.execute(database)
  ).rows;

/** Questions that this organisation was asked or has taken up, open ones first. */
export const listQuestionsTo = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<(StoredQuestion & { answered_at: Date | null })[]> =>
  (
    await sql<StoredQuestion & { answered_at: Date | null }>`
      select ${COLUMNS}, t.answered_at from ${FROM}
      join knowledge.advice_thread t on t.ars = q.ars and t.question_id = q.id
      where t.helper_ars = ${ars} and t.helper_id = ${id}
      order by q.closed_at is not null, t.answered_at is not null, q.asked_at desc, q.id limit 200`.execute(
      database,
    )
  ).rows;

/** Across all towns: what everybody may read, the newest first. */
export const listPublicQuestions = async (
  database: Database,
): Promise<(StoredQuestion & { asked: number; answered: number; entries: string[] })[]> =>
  (
    await sql<StoredQuestion & { asked: number; answered: number; entries: string[] }>`
      select ${COLUMNS}, coalesce(t.asked, 0) as asked, coalesce(t.answered, 0) as answered,
        coalesce(t.entries, '{}') as entries
      from ${FROM} left join lateral (
        select count(*)::integer as asked,
          count(*) filter (where t.answered_at is not null and t.way <> 'decline')::integer as answered,
          array_agg(e.id::text) filter (where e.version is not null) as entries
        from knowledge.advice_thread t
        left join knowledge.entry e on e.ars = t.helper_ars and e.id = t.entry_id
        where t.ars = q.ars and t.question_id = q.id) t on true
      where q.is_public order by q.asked_at desc, q.id limit 500`.execute(database)
  ).rows;

/** For a change: nobody else changes it until the transaction ends. */
type Reading = { forChange?: true };
const locked = ({ forChange }: Reading) => (forChange ? sql`for update of q` : sql``);

/** Of this organisation. */
export const findOwnQuestion = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  id: string,
  reading: Reading = {},
): Promise<StoredQuestion | undefined> =>
  (
    await sql<StoredQuestion>`
      select ${COLUMNS} from ${FROM}
      where q.ars = ${ars} and q.organisation_id = ${organisationId} and q.id = ${id}
      ${locked(reading)}`.execute(database)
  ).rows[0];

/** What this organisation was asked, or may take up because everybody may read it. */
export const findQuestionTo = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  id: string,
  reading: Reading = {},
): Promise<StoredQuestion | undefined> =>
  (
    await sql<StoredQuestion>`
      select ${COLUMNS} from ${FROM}
      where q.id = ${id} and not (q.ars = ${ars} and q.organisation_id = ${organisationId})
        and (q.is_public or exists (select from knowledge.advice_thread t
          where t.ars = q.ars and t.question_id = q.id and t.helper_ars = ${ars} and t.helper_id = ${organisationId}))
      ${locked(reading)}`.execute(database)
  ).rows[0];

export const closeQuestionAt = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  { thanks, now }: { thanks: string; now: Date },
): Promise<void> => {
  await sql`update knowledge.advice_question set closed_at = ${now}, thanks = ${thanks}
    where ars = ${ars} and id = ${id} and closed_at is null`.execute(database);
};

/** Questions long closed, or never closed, with all that was written. @returns how many went. */
export const deleteOldQuestions = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`delete from knowledge.advice_question where coalesce(closed_at, asked_at) < ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );
