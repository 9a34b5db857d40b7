import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { CheckAnswer } from './compare-answers.ts';

export const saveAnswers = async (
  database: Database,
  { ars, personId, now }: { ars: string; personId: string; now: Date },
  answers: readonly CheckAnswer[],
): Promise<void> => {
  await sql`
    insert into strategy.check_answer (ars, person_id, question, today, target, answered_at)
    select ${ars}, ${personId}, question, today, target, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a (question text, today smallint, target smallint)
    on conflict (ars, person_id, question) do update
      set today = excluded.today, target = excluded.target, answered_at = excluded.answered_at`.execute(
    database,
  );
};

export const listOwnAnswers = async (
  database: Database,
  ars: string,
  personId: string,
): Promise<CheckAnswer[]> =>
  (
    await sql<CheckAnswer>`
      select question, today, target from strategy.check_answer
      where ars = ${ars} and person_id = ${personId}`.execute(database)
  ).rows;

/** Of all people, without saying whose. */
export const listAnswers = async (database: Database, ars: string): Promise<CheckAnswer[]> =>
  (
    await sql<CheckAnswer>`
      select question, today, target from strategy.check_answer where ars = ${ars} order by question, answered_at`.execute(
      database,
    )
  ).rows;

export const decisions = ['act', 'later', 'no'] as const;
export type Decision = (typeof decisions)[number];

export type CheckDecision = {
  question: string;
  decision: Decision;
  reason: string;
  measureId: string | null;
  decidedAt: Date;
};

export const saveDecision = async (
  database: Database,
  ars: string,
  { question, decision, reason, measureId, decidedAt }: CheckDecision,
): Promise<void> => {
  await sql`
    insert into strategy.check_decision (ars, question, decision, reason, measure_id, decided_at)
    values (${ars}, ${question}, ${decision}, ${reason}, ${measureId}, ${decidedAt})
    on conflict (ars, question) do update set decision = excluded.decision, reason = excluded.reason,
      measure_id = coalesce(excluded.measure_id, check_decision.measure_id), decided_at = excluded.decided_at`.execute(
    database,
  );
};

export const listDecisions = async (database: Database, ars: string): Promise<CheckDecision[]> =>
  (
    await sql<CheckDecision>`
      select question, decision, reason, measure_id as "measureId", decided_at as "decidedAt"
      from strategy.check_decision where ars = ${ars}`.execute(database)
  ).rows;

/** What is known of a person here, for the person. */
export const listAnswersOfPerson = async (
  database: Database,
  personId: string,
): Promise<
  { ars: string; question: string; today: number | null; target: number | null; answeredAt: Date }[]
> =>
  (
    await sql<{
      ars: string;
      question: string;
      today: number | null;
      target: number | null;
      answeredAt: Date;
    }>`
      select ars, question, today, target, answered_at as "answeredAt" from strategy.check_answer
      where person_id = ${personId} order by ars, question`.execute(database)
  ).rows;
