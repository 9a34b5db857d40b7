import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { PoolClient } from 'pg';
import { verifyLogs } from '../../modules/accounts/index.ts';
import { learnWords } from '../../modules/offers/index.ts';
import type { CommandContext } from '../commands/command.ts';
import { fileOf, type Manifest } from './archive-format.ts';
import {
  isTaken,
  joinOffers,
  joinPeople,
  listMigrations,
  receive,
  searchTexts,
  settle,
} from './archive-store.ts';
import { type Archive, openArchive } from './read-archive.ts';
import { townTables } from './town-tables.ts';

type Arrived = { town: Manifest['town']; rows: Record<string, number> };

/**
 * Puts a town's archive into a house in which nobody works for that town yet. All of it arrives, checked against its
 * sums, or nothing does.
 * @throws Error that says what does not fit.
 */
export const importArchive = async (context: CommandContext, file: string): Promise<Arrived> => {
  const archive = await openArchive(file);
  const client = await context.connection.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const { texts, ...arrived } = await takeIn(client, archive);
    await client.query('commit');
    await learnWords(context.database, texts);
    const log = (await verifyLogs(context.database)).find(({ ars }) => ars === arrived.town.ars);
    if (log?.fault) throw new Error(`Achtung: Das Protokoll ist seit Zeile ${log.fault.seq} verändert.`);
    return arrived;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
    archive.close();
  }
};

const takeIn = async (client: PoolClient, archive: Archive): Promise<Arrived & { texts: string[] }> => {
  const { town, tables, migrations } = archive.manifest;
  const here = (await listMigrations(client)).join(', ');
  if (here !== migrations.toSorted().join(', '))
    throw new Error(
      'Das Archiv stammt von einer anderen Version. Bringen Sie beide Seiten auf denselben Stand.',
    );
  if (await isTaken(client, town.ars))
    throw new Error(`Für ${town.name} arbeitet hier schon jemand. Ein Archiv kommt nur in ein leeres Haus.`);
  const arriving = townTables.map(({ name }) => {
    const table = tables.find((one) => one.name === name);
    if (!table) throw new Error(`${name} fehlt im Archiv.`);
    return table;
  });
  for (const table of arriving) await receiveChecked(client, archive, table);
  await joinPeople(client);
  await joinOffers(client);
  const rows: Record<string, number> = {};
  for (const table of arriving) rows[table.name] = await settle(client, table);
  return { town, rows, texts: await searchTexts(client) };
};

const receiveChecked = async (
  client: PoolClient,
  archive: Archive,
  table: Manifest['tables'][number],
): Promise<void> => {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const rows = await receive(client, table, () => archive.open(fileOf(table.name)), hashing);
  if (rows !== table.rows || hash.digest('hex') !== table.sha256)
    throw new Error(`${fileOf(table.name)} ist beschädigt oder verändert.`);
};
