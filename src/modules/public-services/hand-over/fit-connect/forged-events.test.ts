import assert from 'node:assert/strict';
import { createHmac, createPublicKey, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { ServiceKey } from './check-key.ts';
import type { EventFault } from './event.ts';
import { readEvent } from './read-event.ts';
import { makeKeys, type Received, Zustelldienst } from './zustelldienst.builder.ts';

const keys = await makeKeys();
const service = new Zustelldienst(keys);
service.origin = 'https://zustelldienst.example';

const one: Received = {
  submissionId: randomUUID(),
  caseId: randomUUID(),
  announced: [],
  state: 'submitted',
  attachments: new Map(),
  events: [],
};
const other = { ...one, submissionId: randomUUID(), caseId: randomUUID() };
const expected = {
  submissionId: one.submissionId,
  caseId: one.caseId,
  destinationId: service.destinationId,
  serviceIssuer: service.origin,
  now: new Date(),
  keyOf: async (issuer: 'service' | 'destination', kid: string): Promise<ServiceKey | undefined> => {
    const { jwk } = issuer === 'service' ? keys.service : keys.destination;
    return jwk.kid === kid ? (jwk as ServiceKey) : undefined;
  },
};

const ACCEPT = 'accept-submission';
const { destination, foreign } = keys;
const right = service.token(one, ACCEPT, { key: destination });
const [head = '', body = '', signature = ''] = right.split('.');
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const swapped = (change: object): string => {
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  return `${head}.${base64url({ ...claims, ...change })}.${signature}`;
};
/** The public key as the secret of an HMAC: the oldest trick with this format. */
const confused = (): string => {
  const pem = createPublicKey(destination.privateKey).export({ format: 'pem', type: 'spki' });
  const start = `${base64url({ alg: 'HS512', kid: 'sig-1', typ: 'secevent+jwt' })}.${body}`;
  return `${start}.${createHmac('sha512', pem).update(start).digest('base64url')}`;
};

const forged: [what: string, token: string, fault: EventFault][] = [
  ['no token at all', 'angenommen', 'not-a-token'],
  ['unsigned', `${base64url({ alg: 'none', typ: 'secevent+jwt' })}.${body}.`, 'wrong-algorithm'],
  ['the signature cut off', `${head}.${body}.`, 'wrong-signature'],
  ['signed with the public key', confused(), 'wrong-algorithm'],
  [
    'a weaker algorithm',
    service.token(one, ACCEPT, { key: destination, header: { alg: 'PS256' } }),
    'wrong-algorithm',
  ],
  [
    'another type of token',
    service.token(one, ACCEPT, { key: destination, header: { typ: 'JWT' } }),
    'wrong-algorithm',
  ],
  ['a foreign key by its own name', service.token(one, ACCEPT, { key: foreign }), 'unknown-key'],
  [
    'a foreign key by our name',
    service.token(one, ACCEPT, { key: foreign, header: { kid: 'service-1' } }),
    'wrong-signature',
  ],
  [
    'a foreign key that it brings along',
    service.token(one, ACCEPT, { key: foreign, header: { kid: 'service-1', jwk: foreign.jwk } }),
    'wrong-signature',
  ],
  [
    'no name of a key',
    service.token(one, ACCEPT, { key: destination, header: { kid: undefined } }),
    'unknown-key',
  ],
  [
    'the key of the service in the name of the destination',
    service.token(one, ACCEPT, { claims: { iss: service.destinationId } }),
    'unknown-key',
  ],
  ['a changed subject', swapped({ sub: `submission:${other.submissionId}` }), 'wrong-signature'],
  ['another event put in', swapped({ events: { x: {} } }), 'wrong-signature'],
  ['a true event of another submission', service.token(other, ACCEPT, { key: destination }), 'wrong-subject'],
  [
    'the submission of another case',
    service.token(one, ACCEPT, { key: destination, claims: { txn: `case:${other.caseId}` } }),
    'wrong-case',
  ],
  [
    'a strange issuer',
    service.token(one, ACCEPT, { key: destination, claims: { iss: 'https://woanders.example' } }),
    'wrong-issuer',
  ],
  [
    'from tomorrow',
    service.token(one, ACCEPT, { key: destination, claims: { iat: Math.floor(Date.now() / 1000) + 86_400 } }),
    'from-the-future',
  ],
  ['an unknown event', service.token(one, 'grant-submission', { key: destination }), 'unknown-event'],
  [
    'an event of another house',
    service.token(one, ACCEPT, {
      key: destination,
      claims: { events: { 'https://schema.example/events/accept-submission': {} } },
    }),
    'unknown-event',
  ],
  [
    'two events in one',
    service.token(one, ACCEPT, { key: destination, claims: { events: { a: {}, b: {} } } }),
    'not-a-token',
  ],
  ['no id', service.token(one, ACCEPT, { key: destination, claims: { jti: undefined } }), 'not-a-token'],
  [
    'a critical header that nobody knows',
    service.token(one, ACCEPT, { key: destination, header: { crit: ['exp'], exp: 1 } }),
    'wrong-signature',
  ],
];
for (const [what, token, fault] of forged)
  test(`a forged event is refused: ${what}`, async () => {
    assert.deepEqual(await readEvent(token, expected), { refused: fault });
  });

test('the true one is read, and of a problem nothing but its type', async () => {
  const read = await readEvent(right, expected);
  assert.ok(!('refused' in read), JSON.stringify(read));
  assert.deepEqual([read.name, read.issuer], [ACCEPT, 'destination']);
  service.reject(one, 'hash-mismatch', 'Ä: <b>');
  const rejected = await readEvent(one.events[0] ?? '', expected);
  assert.ok(!('refused' in rejected));
  assert.deepEqual(rejected.problems, ['hash-mismatch', 'other']);
  assert.doesNotMatch(JSON.stringify(rejected), /Kanarienvogel/);
});
