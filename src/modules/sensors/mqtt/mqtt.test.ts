import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Message } from '../../../foundation/i18n/message.ts';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { ingest } from '../observations/ingest.ts';
import { KARLSRUHE, LEEZEN, plantStream } from '../sensors.builder.ts';
import { plantKey } from '../sta/sta.builder.ts';
import { startBroker } from './broker.ts';
import { joinBroker } from './outside-broker.ts';

const context = await testDatabase();
const refused: Message[] = [];
const faults: Error[] = [];
const setting = {
  ...context,
  base: 'http://localhost/sta/v1.1',
  onFault: (error: Error) => faults.push(error),
  onRefusal: (reason: Message) => refused.push(reason),
};
const broker = await startBroker(setting, { port: 0, host: '127.0.0.1' });
const url = `mqtt://127.0.0.1:${broker.port}`;
const clients: MqttClient[] = [];
after(async () => {
  for (const client of clients) await client.endAsync(true);
  await broker.close();
});

const login = (key: string) => {
  const [username = '', password = ''] = key.split('.');
  return { username, password, reconnectPeriod: 0 };
};
const connect = async (options = {}): Promise<MqttClient> => {
  const client = await connectAsync(url, { reconnectPeriod: 0, ...options });
  clients.push(client);
  return client;
};
const leezen = await connect(login(await plantKey(context, LEEZEN)));
const { datastream } = await plantStream(context);
const topic = `v1.1/Datastreams(${datastream})/Observations`;

const heardBy = async (listener: MqttClient, what: string) => {
  const heard: { topic: string; result: number; id: number }[] = [];
  listener.on('message', (from, payload) => {
    const { result, '@iot.id': id } = JSON.parse(payload.toString());
    heard.push({ topic: from, result, id });
  });
  await listener.subscribeAsync(what);
  return heard;
};

/** Waits for what a broker hands on; the tests' clock stands still, the network's does not. */
const until = async (isTrue: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
};
const count = async (): Promise<number> =>
  Number(
    (
      await context.connection.pool.query(
        'select count(*) as n from sensors.observation where datastream_id = $1',
        [datastream],
      )
    ).rows[0].n,
  );

test('what is published is stored before it is acknowledged, and told to those who listen, over HTTP too', async () => {
  const [one, all] = [
    await heardBy(await connect(), topic),
    await heardBy(await connect(), 'v1.1/Observations'),
  ];
  const other = await heardBy(await connect(), `v1.1/Datastreams(${datastream + 1})/Observations`);
  await leezen.publishAsync(topic, JSON.stringify({ phenomenonTime: '2026-11-20T10:00:00Z', result: 4 }), {
    qos: 1,
  });
  assert.equal(await count(), 1);
  await leezen.publishAsync(
    'v1.1/Observations',
    JSON.stringify({
      phenomenonTime: '2026-11-20T11:00:00Z',
      result: 5,
      Datastream: { '@iot.id': datastream },
    }),
    { qos: 1 },
  );
  await ingest(context, {
    ars: LEEZEN,
    datastream,
    readings: [{ at: new Date('2026-11-20T12:00Z'), value: 6 }],
  });
  await until(() => one.length >= 3 && all.length >= 3);
  assert.deepEqual(
    [one, all].map((heard) => heard.map(({ result }) => result)),
    [
      [4, 5, 6],
      [4, 5, 6],
    ],
  );
  assert.ok(one.every((message) => message.topic === topic && message.id > 0));
  assert.equal(other.length, 0);
});

test('a thousand messages at once are stored together, each once', async () => {
  const before = await count();
  const messages = Array.from({ length: 1000 }, (_, at) =>
    JSON.stringify({
      phenomenonTime: new Date(Date.UTC(2026, 9, 1) + Math.floor(at / 2) * 1000).toISOString(),
      result: 1,
    }),
  );
  await Promise.all(messages.map((message) => leezen.publishAsync(topic, message, { qos: 1 })));
  assert.equal((await count()) - before, 500);
});

test('what is no observation is not stored, and others go on', async () => {
  const before = await count();
  for (const message of ['', '[]', '{"result":"viel"}', '{"result":1,"phenomenonTime":"gestern"}'])
    await leezen.publishAsync(topic, message, { qos: 1 });
  await leezen.publishAsync('v1.1/Datastreams(1)/Observations', '{"result":1}', { qos: 1 });
  assert.equal(await count(), before);
  assert.equal(refused.length, 5);
  assert.equal(faults.length, 0);
});

test('without a key nobody writes, with a wrong one nobody comes in, and a key writes for its own town alone', async () => {
  const before = await count();
  const nobody = await connect();
  const isGone = new Promise<void>((resolve) => nobody.once('close', () => resolve()));
  nobody.on('error', () => undefined);
  nobody.publish(topic, '{"result":1}', { qos: 1 }, () => undefined);
  await isGone;
  await assert.rejects(connectAsync(url, { ...login('0193b7a0-0000-7000-8000-00000000000d.wrong') }, false));
  const karlsruhe = await connect(login(await plantKey(context, KARLSRUHE)));
  await karlsruhe.publishAsync(topic, '{"result":1}', { qos: 1 });
  const spy = await connect();
  const grants = await spy.subscribeAsync(['$SYS/#', 'taken']).catch(() => []);
  assert.ok(grants.every(({ qos }) => qos === 128));
  assert.equal(await count(), before);
});

test('through a broker of the town: its messages are taken, new observations go there, and nothing runs in a circle', async () => {
  const { Aedes } = await import('aedes');
  const { createServer } = await import('node:net');
  const town = await Aedes.createBroker();
  const server = createServer(town.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const joined = await joinBroker(setting, { url: `mqtt://127.0.0.1:${port}`, ars: LEEZEN });
  const sensor = await connectAsync(`mqtt://127.0.0.1:${port}`);
  const heard = await heardBy(sensor, 'v1.1/Observations');
  const before = await count();
  await sensor.publishAsync(topic, JSON.stringify({ phenomenonTime: '2026-11-21T10:00:00Z', result: 9 }), {
    qos: 1,
  });
  await until(() => heard.length > 0);
  assert.deepEqual([heard.length, heard[0]?.result, (await count()) - before], [1, 9, 1]);
  await sensor.endAsync(true);
  await joined.close();
  await new Promise<void>((resolve) => town.close(() => resolve()));
  server.close();
});
