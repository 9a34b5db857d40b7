import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import type { Platform } from '../platform.ts';
import { listTables } from './tables.ts';

export type ExportManifest = {
  format: 'allmende-export-1';
  exportedAt: string;
  migrations: string[];
  tables: { name: string; columns: string[]; file: string; rows: number; sha256: string }[];
};

/**
 * `export <folder>`: every table as one compressed CSV with head line, readable by anything, and a manifest that is
 * written last: a folder without it is an export that did not finish. One snapshot, however long it takes.
 */
export const exportAll = async (platform: Platform, [folder]: string[]): Promise<void> => {
  if (!folder) throw new Error('Wohin? Zum Beispiel: npm start -- export ./sicherung');
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`Der Ordner ${folder} ist nicht leer.`);
  const client = await platform.connection.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    const tables: ExportManifest['tables'] = [];
    for (const { name, columns } of await listTables(platform)) {
      const file = `${name}.csv.gz`;
      const hash = createHash('sha256');
      const hashing = new Transform({
        transform(chunk, _, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      const copy = client.query(
        copyTo(`copy ${name} (${columns.join(', ')}) to stdout (format csv, header)`),
      );
      await pipeline(copy, hashing, createGzip(), createWriteStream(join(folder, file)));
      tables.push({ name, columns, file, rows: copy.rowCount ?? 0, sha256: hash.digest('hex') });
      console.log(`${name}: ${copy.rowCount}`);
    }
    const migrations = (
      await client.query<{ name: string }>('select name from public.migration order by name')
    ).rows;
    await client.query('commit');
    await writeManifest(folder, {
      format: 'allmende-export-1',
      exportedAt: platform.clock().toISOString(),
      migrations: migrations.map(({ name }) => name),
      tables,
    });
  } finally {
    client.release();
  }
};

const writeManifest = async (folder: string, manifest: ExportManifest): Promise<void> => {
  await writeFile(join(folder, 'manifest.draft'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(join(folder, 'manifest.draft'), join(folder, 'manifest.json'));
};
