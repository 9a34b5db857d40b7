import type pg from 'pg';
import { openDatabase } from '../../../foundation/database/database.ts';
import { uuidV7 } from '../../../foundation/database/id.ts';
import { at } from '../bookings/bookings.builder.ts';
import { createTestProvider } from './test-provider/test-provider.ts';
import { parkingMoneyWork } from './work.ts';

// The work of a minute in a process of its own, for a test that kills it.
const [server = '{}', now = ''] = process.argv.slice(2);
const connection = openDatabase(JSON.parse(server) as pg.PoolConfig, () => undefined);
const setting = {
  database: connection.database,
  clock: () => at(now),
  newId: uuidV7,
  secret: () => Buffer.alloc(32, 7),
};
const payments = createTestProvider({ ...setting, secret: () => Buffer.alloc(32, 9) });
process.stdout.write('ready\n');
const [work] = parkingMoneyWork({ ...setting, payments });
await work?.run({}, async () => undefined);
await connection.close();
