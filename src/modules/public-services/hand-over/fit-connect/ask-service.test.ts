import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { askService, refusalOf } from './ask-service.ts';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url === '/silence') return;
  if (request.url === '/elsewhere') response.writeHead(302, { location: '/stolen' }).end();
  else if (request.url === '/endless') {
    response.writeHead(200);
    response.on('error', () => undefined);
    const more = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
    response.on('close', () => clearInterval(more));
  } else response.writeHead(200).end('gut');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => {
  server.closeAllConnections();
  server.close();
});

const cases: [what: string, address: string, fault: string][] = [
  ['plain http to another machine', 'http://zustelldienst.example/v1', 'not-encrypted'],
  ['http to a name that begins like ours', 'http://127.0.0.1.example/', 'not-encrypted'],
  ['a file', 'file:///etc/passwd', 'not-encrypted'],
  ['no address', 'zustelldienst', 'not-encrypted'],
  ['nobody there', 'http://127.0.0.1:1/', 'not-reachable'],
  ['silence', `${at}/silence`, 'too-slow'],
  ['more than we read', `${at}/endless`, 'too-large'],
  ['a redirect', `${at}/elsewhere`, 'redirected'],
];
for (const [what, address, refused] of cases)
  test(`a question has limits: ${what}`, async () => {
    const limits = { patienceMilliseconds: 2_000, mostBytes: 200_000 };
    assert.deepEqual(await askService(address, limits), { refused });
  });

test('who is led elsewhere does not go there; a right answer is read', async () => {
  assert.ok(!asked.includes('/stolen'));
  assert.deepEqual(await askService(`${at}/`), { status: 200, text: 'gut' });
});

test('work that has to end ends its question', async () => {
  const signal = AbortSignal.timeout(50);
  assert.deepEqual(await askService(`${at}/silence`, { signal }), { refused: 'too-slow' });
});

test('what a status means', () => {
  const meant = [200, 204, 400, 401, 403, 409, 422, 429, 500, 503].map(
    (status) => refusalOf(status)?.refused,
  );
  assert.deepEqual(meant, [
    undefined,
    undefined,
    'refused-by-service',
    'unauthorised',
    'unauthorised',
    'service-busy',
    'refused-by-service',
    'service-busy',
    'service-busy',
    'service-busy',
  ]);
});
