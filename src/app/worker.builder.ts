import type pg from 'pg';
import { parseConfig } from '../foundation/config/config.ts';
import { openDatabase } from '../foundation/database/database.ts';
import { uuidV7 } from '../foundation/database/id.ts';
import { startJobs } from '../foundation/jobs/jobs.ts';
import { createLog } from '../foundation/log/log.ts';
import { loadPlaceIndex } from '../modules/municipalities/index.ts';
import { backgroundWork } from './work.ts';

// A worker of its own process, for tests that kill it: it takes one wish and works until somebody ends it.
const server = JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig;
const connection = openDatabase(server, () => undefined);
const platform = {
  database: connection.database,
  connection,
  server: server as pg.ClientConfig,
  clock: () => new Date(),
  newId: uuidV7,
  close: connection.close,
};
const log = createLog('error');
const places = await loadPlaceIndex(platform.database);
const jobs = await startJobs(connection.pool, backgroundWork(platform, parseConfig({}), places, log), log);
await jobs.ask(process.argv[3] ?? 'entries');
process.stdout.write('working\n');
