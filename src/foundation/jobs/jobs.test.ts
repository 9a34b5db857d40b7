import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from '../log/log.ts';
import { testDatabase } from '../testing/database.ts';
import { startJobs } from './jobs.ts';

test('a job runs when it is due or asked for, and a failure is logged by name alone', async () => {
  const { connection } = await testDatabase();
  const lines: string[] = [];
  const log = createLog('error', (line) => lines.push(line));
  const ran = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<void>();
  const jobs = await startJobs(
    connection.pool,
    [
      { name: 'works', cron: '0 3 * * *', run: async () => ran.resolve() },
      {
        name: 'fails',
        cron: '0 3 * * *',
        run: async () => {
          failed.resolve();
          throw new RangeError('Frau Muster, Musterweg 1');
        },
      },
    ],
    log,
  );
  await jobs.runNow('works');
  await jobs.runNow('fails');
  await Promise.all([ran.promise, failed.promise]);
  await jobs.stop();
  assert.ok(lines.some((line) => line.includes('"job":"fails"') && line.includes('RangeError')));
  assert.ok(lines.every((line) => !line.includes('Muster')));
});
