import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import { testDatabase } from '../foundation/testing/database.ts';
import { seed } from './seed.ts';
import { createServer } from './server.tsx';

const platform = { ...(await testDatabase()), server: {}, close: async () => undefined };
const lines: string[] = [];
const log = createLog('debug', (line) => lines.push(line));
const places = await seed(platform, log);
const assets = { app: '/assets/app.css', page: '/assets/page.js', map: '/assets/map.js' };
const server = createServer(platform, { config: parseConfig({}), assets, version: 'test', places }, log);

const offer = async (): Promise<string> => {
  const answer = await server.request('/api/offers?lon=8.404&lat=49.009&category=museum');
  const { offers } = (await answer.json()) as { offers: { id: string }[] };
  return `/angebot/${offers[0]?.id}`;
};

test('every page forbids inline scripts, frames and foreign sources', async () => {
  const { headers } = await server.request('/?ort=Karlsruhe');
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ])
    assert.ok(policy.includes(part), part);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'same-origin');
  assert.equal(headers.get('set-cookie'), null);
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' or 1=1 --",
  '\u0000',
  '%00',
  '../../etc/passwd',
  '🦔'.repeat(200),
];
for (const text of hostile) {
  test(`»${text.slice(0, 30)}« stays text wherever it is typed`, async () => {
    for (const path of ['/?ort=', '/?ort=Karlsruhe&q=', '/?ort=Karlsruhe&kategorie=', '/en?ort=']) {
      const answer = await server.request(path + encodeURIComponent(text));
      assert.ok([200, 404].includes(answer.status), `${path} answered ${answer.status}`);
      assert.doesNotMatch(await answer.text(), /<script>alert|<img src=x/);
    }
  });
}

test('a service that the municipality takes applications for leads to its form', async () => {
  const found = await server.request('/api/public-services?q=Bewohnerparkausweis&ars=082120000000');
  const { services } = (await found.json()) as { services: { id: string }[] };
  const path = `/leistungen/${services[0]?.id}?ort=08212000`;
  const page = await (await server.request(path)).text();
  assert.match(page, /href="\/antrag\/082120000000\/bewohnerparkausweis"/);
  const elsewhere = await (await server.request(path.replace(/\?.*/, '?ort=09472119'))).text();
  assert.doesNotMatch(elsewhere, /href="\/antrag/);
});

test('neither the code of an application nor what was typed into it gets into the log', async () => {
  const form = '/antrag/010605053053/bewohnerparkausweis';
  const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' };
  const begun = await server.request(form, { method: 'POST', headers });
  const draft = begun.headers.get('location') ?? '';
  const secret = /[0-9A-Z]{52}$/.exec(draft)?.[0] ?? 'none';
  const body = new URLSearchParams({ name: 'Kanarienvogel', street: 'Kanarienweg' });
  await server.request(`${draft}/seite/person`, { method: 'POST', headers, body: body.toString() });
  await server.request(`/en${draft}`);
  const all = lines.join('');
  assert.match(all, /"path":"\/antrag\/010605053053\/mein\/…\/seite\/person"/);
  assert.match(all, /"path":"\/en\/antrag\/010605053053\/mein\/…"/);
  assert.ok(!all.includes(secret) && !/Kanarien/.test(all));
});

test('the question about a postcode names the table that it rests on', async () => {
  assert.match(await (await server.request('/?ort=54298')).text(), /Quelle: [^<]*OpenStreetMap/);
});

test('JSON-LD cannot end its script element', async () => {
  const answer = await server.request(await offer());
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await answer.text())?.[1] ?? '';
  assert.doesNotMatch(json, /</);
  assert.equal((JSON.parse(json) as { '@type': string })['@type'], 'Museum');
});

test('a form sent from another site is refused', async () => {
  const path = `${await offer()}/fehler`;
  const send = (headers: Record<string, string>) =>
    server.request(path, {
      method: 'POST',
      body: 'message=Das+stimmt+nicht',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  assert.equal((await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await send({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status, 303);
});

test('the twenty-first report on an entry in a day is refused', async () => {
  const path = `${await offer()}/fehler`;
  const statuses: number[] = [];
  for (let count = 0; count < 21; count += 1) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    statuses.push(
      (await server.request(path, { method: 'POST', body: 'message=Schon+wieder', headers })).status,
    );
  }
  assert.equal(statuses.at(-1), 422);
  assert.equal(statuses[0], 303);
});

test('a body that is too large is refused', async () => {
  const answer = await server.request(`${await offer()}/fehler`, {
    method: 'POST',
    body: 'x'.repeat(100_000),
    headers: { 'content-length': '100000', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(answer.status, 413);
});

test('a table may be larger at its own address, and there alone', async () => {
  const post = (path: string, bytes: number, method = 'POST') => {
    const body = 'x'.repeat(bytes);
    return server.request(path, {
      method,
      body,
      headers: { 'content-type': 'text/plain', 'content-length': String(bytes) },
    });
  };
  const megabyte = 1024 * 1024;
  for (const path of ['/rathaus/010605053053/tabellen', '/en/rathaus/010605053053/tabellen']) {
    assert.notEqual((await post(path, 4 * megabyte)).status, 413, path);
    assert.equal((await post(path, 11 * megabyte)).status, 413, path);
    assert.equal((await post(path, megabyte, 'PUT')).status, 413, path);
  }
  for (const path of [
    '/rathaus/010605053053/tabellen/x',
    '/rathaus/010605053053/angebote/neu',
    '/x/rathaus/010605053053/tabellen',
    '/rathaus/../tabellen',
    '/api/offers',
  ])
    assert.equal((await post(path, megabyte)).status, 413, path);
});

test('what does not exist is 404: as a page for people, as problem+json for machines', async () => {
  const page = await server.request('/gibt-es-nicht');
  assert.equal(page.status, 404);
  assert.match(await page.text(), /Diese Seite gibt es nicht/);
  for (const path of ['/api/nothing', '/ogc/nothing']) {
    const answer = await server.request(path);
    assert.equal(answer.status, 404, path);
    assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
  }
});

test('positions, places and search words stay out of the log', async () => {
  await server.request('/?lat=49.0123&lon=8.4321&q=Geheimnis');
  await server.request('/?ort=Geheimort');
  assert.doesNotMatch(lines.join(''), /49\.0123|8\.4321|Geheim/);
});

test('no address at all makes the server fail', async () => {
  const word = fc.oneof(
    fc.webPath(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('/ort/', '/angebot/', '/api/offers', '/ogc', '/hier.ics'),
  );
  const query = fc.dictionary(
    fc.constantFrom('ort', 'lat', 'lon', 'q', 'seite', 'kategorie', 'umkreis', 'limit', 'bbox'),
    fc.string({ unit: 'binary' }),
  );
  await fc.assert(
    fc.asyncProperty(word, query, async (path, parameters) => {
      const answer = await server.request(
        `/${encodeURI(path.toWellFormed()).replace(/^\/+/, '')}?${new URLSearchParams(parameters)}`,
      );
      assert.notEqual(answer.status, 500, `${path} ${JSON.stringify(parameters)}`);
    }),
    { numRuns: 150 },
  );
});
