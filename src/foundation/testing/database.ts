import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { migrations } from '../../../migrations/index.ts';
import type { Context } from '../database/context.ts';
import { type Connection, openDatabase } from '../database/database.ts';
import { uuidV7 } from '../database/id.ts';
import { migrate } from '../database/migrate.ts';
import { findEmbeddedBinaries } from '../database/postgres-binaries.ts';
import { startPostgres } from '../database/postgres-server.ts';
import '../time/zone.ts';

/** 22 November 2026, a Sunday, noon in Berlin: the clock of tests that do not set their own. */
export const TEST_NOW = new Date('2026-11-22T11:00:00Z');

const TEMPLATE_LOCK = 4_711_002;

/** The server of `TEST_DATABASE_URL` (set by `npm test` for the second engine), else the embedded one in `var/test`. */
const testServer = (): pg.ClientConfig => {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { connectionString: url } : embeddedTestServer();
};

export const embeddedTestServer = (): pg.ClientConfig => {
  const binaries = findEmbeddedBinaries();
  if (!binaries) throw new Error('Tests need the embedded PostgreSQL or TEST_DATABASE_URL.');
  return startPostgres(binaries, join(process.cwd(), 'var', 'test', 'db')).connection as pg.ClientConfig;
};

const inDatabase = (server: pg.ClientConfig, database: string): pg.ClientConfig => {
  if (!server.connectionString) return { ...server, database };
  const url = new URL(server.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.toString() };
};

const onServer = async <T>(server: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(inDatabase(server, 'postgres'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const ensureTemplate = (server: pg.ClientConfig): Promise<string> =>
  onServer(server, async (client) => {
    const fingerprint = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 12);
    const template = `template_${fingerprint}`;
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) {
      await client.query(`drop database if exists ${template}_draft with (force)`);
      await client.query(`create database ${template}_draft`);
      await migrate(inDatabase(server, `${template}_draft`), migrations);
      await client.query(`alter database ${template}_draft rename to ${template}`);
    }
    return template;
  });

/** What is in the database before a test file begins; made once for all files that ask for it by this name. Seeding anew finds it. */
export type Prepared = { name: string; work: (context: Context) => Promise<unknown> };

const ensurePrepared = async (
  server: pg.ClientConfig,
  template: string,
  { name, work }: Prepared,
): Promise<string> => {
  const prepared = `${template}_${name}`;
  return onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await client.query('select 1 from pg_database where datname = $1', [prepared]);
    if (found.rowCount !== 0) return prepared;
    await client.query(`drop database if exists ${prepared}_draft with (force)`);
    await client.query(`create database ${prepared}_draft template ${template}`);
    const { database, close } = openDatabase(
      inDatabase(server, `${prepared}_draft`) as pg.PoolConfig,
      () => undefined,
    );
    try {
      await work({ database, clock: () => TEST_NOW, newId: uuidV7 });
    } finally {
      await close();
    }
    await client.query(`alter database ${prepared}_draft rename to ${prepared}`);
    return prepared;
  });
};

/**
 * A database of its own for one test file, with the whole schema and no rows but the prepared ones; dropped when the
 * file ends.
 * @returns a context whose clock stands still at `TEST_NOW`, with the connection behind it.
 */
export const testDatabase = async (
  prepared?: Prepared,
  server = testServer(),
): Promise<Context & { connection: Connection; config: pg.ClientConfig }> => {
  const bare = await ensureTemplate(server);
  const template = prepared ? await ensurePrepared(server, bare, prepared) : bare;
  const name = `test_${process.pid}_${uuidV7().slice(-8)}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  const config = inDatabase(server, name);
  const connection = openDatabase(config as pg.PoolConfig, () => undefined);
  after(async () => {
    await connection.close();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { database: connection.database, connection, config, clock: () => TEST_NOW, newId: uuidV7 };
};
