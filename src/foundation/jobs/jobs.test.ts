import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createLog } from '../log/log.ts';
import { testDatabase } from '../testing/database.ts';
import { type Job, type Jobs, startJobs } from './jobs.ts';
import type { JobRun } from './runs.ts';

const { connection } = await testDatabase();
const lines: string[] = [];
const log = createLog('debug', (line) => lines.push(line));
const ran: string[] = [];
const work: Job[] = [
  {
    name: 'counting',
    cron: '0 3 * * *',
    run: async (topic) => {
      ran.push(topic.ars ?? 'all');
      return { counted: 7 };
    },
  },
  {
    name: 'failing',
    run: async () => {
      throw new TypeError('the plate of Erika is HH-XX 1');
    },
  },
];
let jobs: Jobs = await startJobs(connection.pool, work, log);
after(() => jobs.stop());

const until = async (found: (runs: JobRun[]) => boolean): Promise<JobRun[]> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const runs = await jobs.listRuns(undefined, 20);
    if (found(runs)) return runs;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The jobs did not come to it: ${JSON.stringify(await jobs.listRuns(undefined, 20))}`);
};

test('asked for twice while it waits it runs once, with its figures', async () => {
  await Promise.all([1, 2, 3].map(() => jobs.ask('counting', { ars: '07' })));
  await jobs.ask('counting');
  const runs = await until((all) => all.filter(({ state }) => state === 'done').length === 2);
  assert.deepEqual(ran.sort(), ['07', 'all']);
  assert.deepEqual(
    runs.map(({ output }) => output),
    [{ counted: 7 }, { counted: 7 }],
  );
});

test('a run is found by what it is about', async () => {
  assert.deepEqual(
    (await jobs.listRuns({ ars: '07' }, 5)).map(({ name, topic }) => [name, topic]),
    [['counting', { ars: '07' }]],
  );
  assert.deepEqual(await jobs.listRuns({ ars: '08' }, 5), []);
});

test('a fault is told by its name, what it says stays inside', async () => {
  await jobs.ask('failing', { ars: '07' });
  const runs = await until((all) => all.some(({ name, state }) => name === 'failing' && state === 'again'));
  const failed = runs.find(({ name }) => name === 'failing');
  assert.match(JSON.stringify(failed?.output), /TypeError/);
  assert.doesNotMatch(JSON.stringify(failed) + lines.join(''), /Erika/);
});

test('jobs are there after a restart', async () => {
  await jobs.stop();
  jobs = await startJobs(connection.pool, work, log);
  assert.equal((await jobs.listRuns(undefined, 20)).length, 3);
});
