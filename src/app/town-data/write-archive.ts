import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { CommandContext } from '../commands/command.ts';
import { ARCHIVE_FORMAT, fileOf, MANIFEST_FILE, type Manifest } from './archive-format.ts';
import { copyOut, inSnapshot, listMigrations, statementsFor } from './archive-store.ts';
import { readMe } from './read-me.ts';

export type Town = { ars: string; name: string };

/** Files in open formats beside the tables, for whoever has no Allmende: name and content. */
export type OpenFile = { name: string; content: string };

const sumOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/**
 * Everything of a town in one archive: tables as CSV, open formats beside them, and a manifest with the sum of each
 * file. It takes its name once it is whole, so that half an archive is never taken for one.
 */
export const writeArchive = async (
  { connection, clock }: Pick<CommandContext, 'connection' | 'clock'>,
  town: Town,
  openFiles: OpenFile[],
  file: string,
): Promise<Manifest> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.draft`;
  const client = await connection.pool.connect();
  try {
    return await inSnapshot(client, async () => {
      const files = [...openFiles, { name: 'LIESMICH.txt', content: readMe(town.name) }];
      const manifest: Manifest = {
        format: ARCHIVE_FORMAT,
        exportedAt: clock().toISOString(),
        town: { ars: town.ars, name: town.name },
        migrations: await listMigrations(client),
        tables: [],
        files: files.map(({ name, content }) => ({ name, sha256: sumOf(content) })),
      };
      const zip = new ZipFile();
      for (const { name, content } of files) zip.addBuffer(Buffer.from(content), name);
      // Each table is asked for only when its turn comes: the connection can copy one at a time.
      for (const table of await statementsFor(client, town.ars))
        zip.addReadStreamLazy(fileOf(table.name), {}, (give) => {
          const copy = copyOut(client, table);
          const hash = createHash('sha256');
          const hashing = new Transform({
            transform: (chunk: Buffer, _, done) => {
              hash.update(chunk);
              done(null, chunk);
            },
            flush: (done) => {
              const { name, columns } = table;
              manifest.tables.push({ name, columns, rows: copy.rowCount ?? 0, sha256: hash.digest('hex') });
              done();
            },
          });
          copy.on('error', (error) => hashing.destroy(error));
          give(null, copy.pipe(hashing));
        });
      zip.addReadStreamLazy(MANIFEST_FILE, {}, (give) =>
        give(null, Readable.from([`${JSON.stringify(manifest, null, 2)}\n`])),
      );
      zip.end();
      await writeOut(zip, draft);
      await rename(draft, file);
      return manifest;
    });
  } finally {
    client.release();
    await rm(draft, { force: true });
  }
};

const writeOut = async (zip: ZipFile, draft: string): Promise<void> => {
  const failed = Promise.withResolvers<never>();
  zip.on('error', failed.reject);
  await Promise.race([pipeline(zip.outputStream, createWriteStream(draft, { mode: 0o600 })), failed.promise]);
};
