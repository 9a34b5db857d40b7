import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { masterKey, withForms } from '../../applications/applications.builder.ts';
import { deliverApplications } from '../deliver-applications.ts';
import {
  choose,
  deliveryOf,
  hurry,
  sentWithEvidence,
  settingOf,
  withServiceKey,
} from '../hand-over.builder.ts';
import { fitConnectCarrier } from './carry-submission.ts';
import { SCHEMA, SERVICE_KEY } from './metadata-schema.builder.ts';
import { makeKeys, Zustelldienst } from './zustelldienst.builder.ts';

const database = await testDatabase();
const context = { ...(await withForms(database)), clock: () => new Date() };
const service = await new Zustelldienst(await makeKeys()).start();
after(() => service.close());
await withServiceKey(context, SERVICE_KEY);
await choose(context, { way: 'fitConnect', destinationId: service.destinationId, schemaUri: SCHEMA });

const workers: ChildProcess[] = [];
after(() => {
  for (const worker of workers) worker.kill('SIGKILL');
});
const startWorker = (): ChildProcess => {
  const input = {
    server: database.config,
    key: masterKey.toString('base64'),
    fitConnect: service.setting,
  };
  const program = 'src/modules/public-services/hand-over/worker.builder.ts';
  const worker = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(input)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  workers.push(worker);
  return worker;
};
/** The next worker, in this process. */
const work = async (): Promise<void> => {
  await hurry(context);
  const fitConnect = fitConnectCarrier(service.setting, context.clock);
  const mail = { carry: async () => ({ refused: 'not-configured' as const }) };
  await deliverApplications(settingOf(context, { mail, fitConnect }));
};

const steps = [/POST .*submissions$/, /attachments/, /PUT .*submissions\/[^/]+$/];
for (const step of steps)
  for (const when of ['silence', 'silenceAfterwards'] as const)
    test(`killed at ${step.source} (${when}): it arrives, and once`, async () => {
      const before = [...service.received.values()].filter(({ state }) => state === 'submitted').length;
      const { id } = await sentWithEvidence(context);
      const reached = new Promise<void>((done) => {
        service.misbehave = (call) => {
          if (!step.test(call)) return undefined;
          setTimeout(done, 100);
          return when;
        };
      });
      const worker = startWorker();
      const ended = once(worker, 'exit').then(([code]) => assert.fail(`It ended by itself: ${code}`));
      await Promise.race([reached, ended]);
      ended.catch(() => undefined);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      service.misbehave = () => undefined;
      assert.equal((await deliveryOf(context, id)).state, 'waiting');
      await work();
      assert.equal((await deliveryOf(context, id)).state, 'handedOver');
      const arrived = [...service.received.values()].filter(({ state }) => state === 'submitted');
      assert.equal(arrived.length, before + 1);
      service.accept(arrived.at(-1) ?? assert.fail());
      await work();
      assert.equal((await deliveryOf(context, id)).state, 'accepted');
    });
