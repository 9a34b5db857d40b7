import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './context.ts';

// int8 and numeric arrive as strings by default; every count and sum here stays far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export type Connection = { database: Database; pool: pg.Pool; close: () => Promise<void> };

/**
 * Opens a pool of at most `max` connections.
 * @param onError is told of idle connections that broke; without a listener one of them would end the process.
 */
export const openDatabase = (
  config: pg.PoolConfig,
  onError: (error: Error) => void,
  max = 10,
): Connection => {
  const pool = new pg.Pool({
    max,
    application_name: 'allmende',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    ...config,
  });
  pool.on('error', onError);
  const database: Database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { database, pool, close: () => pool.end() };
};
