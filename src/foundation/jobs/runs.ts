import type pg from 'pg';

/** What a job is about: few keys, the municipality among them. */
export type JobTopic = Record<string, string>;

export type JobRun = {
  id: string;
  name: string;
  topic: JobTopic;
  state: 'waiting' | 'running' | 'again' | 'done' | 'failed';
  askedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Times that it was begun again. */ tries: number;
  /** Few figures, or the name of the fault. */ output: Record<string, string | number> | null;
};

const STATES: Record<string, JobRun['state']> = {
  created: 'waiting',
  active: 'running',
  retry: 'again',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
};

type Row = {
  id: string;
  name: string;
  data: JobTopic | null;
  state: string;
  created_on: Date;
  started_on: Date | null;
  completed_on: Date | null;
  retry_count: number;
  output: Record<string, string | number> | null;
};

// The library lists the oldest first and counts from there; a page wants the newest.
/** Runs about this topic, or of everything without one, the newest first. */
export const listRuns = async (
  pool: pg.Pool,
  topic: JobTopic | undefined,
  limit: number,
): Promise<JobRun[]> => {
  const { rows } = await pool.query<Row>(
    `select id, name, data, state::text, created_on, started_on, completed_on, retry_count, output
     from jobs.job where name not like '\\_\\_%' and ($1::jsonb is null or data @> $1::jsonb)
     order by created_on desc, id limit $2`,
    [topic ? JSON.stringify(topic) : null, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    topic: row.data ?? {},
    state: STATES[row.state] ?? 'waiting',
    askedAt: row.created_on,
    startedAt: row.started_on,
    endedAt: row.completed_on,
    tries: row.retry_count,
    output: row.output,
  }));
};
