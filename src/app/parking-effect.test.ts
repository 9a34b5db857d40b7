import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from '../foundation/config/config.ts';
import { createLog } from '../foundation/log/log.ts';
import { testDatabase } from '../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../modules/municipalities/index.ts';
import { parkingWork } from '../modules/parking/index.ts';
import { createServer } from './server.tsx';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
const platform = { ...context, server: context.config, close: async () => undefined };
await seedMunicipalities(context);
const asked: Record<string, string>[] = [];
const setting = {
  config: parseConfig({}),
  assets: { app: '/app.css', page: '/page.js', map: '/map.js' },
  version: '0.0.0',
  places: await loadPlaceIndex(context.database),
  jobs: {
    ask: async (_: string, topic: Record<string, string> = {}) => void asked.push(topic),
    listRuns: async () => [],
  },
};
const server = createServer(platform, setting, createLog('error'));
const work = parkingWork(platform).find(({ name }) => name === 'parking-forecast');

const ORIGIN = 'http://a.example';
const get = async (path: string): Promise<{ status: number; text: string }> => {
  const response = await server.fetch(new Request(ORIGIN + path));
  return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' ') };
};
let client = 0;
const post = async (path: string, fields: Record<string, string>, address?: string) => {
  client += address === undefined ? 1 : 0;
  const response = await server.fetch(
    new Request(ORIGIN + path, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    }),
    { incoming: { socket: { remoteAddress: address ?? `192.0.2.${client}` } } },
  );
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() };
};

const LEEZEN = '/parken/wirkung?ort=01060053';
const small = { strasse: '120', privat: '200', spitze: '90', anbieter: '15' };

test('without a place it asks for one', async () => {
  assert.match((await get('/parken/wirkung')).text, /Nennen Sie zuerst/);
});

test('before it is computed the page says so, and where each number comes from', async () => {
  const { text } = await get('/parken/wirkung?ort=08212000');
  assert.match(text, /Mit diesen Zahlen hat noch niemand gerechnet/);
  assert.match(text, /gerechnet, nicht gemessen/);
  assert.match(text, /Annahme: ein Platz je 40 Menschen/);
  assert.match(text, /bekannt: [^<]*Gemeindeverzeichnis/);
  assert.match(text, /1\.903/);
  // Nothing is computed because somebody, or a machine, looks at a page.
  assert.equal(asked.length, 0);
});

test('what is no number, or out of bounds, is refused with what is allowed; an address is forgiven', async () => {
  for (const [field, value] of [
    ['strasse', '99'],
    ['strasse', '5000'],
    ['spitze', 'viel'],
    ['fahrer', '-1'],
    ['seed', ''],
    ['zufall', '0'],
    ['mehr', '1e3'],
  ] as const) {
    const { status, text } = await post(LEEZEN, { [field]: value });
    assert.equal(status, field === 'seed' ? 303 : 422, `${field}=${value}`);
    if (status === 422) assert.match(text, /Schreiben Sie eine ganze Zahl von/);
  }
  assert.equal((await get(`${LEEZEN}&strasse=99999&spitze=%3Cb%3E`)).status, 200);
  asked.length = 0;
  await context.connection.pool.query('delete from parking.forecast');
});

test('asked once it is computed in the background, and the same question is answered from the store', async () => {
  const first = await post(LEEZEN, small);
  assert.equal(first.status, 303);
  assert.match(first.to, /strasse=120/);
  assert.equal(asked.length, 1);
  assert.match((await get(first.to)).text, /wartet/);
  assert.equal((await post(LEEZEN, small)).to, first.to);
  assert.equal(asked.length, 1, 'a second wish is the same wish');

  const output = await work?.run(asked[0] ?? {}, async () => undefined);
  assert.deepEqual(output, { ended: 'done' });
  const { text } = await get(first.to);
  assert.match(text, /Machen 10 % der Autofahrten und 15 % der Stellplätze mit/);
  assert.match(text, /<svg[^>]*role="img"/);
  for (const level of ['5 %', '10 %', '20 %', '40 %']) assert.ok(text.includes(`${level} machen mit`), level);
  assert.match(text, /von Ihnen eingegeben/);
  assert.match(text, /Was den Gewinn aufzehrt/);
  assert.doesNotMatch(text, /style=/);
  assert.match((await get(`/en${first.to}`)).text, /This is computed, not measured/);
  await post(LEEZEN, small);
  assert.equal(asked.length, 1);
  assert.deepEqual(await work?.run(asked[0] ?? {}, async () => undefined), { ended: 'not-asked' });
  // Another town asks for itself, though the question is the same.
  assert.match(
    (await get('/parken/wirkung?ort=09472119&strasse=120&privat=200&anbieter=15')).text,
    /noch niemand/,
  );
});

test('stopped on the way, the thread ends and the question can be asked anew', async () => {
  const { to } = await post(LEEZEN, { ...small, strasse: '700' });
  const topic = asked.at(-1) ?? {};
  const running = work?.run(topic, async () => undefined);
  const until = Date.now() + 20_000;
  while (!/Schritten/.test((await get(to)).text) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.match((await get(to)).text, /\d+ von \d+ Schritten/);
  const [path = '', query] = to.split('?');
  assert.equal((await post(`${path}/abbrechen?${query}`, {})).status, 303);
  assert.deepEqual(await running, { ended: 'stopped' });
  assert.match((await get(to)).text, /abgebrochen/);
  await post(LEEZEN, { ...small, strasse: '700' });
  assert.match((await get(to)).text, /wartet/);
  await post(`${path}/abbrechen?${query}`, {});
});

test('nobody fills the queue: few wait for one town, and one connection asks seldom', async () => {
  const answers: string[] = [];
  for (let at = 0; at < 5; at += 1)
    answers.push((await post(LEEZEN, { ...small, zufall: String(100 + at) })).text);
  assert.equal(answers.filter((text) => text.includes('Gerade rechnen viele')).length, 2);
  await context.connection.pool.query("update parking.forecast set state = 'stopped' where state <> 'done'");
});
