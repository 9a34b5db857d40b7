import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { fetchSource, isPrivate } from './fetch-source.ts';

const seen: (string | undefined)[] = [];
const answers: Record<string, RequestListener> = {
  '/tagged': (request, response) => {
    seen.push(request.headers['if-none-match']);
    const same = request.headers['if-none-match'] === '"one"';
    response.writeHead(same ? 304 : 200, { etag: '"one"', 'content-type': 'text/csv; charset=iso-8859-1' });
    response.end(same ? undefined : 'name');
  },
  '/plain': (_, response) => void response.end('always the same'),
  '/moved': (_, response) => void response.writeHead(302, { location: '/plain' }).end(),
  '/circle': (_, response) => void response.writeHead(302, { location: '/circle' }).end(),
  '/inside': (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/large': (_, response) => void response.end('x'.repeat(5_000)),
  '/silent': () => undefined,
};
const server = createServer((request, response) => {
  const answer = answers[request.url ?? ''];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});
await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
after(() => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo;
const base = `http://127.0.0.1:${port}`;
const local = { allowPrivate: true };

test('a second request is conditional, and 304 means unchanged', async () => {
  const first = await fetchSource(`${base}/tagged`, undefined, local);
  assert.ok('bytes' in first);
  assert.equal(first.contentType, 'text/csv; charset=iso-8859-1');
  assert.equal(first.revision.etag, '"one"');
  const second = await fetchSource(`${base}/tagged`, first.revision, local);
  assert.ok('unchanged' in second);
  assert.deepEqual(seen, [undefined, '"one"']);
});

test('the same bytes are unchanged where the server knows no conditions', async () => {
  const first = await fetchSource(`${base}/plain`, undefined, local);
  assert.ok('bytes' in first);
  assert.ok('unchanged' in (await fetchSource(`${base}/moved`, first.revision, local)));
});

test('what is not fetched, and why', async () => {
  const cases: [string, object, string][] = [
    [`${base}/circle`, local, 'too-many-redirects'],
    [`${base}/inside`, local, 'forbidden-address'],
    [`${base}/missing`, local, 'bad-status'],
    [`${base}/large`, { ...local, mostBytes: 1_000 }, 'too-large'],
    [`${base}/silent`, { ...local, timeoutMilliseconds: 50 }, 'too-slow'],
    [`${base}/plain`, {}, 'forbidden-address'],
    [`http://localhost:${port}/plain`, {}, 'forbidden-address'],
    [`http://[::ffff:127.0.0.1]:${port}/plain`, {}, 'forbidden-address'],
    [`http://2130706433:${port}/plain`, {}, 'forbidden-address'],
    ['http://127.0.0.1:1/', local, 'not-reachable'],
    ['ftp://example.org/', local, 'forbidden-address'],
    ['nonsense', local, 'forbidden-address'],
  ];
  for (const [url, options, refused] of cases) {
    const answer = await fetchSource(url, undefined, options);
    assert.ok('refused' in answer, url);
    assert.equal(answer.refused, refused, url);
  }
});

test('private addresses of both families', () => {
  for (const address of [
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])
    assert.ok(isPrivate(address), address);
  for (const address of ['193.99.144.80', '172.32.0.1', '2a00:1450::1'])
    assert.ok(!isPrivate(address), address);
});
