import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Command, type CommandContext, required } from './command.ts';
import { listTables } from './tables.ts';

export type ExportManifest = {
  format: 'allmende-export-1';
  exportedAt: string;
  migrations: string[];
  tables: { name: string; columns: string[]; file: string; rows: number; sha256: string }[];
};

/**
 * Every table as one compressed CSV with head line, readable by anything, and a manifest that is written last:
 * a folder without it is an export that did not finish. One snapshot, however long it takes.
 */
export const exportAll: Command = {
  usage: '<Ordner>',
  help: 'alle Daten in einen leeren Ordner schreiben',
  run: async (context, rest) => {
    required(rest, 'export', exportAll);
    const [folder = ''] = rest;
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) throw new Error(`Der Ordner ${folder} ist nicht leer.`);
    const client = await context.connection.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      await client.query('set local statement_timeout = 0');
      await writeManifest(folder, await writeTables(context, client, folder));
    } finally {
      await client.query('rollback');
      client.release();
    }
  },
};

const writeTables = async (
  context: CommandContext,
  client: PoolClient,
  folder: string,
): Promise<ExportManifest> => {
  const tables: ExportManifest['tables'] = [];
  for (const { name, columns } of await listTables(client)) {
    const file = `${name}.csv.gz`;
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(chunk, _, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const copy = client.query(
      copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout (format csv, header)`),
    );
    await pipeline(copy, hashing, createGzip(), createWriteStream(join(folder, file)));
    tables.push({ name, columns, file, rows: copy.rowCount ?? 0, sha256: hash.digest('hex') });
    console.log(`${name}: ${copy.rowCount}`);
  }
  const migrations = await client.query<{ name: string }>('select name from public.migration order by name');
  return {
    format: 'allmende-export-1',
    exportedAt: context.clock().toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    tables,
  };
};

const writeManifest = async (folder: string, manifest: ExportManifest): Promise<void> => {
  await writeFile(join(folder, 'manifest.draft'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(join(folder, 'manifest.draft'), join(folder, 'manifest.json'));
};
