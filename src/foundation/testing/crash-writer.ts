import pg from 'pg';
import { findEmbeddedBinaries } from '../database/postgres-binaries.ts';
import { startPostgres } from '../database/postgres-server.ts';

// A program of its own for the test of crashes: writes rows one by one and tells each number only after its commit.
const [folder] = process.argv.slice(2);
const binaries = findEmbeddedBinaries();
if (!folder || !binaries) throw new Error('crash-writer <folder>');
const { connection } = startPostgres(binaries, folder);
const client = new pg.Client(connection as pg.ClientConfig);
await client.connect();
process.stdout.write('ready\n');
await client.query('create table if not exists written (number bigint primary key)');
const last = await client.query<{ number: string }>('select coalesce(max(number), 0) as number from written');
for (let number = Number(last.rows[0]?.number) + 1; ; number += 1) {
  await client.query('insert into written values ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
