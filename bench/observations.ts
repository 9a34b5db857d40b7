import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Aedes } from 'aedes';
import { connectAsync, type MqttClient } from 'mqtt';
import { from as copyFrom } from 'pg-copy-streams';
import type { Platform } from '../src/app/platform.ts';
import { hashOf } from '../src/modules/accounts/index.ts';
import { readSeries, startBroker } from '../src/modules/sensors/index.ts';
import { insertKey } from '../src/modules/sensors/keys/key-store.ts';
import { ingestReadings } from '../src/modules/sensors/observations/ingest.ts';
import { repairRollups } from '../src/modules/sensors/observations/keep-rollups.ts';
import { LEEZEN, plantStream } from '../src/modules/sensors/sensors.builder.ts';
import { clientOf } from '../src/modules/sensors/sta/sta.builder.ts';
import { type Engine, freshDatabase } from './database.ts';
import { against, median, type Section, short } from './figures.ts';

const BATCH = 10_000;
const BATCHES = 10;
const MESSAGES = 10_000;
const QUARTER = 900_000;
const BEGIN = Date.UTC(2024, 0, 1);
const QUESTIONS = 20;

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const momentOf = (number: number): string => new Date(BEGIN + number * QUARTER).toISOString();

/** Rows of one stream, batch after batch, as every way of writing gets them. */
const batchesOf = (): { at: string; value: number }[][] =>
  Array.from({ length: BATCHES }, (_, batch) =>
    Array.from({ length: BATCH }, (__, row) => ({ at: momentOf(batch * BATCH + row), value: row % 100 })),
  );

/** Bare COPY into the same table with the same indexes, nothing asked, nothing corrected. */
const byCopy = async ({ connection }: Platform, datastream: number): Promise<number> => {
  const client = await connection.pool.connect();
  const seconds = await secondsOf(async () => {
    for (const batch of batchesOf()) {
      const lines = batch.map(({ at, value }) => `${LEEZEN},${datastream},${at},${value}\n`).join('');
      const into = client.query(
        copyFrom('copy sensors.observation (ars, datastream_id, at, value) from stdin (format csv)'),
      );
      await pipeline(Readable.from([lines]), into);
    }
  });
  client.release();
  return (BATCH * BATCHES) / seconds;
};

const byDoor = async (platform: Platform, datastream: number): Promise<number> => {
  const seconds = await secondsOf(async () => {
    for (const batch of batchesOf())
      await ingestReadings(
        platform,
        LEEZEN,
        batch.map(({ at, value }) => ({ datastream, at: new Date(at), value })),
      );
  });
  return (BATCH * BATCHES) / seconds;
};

const byHttp = async (platform: Platform, datastream: number, key: string): Promise<number> => {
  const client = clientOf(platform, key);
  const seconds = await secondsOf(async () => {
    for (const batch of batchesOf()) {
      const answer = await client.post('/CreateObservations', [
        {
          Datastream: { '@iot.id': datastream },
          components: ['phenomenonTime', 'result'],
          dataArray: batch.map(({ at, value }) => [at, value]),
        },
      ]);
      if (answer.status !== 201) throw new Error(`CreateObservations: ${answer.status}`);
    }
  });
  return (BATCH * BATCHES) / seconds;
};

const messageOf = (number: number): string =>
  JSON.stringify({ phenomenonTime: momentOf(number), result: number % 100 });

/** Every message acknowledged (QoS 1); ours only once it is stored. */
const published = async (client: MqttClient, topic: string): Promise<number> => {
  const seconds = await secondsOf(() =>
    Promise.all(
      Array.from({ length: MESSAGES }, (_, number) =>
        client.publishAsync(topic, messageOf(number), { qos: 1 }),
      ),
    ),
  );
  await client.endAsync(true);
  return MESSAGES / seconds;
};

const byBareBroker = async (topic: string): Promise<number> => {
  const broker = await Aedes.createBroker({ concurrency: 1000 });
  const server = createServer(broker.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const rate = await published(await connectAsync(`mqtt://127.0.0.1:${port}`), topic);
  await new Promise<void>((resolve) => broker.close(() => resolve()));
  server.close();
  return rate;
};

const byMqtt = async (
  platform: Platform,
  topic: string,
  [username = '', password = '']: string[],
): Promise<number> => {
  const onFault = (error: Error): void => {
    throw error;
  };
  const broker = await startBroker(
    {
      ...platform,
      base: 'http://bench.example/sta/v1.1',
      onFault,
      onRefusal: ({ en }) => onFault(new Error(en)),
    },
    { port: 0, host: '127.0.0.1' },
  );
  const rate = await published(
    await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username, password }),
    topic,
  );
  await broker.close();
  return rate;
};

const measureWriting = async (platform: Platform): Promise<Section> => {
  const id = platform.newId();
  await insertKey(platform.database, LEEZEN, { id, name: 'bench', hash: hashOf('secret'), now: new Date() });
  const stream = async () => (await plantStream(platform)).datastream;
  // The months are there for all of them.
  await byDoor(platform, await stream());
  const copied = await byCopy(platform, await stream());
  const door = await byDoor(platform, await stream());
  const http = await byHttp(platform, await stream(), `${id}.secret`);
  const topic = `v1.1/Datastreams(${await stream()})/Observations`;
  const bare = await byBareBroker(topic);
  const mqtt = await byMqtt(platform, topic, [id, 'secret']);
  const row = (name: string, rate: number, base: number, aim?: number) => [
    name,
    short(rate),
    (rate / base).toFixed(2),
    aim === undefined ? '' : against(rate / base, aim, 'least'),
  ];
  return {
    title: 'Observations in, per second',
    head: ['way', 'per second', 'of the bare way', 'aim'],
    rows: [
      row('bare COPY into the same table', copied, copied),
      row('`ingest`, batches of 10,000', door, copied, 0.5),
      row('HTTP CreateObservations, batches of 10,000, an address for each', http, copied),
      row('bare MQTT, acknowledged, stored nowhere', bare, bare),
      row('MQTT, acknowledged once stored', mqtt, bare),
    ],
    notes: [
      `${(BATCH * BATCHES).toLocaleString('en-GB')} rows of one stream by batch, ${MESSAGES.toLocaleString('en-GB')} messages of one client. Ours finds repeated readings, keeps corrections, notes hours for rollups and knows the feature of interest.`,
    ],
  };
};

const ROWS_OF_A_STREAM = 35_040 * 2;

/** Streams of two years of quarter hours, written past the product: it is reading that is measured. */
const fill = async (platform: Platform, rows: number): Promise<number[]> => {
  const { pool } = platform.connection;
  const client = await pool.connect();
  await client.query('set statement_timeout = 0');
  await client.query(`select sensors.make_partitions(array(
    select generate_series('2024-01-01'::date, '2026-01-01'::date, '1 month')::date))`);
  const streams: number[] = [];
  for (let at = 0; at < Math.max(1, Math.round(rows / ROWS_OF_A_STREAM)); at += 1) {
    const { datastream } = await plantStream(platform);
    streams.push(datastream);
    await client.query(
      `insert into sensors.observation (ars, datastream_id, at, value)
       select $1, $2, '2024-01-01Z'::timestamptz + n * interval '15 minutes', n % 100 from generate_series(0, $3::integer) n`,
      [LEEZEN, datastream, ROWS_OF_A_STREAM - 1],
    );
    await client.query(
      `insert into sensors.dirty_hour (ars, datastream_id, at)
       select $1, $2, '2024-01-01Z'::timestamptz + n * interval '1 hour' from generate_series(0, $3::integer / 4) n`,
      [LEEZEN, datastream, ROWS_OF_A_STREAM - 1],
    );
  }
  await client.query('vacuum analyze sensors.observation');
  client.release();
  return streams;
};

const middleOf = async (
  streams: readonly number[],
  work: (stream: number) => Promise<unknown>,
): Promise<number> => {
  const times: number[] = [];
  for (let at = 0; at < QUESTIONS + 3; at += 1) {
    const stream = streams[(at * 7) % streams.length] ?? 0;
    const seconds = await secondsOf(() => work(stream));
    // The first ones warm the caches.
    if (at >= 3) times.push(seconds * 1000);
  }
  return median(times);
};

const measureReading = async (platform: Platform, rows: number): Promise<Section> => {
  const filling = await secondsOf(async () => {
    streams = await fill(platform, rows);
  });
  const repaired = await secondsOf(() => repairRollups(platform));
  const { pool } = platform.connection;
  const client = clientOf(platform);
  const day = { from: '2025-06-14T00:00:00Z', to: '2025-06-15T00:00:00Z' };
  const year = { from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
  const bareDay = await middleOf(streams, (stream) =>
    pool.query(
      'select id, at, value from sensors.observation where ars = $1 and datastream_id = $2 and at >= $3 and at < $4 order by at',
      [LEEZEN, stream, day.from, day.to],
    ),
  );
  const ourDay = await middleOf(streams, async (stream) => {
    const filter = `$filter=phenomenonTime ge ${day.from} and phenomenonTime lt ${day.to}&$top=200`;
    const { body } = await client.get(`/Datastreams(${stream})/Observations?${filter}`);
    if (body.value?.length !== 96) throw new Error('A day has 96 quarter hours.');
  });
  const bareYear = await middleOf(streams, (stream) =>
    pool.query(
      `select date_trunc('day', at, 'Europe/Berlin') as day, avg(value) from sensors.observation
       where ars = $1 and datastream_id = $2 and at >= $3 and at < $4 group by 1 order by 1`,
      [LEEZEN, stream, year.from, year.to],
    ),
  );
  const ourYear = await middleOf(streams, (datastream) =>
    readSeries(platform, {
      ars: LEEZEN,
      datastream,
      from: new Date(year.from),
      to: new Date(year.to),
      step: 'day',
    }),
  );
  return {
    title: `Observations out, of ${(streams.length * ROWS_OF_A_STREAM).toLocaleString('en-GB')} rows`,
    head: ['question', 'bare SQL, ms', 'ours, ms', 'ratio'],
    rows: [
      [
        'a day of one stream (SensorThings, 96 values)',
        short(bareDay),
        short(ourDay),
        (ourDay / bareDay).toFixed(2),
      ],
      [
        'daily means of a year (`readSeries`)',
        short(bareYear),
        short(ourYear),
        (ourYear / bareYear).toFixed(2),
      ],
    ],
    notes: [
      `${streams.length} streams of two years of quarter hours in 25 partitions, filled in ${short(filling)} s; rollups of all hours and days computed in ${short(repaired)} s. \`--observations 20000000\` measures at 20 million.`,
    ],
  };
};

let streams: number[] = [];

/** How fast observations come in and go out, against the bare ways. */
export const measureObservations = async (engine: Engine, rows: number): Promise<Section[]> => {
  const platform = await freshDatabase(engine, 'bench_observations');
  const writing = await measureWriting(platform);
  const reading = await measureReading(platform, rows);
  await platform.close();
  return [writing, reading];
};
