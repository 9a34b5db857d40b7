import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../foundation/testing/database.ts';
import { CANARY, caseWorkerOf, LEEZEN, withForms } from '../../applications/applications.builder.ts';
import { deliverApplications } from '../deliver-applications.ts';
import type { DeliveryFault } from '../delivery.ts';
import {
  choose,
  deliveryOf,
  EVIDENCE,
  hurry,
  sentWithEvidence,
  settingOf,
  withServiceKey,
} from '../hand-over.builder.ts';
import { tryDeliveryAgain } from '../try-again.ts';
import { fitConnectCarrier } from './carry-submission.ts';
import { makeKey } from './jose.builder.ts';
import { SCHEMA, SERVICE_KEY } from './metadata-schema.builder.ts';
import { type Misbehaviour, makeKeys, type Received, Zustelldienst } from './zustelldienst.builder.ts';

const keys = await makeKeys();
const context = { ...(await withForms(await testDatabase())), clock: () => new Date() };
const worker = await caseWorkerOf(context, LEEZEN, 'Leezen');
const faults: string[] = [];
let service = await new Zustelldienst(keys).start();
after(() => service.close());

const setting = () => {
  const fitConnect = fitConnectCarrier(service.setting, context.clock);
  const mail = { carry: async () => ({ refused: 'not-configured' as const }) };
  return settingOf(context, { mail, fitConnect }, faults);
};
const work = async () => {
  await hurry(context);
  return deliverApplications(setting());
};
const onlyOne = (): Received => {
  const [one, ...more] = [...service.received.values()].filter(({ state }) => state === 'submitted');
  assert.ok(one && more.length === 0, `${service.received.size} submissions`);
  return one;
};
const acts = async (id: string): Promise<string[]> =>
  (
    await sql<{
      act: string;
    }>`select act from accounts.audit_entry where record_id = ${id} order by seq`.execute(context.database)
  ).rows.map(({ act }) => act);

beforeEach(async () => {
  service.close();
  service = await new Zustelldienst(keys).start();
  await sql`delete from public_services.delivery`.execute(context.database);
  await withServiceKey(context, SERVICE_KEY);
  await choose(context, { way: 'fitConnect', destinationId: service.destinationId, schemaUri: SCHEMA });
});

test('a submission: token, destination, key, announced, uploaded, completed, accepted', async () => {
  const { id } = await sentWithEvidence(context);
  assert.deepEqual(await work(), { delivered: 1, refused: 0, followed: 0 });
  const one = onlyOne();
  const at = `/v1/submissions/${one.submissionId}`;
  assert.deepEqual(service.calls, [
    'POST /token',
    `GET /v1/destinations/${service.destinationId}`,
    `GET /v1/destinations/${service.destinationId}/keys/enc-1`,
    'POST /v1/submissions',
    ...one.announced.map((attachment) => `PUT ${at}/attachments/${attachment}`),
    `PUT ${at}`,
  ]);
  assert.equal(one.data?.street, CANARY);
  const [receipt, evidence, answers] = one.announced.map(
    (attachment) => one.attachments.get(attachment)?.plain,
  );
  assert.match(receipt?.toString('latin1') ?? '', /^%PDF-1\.7/);
  assert.equal(evidence?.toString(), EVIDENCE);
  assert.equal(JSON.parse(answers?.toString() ?? '{}').form.id, 'bewohnerparkausweis');
  assert.equal((await deliveryOf(context, id)).state, 'handedOver');

  assert.deepEqual(await work(), { delivered: 0, refused: 0, followed: 1 });
  assert.equal((await deliveryOf(context, id)).state, 'handedOver');
  service.accept(one);
  await work();
  const { state, dueAt } = await deliveryOf(context, id);
  assert.deepEqual([state, dueAt], ['accepted', null]);
  assert.deepEqual(await acts(id), ['deliver-application', 'delivery-accepted']);
});

test('what was encrypted is opened by another library as well', (t) => {
  const hasLibrary = spawnSync('python3', ['-c', 'import jwcrypto']).status === 0;
  if (!hasLibrary) return t.skip('python3 has no jwcrypto');
  return sentWithEvidence(context).then(async () => {
    await work();
    const program = `
import json, sys
from jwcrypto import jwk, jwe
asked = json.load(sys.stdin)
token = jwe.JWE()
token.allowed_algs = ['RSA-OAEP-256', 'A256GCM']
token.deserialize(asked['jwe'], key=jwk.JWK.from_pem(asked['pem'].encode()))
sys.stdout.buffer.write(token.payload)`;
    const pem = keys.encryption.privateKey.export({ format: 'pem', type: 'pkcs8' });
    const input = JSON.stringify({ jwe: onlyOne().jwe?.data, pem });
    const { stdout, stderr } = spawnSync('python3', ['-c', program], { input });
    assert.equal(JSON.parse(stdout.toString() || '{}').street, CANARY, stderr.toString());
  });
});

test('rejected with reasons: the office sees them in words of a list, and nothing that was quoted', async () => {
  const { id } = await sentWithEvidence(context);
  await work();
  service.reject(onlyOne(), 'hash-mismatch');
  await work();
  const { state, reasons } = await deliveryOf(context, id);
  assert.deepEqual([state, reasons], ['rejected', ['hash-mismatch']]);
  assert.deepEqual(await acts(id), ['deliver-application', 'delivery-rejected']);
});

test('forged events change nothing and stand in the log, once each', async () => {
  const { id } = await sentWithEvidence(context);
  await work();
  const one = onlyOne();
  const body = { authenticationTags: one.tags };
  one.events.push(
    service.token(one, 'accept-submission', { body, key: keys.foreign, header: { kid: 'service-1' } }),
    service.token(one, 'accept-submission', { body, key: keys.service }),
    service.token(one, 'accept-submission', {
      body: { authenticationTags: { ...one.tags, data: 'AAAAAAAAAAAAAAAAAAAAAA' } },
      key: keys.destination,
    }),
    service.token({ ...one, submissionId: one.caseId }, 'reject-submission', { key: keys.destination }),
  );
  for (let looks = 0; looks < 3; looks += 1) await work();
  const { state, refusedEvents } = await deliveryOf(context, id);
  assert.equal(state, 'handedOver');
  assert.deepEqual(refusedEvents, ['wrong-signature', 'wrong-subject', 'not-theirs-to-tell', 'wrong-tags']);
  assert.equal((await acts(id)).filter((act) => act === 'refuse-delivery-event').length, 4);
  service.accept(one);
  await work();
  assert.equal((await deliveryOf(context, id)).state, 'accepted');
});

/** At each call the service dies: before it does anything, or after it has done everything. */
const steps = [/token$/, /enc-1$/, /submissions$/, /attachments/, /PUT .*submissions\/[^/]+$/];
for (const step of steps)
  for (const how of ['before', 'afterwards'] as const)
    test(`cut off ${how} at ${step.source}: the next try neither loses nor doubles`, async () => {
      const { id } = await sentWithEvidence(context);
      let isCut = false;
      service.misbehave = (call): Misbehaviour | undefined => {
        if (isCut || !step.test(call)) return undefined;
        isCut = true;
        return how === 'before' ? { status: 503 } : 'cutAfterwards';
      };
      await work();
      assert.ok(isCut);
      assert.equal((await deliveryOf(context, id)).state, 'waiting');
      await work();
      assert.equal((await deliveryOf(context, id)).state, 'handedOver');
      service.accept(onlyOne());
      await work();
      assert.equal((await deliveryOf(context, id)).state, 'accepted');
    });

const answers: [what: string, call: RegExp, instead: Misbehaviour, fault: DeliveryFault][] = [
  ['too many requests', /submissions$/, { status: 429 }, 'service-busy'],
  ['broken', /destinations\/[^/]+$/, { status: 500 }, 'service-busy'],
  ['no JSON', /destinations\/[^/]+$/, { status: 200, body: '<html>' }, 'bad-answer'],
  ['another shape', /submissions$/, { status: 201, body: '{"submissionId": "x"}' }, 'bad-answer'],
  ['a huge answer', /destinations\/[^/]+$/, { status: 200, body: Buffer.alloc(5_000_000) }, 'too-large'],
  ['unauthorised', /destinations\/[^/]+$/, { status: 401 }, 'unauthorised'],
];
for (const [what, call, instead, fault] of answers)
  test(`an answer that passes is tried again: ${what}`, async () => {
    const { id } = await sentWithEvidence(context);
    service.misbehave = (one) => (call.test(one) ? instead : undefined);
    await work();
    const { state, reasons } = await deliveryOf(context, id);
    assert.deepEqual([state, reasons], ['waiting', [fault]]);
    service.misbehave = () => undefined;
    await work();
    assert.equal((await deliveryOf(context, id)).state, 'handedOver');
  });

const elsewhere = { status: 307, headers: { location: 'https://woanders.example/v1/submissions' } };
const refusals: [what: string, change: () => unknown, fault: DeliveryFault][] = [
  [
    'leads elsewhere',
    () => (service.misbehave = (call) => (/submissions$/.test(call) ? elsewhere : undefined)),
    'redirected',
  ],
  [
    'does not take it',
    () => (service.misbehave = (call) => (/submissions$/.test(call) ? { status: 422 } : undefined)),
    'refused-by-service',
  ],
  ['is out of operation', () => (service.destination.status = 'decommissioned'), 'destination-inactive'],
  ['knows other metadata', () => (service.destination.metadataVersions = ['2.1.0']), 'metadata-not-offered'],
  ['offers another service', () => (service.destination.services = []), 'service-not-offered'],
  [
    'wants another schema',
    () => (service.destination.services[0]!.submissionSchemas = []),
    'schema-not-offered',
  ],
  ['has no key', () => delete service.publicKeys['enc-1'], 'key-refused'],
  ['has a key for signing', () => (service.publicKeys['enc-1'] = keys.destination.jwk), 'key-refused'],
  [
    'has a key of another name',
    () => (service.publicKeys['enc-1'] = { ...keys.encryption.jwk, kid: 'x' }),
    'key-refused',
  ],
  ['is another one', () => (service.destination.destinationId = 'x'), 'key-refused'],
];
for (const [what, change, fault] of refusals)
  test(`nothing is sent where the other side ${what}; it can be tried again by hand`, async () => {
    const { id } = await sentWithEvidence(context);
    change();
    await work();
    const { state, reasons } = await deliveryOf(context, id);
    assert.deepEqual([state, reasons], ['failed', [fault]]);
    assert.ok([...service.received.values()].every((one) => one.state === 'incomplete'));
    assert.deepEqual(await tryDeliveryAgain(context, worker, { id }), { asked: true });
  });

test('without a chosen destination routing names it, and a forged route leads nowhere', async () => {
  await choose(context, { way: 'fitConnect', destinationId: null, schemaUri: SCHEMA });
  const { id } = await sentWithEvidence(context);
  service.answerRoute(`${LEEZEN}`);
  await work();
  assert.equal((await deliveryOf(context, id)).state, 'handedOver');
  assert.ok(service.questions.includes(`/v1/routes?leikaKey=${SERVICE_KEY}&ars=${LEEZEN}&offset=0&limit=10`));
  service.answerRoute('082120000000');
  const { id: other } = await sentWithEvidence(context);
  await work();
  assert.deepEqual((await deliveryOf(context, other)).reasons, ['forged-route']);
});

test('a key that is too short is refused', async () => {
  const { id } = await sentWithEvidence(context);
  service.publicKeys['enc-1'] = (await makeKey('enc-1', 'wrapKey', 2048)).jwk;
  await work();
  assert.deepEqual((await deliveryOf(context, id)).reasons, ['key-refused']);
});

test('a form without service key, and a house without FIT-Connect, are told so', async () => {
  const { id } = await sentWithEvidence(context);
  await withServiceKey(context, null);
  await work();
  assert.deepEqual((await deliveryOf(context, id)).reasons, ['no-service-key']);
  const { id: other } = await sentWithEvidence(context);
  await deliverApplications({ ...setting(), fitConnect: undefined });
  assert.deepEqual((await deliveryOf(context, other)).reasons, ['not-configured']);
});

test('no secret and nothing that somebody wrote stands in a row, a log or a fault', async () => {
  await sentWithEvidence(context);
  await work();
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(d)::text as row from public_services.delivery d
    union all select to_jsonb(n)::text from accounts.notice n
    union all select to_jsonb(a)::text from accounts.audit_entry a`.execute(context.database);
  const all = rows.map(({ row }) => row).join('\n') + faults.join('\n');
  assert.ok(rows.length > 20);
  assert.doesNotMatch(all, /Kanarienvogel|geheim|token-1|SE-QX/i);
});
