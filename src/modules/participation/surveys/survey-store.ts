import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Answer, Survey } from './survey.ts';

type Key = { ars: string; id: string };

const COLUMNS = sql`ars, id, title, lead, about, closes_on::text as "closesOn", questions, published_at as "publishedAt"`;

/** Of a town, or of all; the newest first. */
export const listSurveys = async (
  database: Database,
  { ars, isPublic }: { ars: string | undefined; isPublic: boolean },
): Promise<Survey[]> =>
  (
    await sql<Survey>`
      select ${COLUMNS} from participation.survey
      where (${ars ?? null}::text is null or ars = ${ars ?? null}) and (not ${isPublic}::boolean or published_at is not null)
      order by closes_on desc, id desc limit 200`.execute(database)
  ).rows;

export const findSurvey = async (database: Database, { ars, id }: Key): Promise<Survey | undefined> =>
  (
    await sql<Survey>`
      select ${COLUMNS} from participation.survey where ars = ${ars} and id = ${id}`.execute(database)
  ).rows[0];

/** Across municipalities: a survey that is public, by its id. */
export const findPublicSurvey = async (database: Database, id: string): Promise<Survey | undefined> =>
  (
    await sql<Survey>`
      select ${COLUMNS} from participation.survey where id = ${id} and published_at is not null`.execute(
      database,
    )
  ).rows[0];

/** What is public does not change any more. @returns whether it was still a draft. */
export const saveSurvey = async (
  database: Database,
  { ars, id, title, lead, about, closesOn, questions }: Omit<Survey, 'publishedAt'>,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      insert into participation.survey as s (ars, id, title, lead, about, closes_on, questions, changed_at)
      values (${ars}, ${id}, ${title}, ${lead}, ${about}, ${closesOn}, ${JSON.stringify(questions)}::jsonb, ${now})
      on conflict (ars, id) do update set title = excluded.title, lead = excluded.lead, about = excluded.about,
        closes_on = excluded.closes_on, questions = excluded.questions, changed_at = excluded.changed_at
      where s.published_at is null returning 1`.execute(database)
  ).rows.length === 1;

export const publishSurvey = async (database: Database, { ars, id }: Key, now: Date): Promise<boolean> =>
  (
    await sql`
      update participation.survey set published_at = ${now}, changed_at = ${now}
      where ars = ${ars} and id = ${id} and published_at is null returning 1`.execute(database)
  ).rows.length === 1;

export const deleteDraft = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`
    delete from participation.survey where ars = ${ars} and id = ${id} and published_at is null`.execute(
    database,
  );
};

export const insertAnswer = async (
  database: Database,
  { ars, id }: Key,
  answer: { id: string; said: Answer; on: Day },
): Promise<void> => {
  await sql`
    insert into participation.survey_answer (ars, survey_id, id, said, answered_on)
    values (${ars}, ${id}, ${answer.id}, ${JSON.stringify(answer.said)}::jsonb, ${answer.on})`.execute(
    database,
  );
};

export const listAnswers = async (database: Database, { ars, id }: Key): Promise<Answer[]> =>
  (
    await sql<{ said: Answer }>`
      select said from participation.survey_answer where ars = ${ars} and survey_id = ${id}
      order by answered_on, said::text limit 20000`.execute(database)
  ).rows.map(({ said }) => said);

/** Across municipalities: answers from before a day. */
export const deleteOldAnswers = async (database: Database, before: Day): Promise<number> =>
  (
    await sql`delete from participation.survey_answer where answered_on < ${before} returning 1`.execute(
      database,
    )
  ).rows.length;
