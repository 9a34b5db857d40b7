import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { testDatabase } from '../foundation/testing/database.ts';
import { inviteFirstAdministrator, verifyLogs } from '../modules/accounts/index.ts';
import { seedMunicipalities } from '../modules/municipalities/index.ts';

const context = await testDatabase();
const { pool } = context.connection;
const LEEZEN = '010605053053';
const ENTRIES = 400;
/** More by `KILLS=15`: each costs the ten seconds after which a silent worker is given up. */
const ROUNDS = Number(process.env.KILLS ?? 3);

const count = async (statement: string): Promise<number> =>
  Number((await pool.query(`select count(*) as rows from ${statement}`)).rows[0].rows);
const published = () => count('offers.entry where published_at is not null');

const workers: ChildProcess[] = [];
after(() => {
  for (const worker of workers) worker.kill('SIGKILL');
});

const startWorker = async (): Promise<ChildProcess> => {
  const worker = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/app/worker.builder.ts', JSON.stringify(context.config), 'entries'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  workers.push(worker);
  await once(worker.stdout as NodeJS.ReadableStream, 'data');
  return worker;
};

const until = async (isDone: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The worker did not come to an end.');
};

test(`a worker that is killed ${ROUNDS} times publishes each of ${ENTRIES} scheduled entries once`, async (t) => {
  await seedMunicipalities(context);
  const organisation = { ars: LEEZEN, id: LEEZEN, kind: 'municipality' as const, name: 'Leezen' };
  await inviteFirstAdministrator(context, organisation, 'anna@leezen.example');
  await pool.query(`
    insert into offers.source (ars, id, name, format, attribution) values ('${LEEZEN}', 'rathaus', 'Leezen', 'desk', 'Leezen');
    insert into offers.entry (ars, organisation_id, id, fields, publish_at, created_at, changed_at)
    select '${LEEZEN}', '${LEEZEN}', gen_random_uuid(),
      jsonb_build_object('name', 'Fest ' || n, 'category', 'festival', 'start', '24.12.2099'), '2026-01-01', now(), now()
    from generate_series(1, ${ENTRIES}) n`);
  const seen: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const worker = await startWorker();
    const goal = Math.min(ENTRIES - 1, (round * ENTRIES) / (ROUNDS + 1));
    await until(async () => (await published()) >= goal);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    seen.push(await published());
  }
  t.diagnostic(`published when killed: ${seen.join(', ')} of ${ENTRIES}`);
  assert.ok(seen.some((published) => published > 0 && published < ENTRIES));
  const last = await startWorker();
  await until(async () => (await published()) === ENTRIES);
  last.kill('SIGKILL');
  await once(last, 'exit');
  assert.equal(await count('offers.offer'), ENTRIES);
  assert.equal(await count('offers.sighting'), ENTRIES);
  assert.equal(await count(`accounts.audit_entry where act = 'publish-entry'`), ENTRIES);
  const records = 'select distinct record_id from accounts.audit_entry';
  assert.equal(await count(`(${records} where act = 'publish-entry') once`), ENTRIES);
  assert.ok((await verifyLogs(context.database)).every(({ fault }) => fault === undefined));
});
