import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from '../log/log.ts';
import { BERLIN } from '../time/zone.ts';

/** Work that comes round by itself; `cron` is in Berlin time. It may run twice, so it must be repeatable. */
export type Job = { name: string; cron: string; run: () => Promise<void> };

export type Jobs = { runNow: (name: string) => Promise<void>; stop: () => Promise<void> };

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Starts the queue on the platform's own database: jobs survive restarts and kills, and of several processes only one
 * takes each. A failing job is logged by its name and tried again.
 */
export const startJobs = async (pool: pg.Pool, jobs: Job[], log: Log): Promise<Jobs> => {
  const boss = new PgBoss({
    schema: 'jobs',
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
  });
  boss.on('error', (error) => log.error('jobs-failed', { reason: error.name }));
  await boss.start();
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name, { policy: 'stately', retryLimit: 3, retryDelay: 60 });
    await boss.schedule(name, cron, null, { tz: BERLIN });
    await boss.work(name, { pollingIntervalSeconds: 2 }, async () => {
      const started = performance.now();
      try {
        await run();
        log.info('job-done', { job: name, milliseconds: Math.round(performance.now() - started) });
      } catch (error) {
        log.error('job-failed', { job: name, reason: error instanceof Error ? error.name : 'unknown' });
        throw error;
      }
    });
  }
  return {
    runNow: async (name) => {
      await boss.send(name);
    },
    stop: () => boss.stop({ graceful: true, timeout: PATIENCE_MILLISECONDS }),
  };
};
