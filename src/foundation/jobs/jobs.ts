import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from '../log/log.ts';
import { BERLIN } from '../time/zone.ts';
import { type JobRun, type JobTopic, listRuns } from './runs.ts';

export type { JobRun } from './runs.ts';

type Figures = Record<string, string | number>;

/**
 * Work in the background. A kill may come at any point and the same job then runs again: `run` must leave the same
 * behind whether it ran once or twice. Its few figures are shown with the run.
 */
export type Job = {
  name: string;
  /** In Berlin time; absent: it is asked for. */ cron?: string;
  run: (topic: JobTopic, ask: Jobs['ask']) => Promise<Figures | undefined>;
  /** How long a run that has ended is shown. Frequent work is not worth a week of lines. */ keptHours?: number;
};

export type Jobs = {
  /** Asks for the work; a second wish for the same topic while one waits is the same wish. */
  ask: (name: string, topic?: JobTopic) => Promise<void>;
  listRuns: (topic: JobTopic | undefined, limit: number) => Promise<JobRun[]>;
  stop: () => Promise<void>;
};

const PATIENCE_MILLISECONDS = 10_000;
const WEEK_HOURS = 7 * 24;
// A worker that is gone is noticed by its missing heartbeat (the shortest that the library allows), and the work is
// taken up again at the next wish or after the delay.
const HEARTBEAT_SECONDS = 10;
const LONGEST_SECONDS = 6 * 3600;

/**
 * Starts the queue on the platform's own database: jobs survive restarts and kills, and of several processes only one
 * takes each. A failing job is logged by its name and tried again.
 */
export const startJobs = async (pool: pg.Pool, jobs: Job[], log: Log): Promise<Jobs> => {
  const boss = new PgBoss({
    schema: 'jobs',
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
  });
  boss.on('error', (error) => log.error('jobs-failed', { reason: error.name }));
  await boss.start();
  // A schedule outlives the version that set it.
  for (const { name, key } of await boss.getSchedules())
    if (!jobs.some((job) => job.name === name && job.cron)) await boss.unschedule(name, key);
  const ask: Jobs['ask'] = async (name, topic = {}) => {
    await boss.send(name, topic, { singletonKey: JSON.stringify(topic) });
  };
  for (const job of jobs) await startJob(boss, job, ask, log);
  return {
    ask,
    listRuns: (topic, limit) => listRuns(pool, topic, limit),
    stop: () => boss.stop({ graceful: true, timeout: PATIENCE_MILLISECONDS }),
  };
};

const startJob = async (
  boss: PgBoss,
  { name, cron, run, keptHours = WEEK_HOURS }: Job,
  ask: Jobs['ask'],
  log: Log,
): Promise<void> => {
  const settings = {
    retryLimit: 3,
    retryDelay: 60,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: LONGEST_SECONDS,
    deleteAfterSeconds: keptHours * 3600,
  };
  await boss.createQueue(name, { policy: 'stately', ...settings });
  // A queue of an earlier version keeps its settings otherwise.
  await boss.updateQueue(name, settings);
  if (cron) await boss.schedule(name, cron, {}, { tz: BERLIN, singletonKey: '{}' });
  await boss.work<JobTopic>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
    const started = performance.now();
    try {
      const figures = await run(job?.data ?? {}, ask);
      log.info('job-done', { job: name, milliseconds: Math.round(performance.now() - started) });
      return figures ?? {};
    } catch (error) {
      log.error('job-failed', { job: name, reason: error instanceof Error ? error.name : 'unknown' });
      // What a fault says may quote what somebody wrote: its name is enough for the page.
      throw Object.assign(new Error(error instanceof Error ? error.name : 'unknown'), { stack: '' });
    }
  });
};
