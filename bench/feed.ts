import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connectAsync } from 'mqtt';
import type { Platform } from '../src/app/platform.ts';
import { hashOf } from '../src/modules/accounts/index.ts';
import { watchStreams } from '../src/modules/sensors/guard/watch-streams.ts';
import { startBroker } from '../src/modules/sensors/index.ts';
import { insertKey } from '../src/modules/sensors/keys/key-store.ts';
import { repairRollups } from '../src/modules/sensors/observations/keep-rollups.ts';
import { LEEZEN, plantStream } from '../src/modules/sensors/sensors.builder.ts';
import { type Engine, freshDatabase } from './database.ts';
import { against, type Section, short } from './figures.ts';

const STREAMS = 100;
const SECONDS = 5;
const MINUTES = 60;
const BEGIN = Date.UTC(2024, 0, 1);
const MOST_GROWTH = 1.1;
/** Of the hour: before, code is still being compiled and pools are filled. */
const WARM = 10;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is left after everything that nobody needs is gone. */
const heapNow = (): number => {
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE;
};

/** An hour of many sensors by MQTT, as fast as it goes; each of its minutes rollups and watch run as they do in the house. */
const replay = async (platform: Platform) => {
  let now = new Date(BEGIN);
  const context = { ...platform, clock: () => now };
  const streams: number[] = [];
  for (let at = 0; at < STREAMS; at += 1)
    streams.push((await plantStream(context, LEEZEN, { expectedSeconds: SECONDS })).datastream);
  const id = platform.newId();
  await insertKey(platform.database, LEEZEN, { id, name: 'bench', hash: hashOf('secret'), now });
  const onFault = (error: Error): void => {
    throw error;
  };
  const broker = await startBroker(
    {
      ...context,
      base: 'http://bench.example/sta/v1.1',
      onFault,
      onRefusal: ({ en }) => onFault(new Error(en)),
    },
    { port: 0, host: '127.0.0.1' },
  );
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, { username: id, password: 'secret' });
  const heaps: number[] = [];
  let [sending, working, sent] = [0, 0, 0];
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const began = performance.now();
    for (let second = 0; second < 60; second += SECONDS) {
      now = new Date(BEGIN + (minute * 60 + second) * 1000);
      const phenomenonTime = now.toISOString();
      await Promise.all(
        streams.map((stream, at) =>
          client.publishAsync(
            `v1.1/Datastreams(${stream})/Observations`,
            JSON.stringify({ phenomenonTime, result: (sent + at * 7) % 100 }),
            { qos: 1 },
          ),
        ),
      );
      sent += streams.length;
    }
    const middle = performance.now();
    await repairRollups(context);
    await watchStreams(context);
    sending += middle - began;
    working += performance.now() - middle;
    heaps.push(heapNow());
  }
  await client.endAsync(true);
  await broker.close();
  return { heaps, sending: sending / 1000, working: working / 1000, sent };
};

/** Whether memory stays as it is while readings pour in. */
export const measureFeed = async (engine: Engine): Promise<Section> => {
  const platform = await freshDatabase(engine, 'bench_feed');
  const { heaps, sending, working, sent } = await replay(platform);
  const [warm = 0, half = 0, end = 0] = [heaps[WARM - 1], heaps[MINUTES / 2 - 1], heaps.at(-1)];
  await platform.close();
  return {
    title: 'An hour of readings, replayed fast',
    head: ['', 'measured', 'aim'],
    rows: [
      ['readings by MQTT, acknowledged once stored, per second', short(sent / sending), ''],
      [`an hour of ${STREAMS} sensors takes, s`, short(sending), ''],
      ['rollups and watch of its 60 minutes, s', short(working), ''],
      ['memory in use after 10, 30, 60 minutes, MB', [warm, half, end].map(short).join(' / '), ''],
      [
        'memory at the end of that after 10 minutes',
        (end / warm).toFixed(2),
        against(end / warm, MOST_GROWTH, 'most'),
      ],
    ],
    notes: [
      `${sent.toLocaleString('en-GB')} readings, one of each sensor every ${SECONDS} seconds. Broker, sender and jobs run in one process; memory is what is left after collecting.`,
    ],
  };
};
