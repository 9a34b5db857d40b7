import pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { type Config, embeddedFolder } from '../foundation/config/config.ts';
import type { Context } from '../foundation/database/context.ts';
import { type Connection, openDatabase } from '../foundation/database/database.ts';
import { uuidV7 } from '../foundation/database/id.ts';
import { migrate } from '../foundation/database/migrate.ts';
import { findEmbeddedBinaries } from '../foundation/database/postgres-binaries.ts';
import { type PostgresServer, startPostgres } from '../foundation/database/postgres-server.ts';
import { isLastOne } from '../foundation/database/presence.ts';
import type { Log } from '../foundation/log/log.ts';

const DATABASE = 'allmende';

/** An open database with the whole schema, and what a verb needs. */
export type Platform = Context & {
  connection: Connection;
  server: pg.ClientConfig;
  close: () => Promise<void>;
};

/**
 * Opens the database of `DATABASE_URL`, or starts or adopts the embedded one, and brings its schema up to date.
 * @throws Error that says what to do where no PostgreSQL fits this machine.
 */
export const openPlatform = async (config: Config, log: Log): Promise<Platform> => {
  const embedded = config.databaseUrl ? undefined : startEmbedded(config);
  const server: pg.ClientConfig = config.databaseUrl
    ? { connectionString: config.databaseUrl }
    : await createDatabase(embedded);
  const { applied, skipped } = await migrate(server, migrations);
  log.info('database-ready', {
    engine: embedded ? 'embedded' : 'server',
    applied: applied.length,
    skipped: skipped.join(','),
  });
  const connection = openDatabase(server as pg.PoolConfig, (error) =>
    log.error('database-connection-lost', { code: (error as { code?: string }).code ?? 'unknown' }),
  );
  return {
    database: connection.database,
    connection,
    server,
    clock: () => new Date(),
    newId: uuidV7,
    close: async () => {
      await connection.close();
      // Several processes may share the folder: the last one out switches off the light.
      if (embedded && (await isLastOne(server))) embedded.stop();
    },
  };
};

const startEmbedded = (config: Config): PostgresServer => {
  const binaries = findEmbeddedBinaries();
  if (!binaries)
    throw new Error(
      `Für ${process.platform}-${process.arch} bringt npm kein PostgreSQL mit. Setzen Sie DATABASE_URL auf einen PostgreSQL-Server ab Version 15.`,
    );
  return startPostgres(binaries, embeddedFolder(config));
};

const createDatabase = async (embedded: PostgresServer | undefined): Promise<pg.ClientConfig> => {
  const server = { ...(embedded?.connection as pg.ClientConfig), database: DATABASE };
  const client = new pg.Client({ ...server, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // 42P04 duplicate_database, 23505 where two processes create it at the same moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
  return server;
};
