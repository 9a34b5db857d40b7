import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Answer } from './answer.ts';
import type { Question } from './question.ts';

export type ForecastKey = { ars: string; questionHash: string };

export type Forecast = {
  question: Question;
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  done: number;
  steps: number;
  answer: Answer | null;
  asked_at: Date;
  touched_at: Date;
};

export const findForecast = async (
  database: Database,
  { ars, questionHash }: ForecastKey,
): Promise<Forecast | undefined> =>
  (
    await sql<Forecast>`
      select question, state, done, steps, answer, asked_at, touched_at from parking.forecast
      where ars = ${ars} and question_hash = ${questionHash}`.execute(database)
  ).rows[0];

/** Asked for the first time, or anew after it ended without an answer or fell silent. @returns whether it is to be computed. */
export const askForecast = async (
  database: Database,
  { ars, questionHash }: ForecastKey,
  question: Question,
  { now, silentSince }: { now: Date; silentSince: Date },
): Promise<boolean> =>
  (
    await sql`
      insert into parking.forecast as f (ars, question_hash, question, state, asked_at, touched_at)
      values (${ars}, ${questionHash}, ${JSON.stringify(question)}::jsonb, 'waiting', ${now}, ${now})
      on conflict (ars, question_hash) do update set state = 'waiting', done = 0, steps = 0, asked_at = ${now}, touched_at = ${now}
        where f.state in ('stopped', 'failed') or (f.state in ('waiting', 'running') and f.touched_at < ${silentSince})
      returning 1`.execute(database)
  ).rows.length === 1;

/** Of all towns together, and of one: what waits or runs. */
export const countOpen = async (database: Database, ars: string): Promise<{ all: number; own: number }> =>
  (
    await sql<{ all: number; own: number }>`
      select count(*)::integer as all, count(*) filter (where ars = ${ars})::integer as own
      from parking.forecast where state in ('waiting', 'running')`.execute(database)
  ).rows[0] ?? { all: 0, own: 0 };

/** @returns whether somebody still waits for it. */
export const noteProgress = async (
  database: Database,
  { ars, questionHash }: ForecastKey,
  { done, steps, now }: { done: number; steps: number; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update parking.forecast set state = 'running', done = ${done}, steps = ${steps}, touched_at = ${now}
      where ars = ${ars} and question_hash = ${questionHash} and state in ('waiting', 'running')
      returning 1`.execute(database)
  ).rows.length === 1;

export const endForecast = async (
  database: Database,
  { ars, questionHash }: ForecastKey,
  { answer, now }: { answer: Answer | undefined; now: Date },
): Promise<void> => {
  const kept = answer === undefined ? null : JSON.stringify(answer);
  await sql`
    update parking.forecast set state = ${answer === undefined ? 'failed' : 'done'}, answer = ${kept}::jsonb, touched_at = ${now}
    where ars = ${ars} and question_hash = ${questionHash} and state in ('waiting', 'running')`.execute(
    database,
  );
};

export const stopForecast = async (
  database: Database,
  { ars, questionHash }: ForecastKey,
  now: Date,
): Promise<void> => {
  await sql`
    update parking.forecast set state = 'stopped', touched_at = ${now}
    where ars = ${ars} and question_hash = ${questionHash} and state in ('waiting', 'running')`.execute(
    database,
  );
};

export const deleteForecasts = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from parking.forecast where touched_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
