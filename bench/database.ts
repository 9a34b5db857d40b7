import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrations } from '../migrations/index.ts';
import type { Platform } from '../src/app/platform.ts';
import { openDatabase } from '../src/foundation/database/database.ts';
import { uuidV7 } from '../src/foundation/database/id.ts';
import { migrate } from '../src/foundation/database/migrate.ts';
import { findEmbeddedBinaries } from '../src/foundation/database/postgres-binaries.ts';
import { startPostgres } from '../src/foundation/database/postgres-server.ts';
import '../src/foundation/time/zone.ts';
import { loadPlaceIndex, type PlaceIndex, seedMunicipalities } from '../src/modules/municipalities/index.ts';
import { addWordCounts, lexiconOf } from '../src/modules/offers/import/run/lexicon.ts';
import { searchTextOf } from '../src/modules/offers/import/run/offer-text.ts';
import { countWords } from '../src/modules/offers/import/run/word-store.ts';
import { categories } from '../src/modules/offers/index.ts';
import { prepareSecondEngine } from '../tools/second-engine.ts';
import { offersOf, type WorldOffer } from './world.ts';

export type Engine = { server: pg.ClientConfig; name: string; stop: () => void };

export const startEngine = async (isServer: boolean): Promise<Engine> => {
  if (isServer) {
    const second = await prepareSecondEngine();
    if ('skipped' in second) throw new Error(second.skipped);
    return { server: { connectionString: second.url }, name: 'PostgreSQL 15', stop: second.stop };
  }
  const binaries = findEmbeddedBinaries();
  if (!binaries) throw new Error('npm brings no PostgreSQL for this platform');
  const { connection, stop } = startPostgres(binaries, join('var', 'bench', 'db'));
  return { server: connection as pg.ClientConfig, name: 'PostgreSQL 18, embedded', stop };
};

const inDatabase = (server: pg.ClientConfig, database: string): pg.ClientConfig => {
  if (!server.connectionString) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.toString() };
};

const open = (server: pg.ClientConfig): Platform => {
  const connection = openDatabase(server as pg.PoolConfig, (error) => console.error(error.message), 16);
  return {
    database: connection.database,
    connection,
    server,
    clock: () => new Date(),
    newId: uuidV7,
    close: connection.close,
  };
};

/** A database with schema and register, made anew. */
export const freshDatabase = async ({ server }: Engine, name: string): Promise<Platform> => {
  const client = new pg.Client(inDatabase(server, 'postgres'));
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  await client.end();
  await migrate(inDatabase(server, name), migrations);
  const platform = open(inDatabase(server, name));
  await seedMunicipalities(platform);
  return platform;
};

/** The big database: loaded once for each number of rows, kept in `var/bench`; later migrations are applied to it. */
export const loadedDatabase = async (
  engine: Engine,
  rows: number,
): Promise<{ platform: Platform; index: PlaceIndex; seconds?: number }> => {
  const mark = join('var', 'bench', `${engine.name.replaceAll(/\W+/g, '-')}.json`);
  const made = JSON.stringify({ rows });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === made) {
    await migrate(inDatabase(engine.server, 'bench'), migrations);
    const platform = open(inDatabase(engine.server, 'bench'));
    return { platform, index: await loadPlaceIndex(platform.database) };
  }
  rmSync(mark, { force: true });
  const platform = await freshDatabase(engine, 'bench');
  const index = await loadPlaceIndex(platform.database);
  const started = performance.now();
  await load(platform, index, rows);
  mkdirSync(join('var', 'bench'), { recursive: true });
  writeFileSync(mark, made);
  return { platform, index, seconds: (performance.now() - started) / 1000 };
};

const field = (value: string | number | boolean | null): string =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, ' ');

const OFFER_COLUMNS =
  'ars, id, kind, category, name, description, address, lon, lat, pt, opening_hours, price, access, schedule, attribution, read_at, created_at, changed_at, search_text';

const offerLine = (offer: WorldOffer, id: string, searchText: string, now: string): string => {
  const { ars, kind, category, name, description, street, houseNumber, town, lon, lat, metres } = offer;
  const address = JSON.stringify({ street, houseNumber, town });
  const price = JSON.stringify({ kind: offer.isFree ? 'free' : 'unknown' });
  const access = JSON.stringify(offer.isStepFree ? { stepFree: 'yes' } : {});
  const schedule = offer.starts
    ? JSON.stringify({ start: startOf(offer).slice(0, 16), allDay: false })
    : null;
  return `${[ars, id, kind, category, name, description, address, lon, lat, `(${metres.x},${metres.y})`]
    .concat([
      offer.openingHours ?? null,
      price,
      access,
      schedule,
      'Test',
      now,
      now,
      now,
      searchText,
    ] as string[])
    .map(field)
    .join('\t')}\n`;
};

const HOUR_MILLISECONDS = 3_600_000;
const today = new Date().setUTCHours(0, 0, 0, 0);

const startOf = ({ starts = { inDays: 0, hour: 0 } }: WorldOffer): string =>
  new Date(today + (starts.inDays * 24 + starts.hour) * HOUR_MILLISECONDS).toISOString();

/** By COPY without indexes, which are made afterwards from their own definitions. */
const load = async ({ connection, database }: Platform, index: PlaceIndex, rows: number): Promise<void> => {
  const { pool } = connection;
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'offers' and tablename in ('offer', 'occurrence') and indexname not like '%pkey'`);
  for (const { name } of indexes) await pool.query(`drop index offers.${name}`);
  const words = new Map<string, number>();
  const occurrences: string[] = [];
  await copy(pool, `offers.offer (${OFFER_COLUMNS})`, offerLines(index, rows, words, occurrences));
  await copy(pool, 'offers.occurrence (ars, offer_id, during, all_day, status, category, pt)', occurrences);
  await countWords(database, words);
  const client = await pool.connect();
  await client.query(`set statement_timeout = 0; set maintenance_work_mem = '512MB'`);
  for (const { definition } of indexes) await client.query(definition);
  await client.query('analyze');
  await client.query('vacuum');
  client.release(true);
};

function* offerLines(
  index: PlaceIndex,
  rows: number,
  words: Map<string, number>,
  occurrences: string[],
): Generator<string> {
  const lexicon = lexiconOf([]);
  const now = new Date().toISOString();
  for (const offer of offersOf(index, rows)) {
    const id = uuidV7();
    const searchText = searchTextOf(factsOf(offer), lexicon, categories[offer.category].de);
    addWordCounts(words, [searchText]);
    if (offer.starts) occurrences.push(occurrenceLine(offer, id));
    yield offerLine(offer, id, searchText, now);
  }
}

const occurrenceLine = (offer: WorldOffer, id: string): string => {
  const start = startOf(offer);
  const end = new Date(Date.parse(start) + 3 * HOUR_MILLISECONDS).toISOString();
  const point = `(${offer.metres.x},${offer.metres.y})`;
  return `${[offer.ars, id, `["${start}","${end}")`, 'f', 'scheduled', offer.category, point].join('\t')}\n`;
};

const factsOf = ({ name, description, street, houseNumber, town, category, lon, lat }: WorldOffer) => ({
  kind: 'place' as const,
  category,
  name,
  description,
  address: { street, houseNumber, town },
  point: { lon, lat },
  price: { kind: 'unknown' as const },
  access: {},
  links: [],
  languages: [],
});

const CHUNK = 2_000;

function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < CHUNK) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
}

/** @returns seconds. */
export const copy = async (pool: pg.Pool, target: string, lines: Iterable<string>): Promise<number> => {
  const client = await pool.connect();
  const started = performance.now();
  await client.query('set statement_timeout = 0');
  await pipeline(Readable.from(inChunks(lines)), client.query(copyFrom(`copy ${target} from stdin`)));
  client.release(true);
  return (performance.now() - started) / 1000;
};

/** The lines that a bare COPY of the same offers takes. */
export const copyOf = (offers: WorldOffer[]): { target: string; lines: string[] } => {
  const lexicon = lexiconOf([]);
  const now = new Date().toISOString();
  const lines = offers.map((offer) =>
    offerLine(offer, uuidV7(), searchTextOf(factsOf(offer), lexicon, categories[offer.category].de), now),
  );
  return { target: `offers.offer (${OFFER_COLUMNS})`, lines };
};
