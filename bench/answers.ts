import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { CompiledQuery, RawBuilder } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Platform } from '../src/app/platform.ts';
import { createServer } from '../src/app/server.tsx';
import { parseConfig } from '../src/foundation/config/config.ts';
import { createLog } from '../src/foundation/log/log.ts';
import type { PlaceIndex } from '../src/modules/municipalities/index.ts';
import type { OfferQuery } from '../src/modules/offers/search/offer-query.ts';
import { searchStatement, similarStatement } from '../src/modules/offers/search/search-store.ts';
import { searchWords, textSearchOf } from '../src/modules/offers/search/search-words.ts';
import { against, median, type Section, short } from './figures.ts';
import { manyAtOnce, middle, oneByOne, spread, type Throughput } from './load.ts';
import { pointsOf } from './world.ts';

const ROUNDS = 3;
const SEQUENTIAL = 300;
const RADIUS = 10_000;
const TYPED = [
  'Spielplaz',
  'Bibliotek',
  'Wochenmark',
  'Abenteurspielplatz',
  'Schwimbad',
  'Museeum',
  'Dorfsporthale',
];

/** The whole server of the product, on a port of its own. */
export const createApp = (platform: Platform, places: PlaceIndex, settings: Record<string, string> = {}) =>
  createServer(
    platform,
    {
      config: parseConfig({ LOG_LEVEL: 'error', ...settings }),
      assets: { app: '/app.css', page: '/page.js', map: '/map.js', mapStyle: undefined },
      version: 'bench',
      places,
    },
    createLog('error'),
  );

type Ask = { path: string; answer: (client: Pool | PoolClient) => Promise<unknown[]> };

const queryNear = (lon: number, lat: number): OfferQuery => ({
  around: { lon, lat },
  radiusMetres: RADIUS,
  categories: [],
  kinds: ['place', 'event'],
  window: { start: new Date(), end: new Date(Date.now() + 7 * 86_400_000) },
  openNow: false,
  free: false,
  stepFree: false,
  offset: 0,
  limit: 50,
});

/** Both address the same rows: what the API is asked for, and the statements behind it. */
const asksOf = (platform: Platform, index: PlaceIndex, kind: 'near' | 'text'): Ask[] => {
  const run = async <Row>(client: Pool | PoolClient, statement: RawBuilder<Row> | undefined) => {
    const { sql, parameters } = (statement as RawBuilder<Row>).compile(
      platform.database,
    ) as CompiledQuery<Row>;
    return (await client.query(sql, parameters as unknown[])).rows as Row[];
  };
  return pointsOf(index, SEQUENTIAL).map(({ lon, lat }, at) => {
    const around = `lon=${lon.toFixed(5)}&lat=${lat.toFixed(5)}&radius=${RADIUS}&limit=50`;
    const near = queryNear(Number(lon.toFixed(5)), Number(lat.toFixed(5)));
    if (kind === 'near') {
      const query: OfferQuery = { ...near, kinds: ['place'], categories: ['playground'], free: true };
      return {
        path: `/api/offers?${around}&kind=place&category=playground&free=true`,
        answer: (client) => run(client, searchStatement(query, undefined, 50)),
      };
    }
    const typed = TYPED[at % TYPED.length] ?? '';
    const words = searchWords(typed);
    return {
      path: `/api/offers?${around}&q=${encodeURIComponent(typed)}`,
      answer: async (client) =>
        run(
          client,
          searchStatement(near, textSearchOf(words, await run(client, similarStatement(words))), 50),
        ),
    };
  });
};

type Listening = { port: number; close: () => void };

/** The least that a program of its own would do: the same statement, the rows as JSON. */
const serveMinimal = (pool: Pool, asks: Ask[]): Promise<Listening> => {
  const byPath = new Map(asks.map((ask) => [ask.path, ask]));
  const server = http.createServer((request, response) => {
    const ask = byPath.get(request.url ?? '');
    void ask?.answer(pool).then((rows) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ offers: rows }));
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() }),
    ),
  );
};

export const serveApp = (
  platform: Platform,
  index: PlaceIndex,
  settings: Record<string, string> = {},
): Promise<Listening> =>
  new Promise((resolve) => {
    const app = createApp(platform, index, settings);
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => server.close() }),
    );
  });

const bare = async (pool: Pool, asks: Ask[]): Promise<number[]> => {
  const client = await pool.connect();
  const times: number[] = [];
  for (const ask of asks) {
    const started = performance.now();
    await ask.answer(client);
    times.push(performance.now() - started);
  }
  client.release();
  return times;
};

const TITLES = {
  near: 'Near me with filter, 50 rows (category and free, within 10 km)',
  text: 'Full text with typing errors, places and events, 50 rows',
};

export const measureAnswers = async (
  platform: Platform,
  index: PlaceIndex,
  kind: 'near' | 'text',
  seconds: number,
): Promise<Section> => {
  const asks = asksOf(platform, index, kind);
  const paths = asks.map(({ path }) => path);
  const { pool } = platform.connection;
  const minimal = await serveMinimal(pool, asks);
  const app = await serveApp(platform, index);
  await bare(pool, asks);
  await Promise.all([oneByOne(minimal.port, paths), oneByOne(app.port, paths)]);
  const alone = { sql: [] as number[], minimal: [] as number[], app: [] as number[] };
  const loaded = { minimal: [] as Throughput[], app: [] as Throughput[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.sql.push(...(await bare(pool, asks)));
    alone.minimal.push(...(await oneByOne(minimal.port, paths)));
    alone.app.push(...(await oneByOne(app.port, paths)));
    loaded.minimal.push(await manyAtOnce(minimal.port, paths, seconds));
    loaded.app.push(await manyAtOnce(app.port, paths, seconds));
  }
  minimal.close();
  app.close();
  const rows = await Promise.all(asks.slice(0, 50).map(async ({ answer }) => (await answer(pool)).length));
  const [few, many] = [middle(loaded.minimal), middle(loaded.app)];
  const slower = sumOf(alone.app) / sumOf(alone.sql);
  const share = many.perSecond / few.perSecond;
  const tail = many.p99 / many.p50;
  return {
    title: TITLES[kind],
    head: [
      '',
      'time of SQL, 1 connection',
      'p50 / p99 ms',
      'requests/s of minimal, 16',
      'req/s',
      'p50 / p99 ms',
      'aim',
    ],
    rows: [
      ['bare SQL', '1', spread(alone.sql), '', '', '', ''],
      [
        'minimal handler',
        short(sumOf(alone.minimal) / sumOf(alone.sql)),
        spread(alone.minimal),
        '1',
        short(few.perSecond),
        `${few.p50} / ${few.p99}`,
        '',
      ],
      [
        'API',
        short(slower),
        spread(alone.app),
        short(share),
        short(many.perSecond),
        `${many.p50} / ${many.p99}`,
        `${against(slower, 1.5, 'most')}; ${against(share, 0.8, 'least')}; p99/p50 ${short(tail)} ${against(tail, 5, 'most')}`,
      ],
    ],
    notes: [
      `${SEQUENTIAL} points where people live, ${median(rows)} rows in the middle; ${ROUNDS} interleaved rounds, ${seconds} s each at 16 connections; load generator, server and PostgreSQL share the machine.`,
      'The loaded offers have no sightings: looking up when their sources were last read finds nothing here and costs less than in use.',
    ],
  };
};

const sumOf = (times: number[]): number => times.reduce((sum, time) => sum + time, 0);
