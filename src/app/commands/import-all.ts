import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import * as v from 'valibot';
import { type Command, required } from './command.ts';
import { listTables, type Table } from './tables.ts';

const ManifestSchema = v.object({
  format: v.literal('allmende-export-1'),
  migrations: v.array(v.string()),
  tables: v.array(
    v.object({
      name: v.string(),
      columns: v.array(v.string()),
      file: v.string(),
      rows: v.number(),
      sha256: v.string(),
    }),
  ),
});

type Manifest = v.InferOutput<typeof ManifestSchema>;
type Exported = Manifest['tables'][number];

/** Puts an export in the place of everything that is here, in one transaction: it arrives whole, or nothing changes. */
export const importAll: Command = {
  usage: '<Ordner>',
  help: 'alle Daten durch einen Export ersetzen',
  run: async ({ connection }, rest) => {
    required(rest, 'import', importAll);
    const [folder = ''] = rest;
    const manifest = await readManifest(folder);
    const client = await connection.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local statement_timeout = 0');
      await refuseOtherSchema(client, manifest.migrations);
      const here = await listTables(client);
      await client.query(`truncate ${here.map(({ name }) => name).join(', ')}`);
      await makeMonths(client);
      for (const table of here) {
        const exported = manifest.tables.find(({ name }) => name === table.name);
        if (!exported) throw new Error(`${table.name} fehlt in ${folder}.`);
        await load(client, table, exported, folder);
        console.log(`${table.name}: ${exported.rows}`);
      }
      // Observations go on being numbered after those that came.
      await client.query(
        `select setval('sensors.observation_id', greatest(max(id), nextval('sensors.observation_id'))) from sensors.observation`,
      );
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  },
};

/** Observations lie by month, and an export does not say which. */
const makeMonths = (client: PoolClient) =>
  client.query(`select sensors.make_partitions(array(
    select generate_series('2010-01-01', now() + interval '13 months', '1 month')::date))`);

const readManifest = async (folder: string): Promise<Manifest> => {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file))
    throw new Error(`In ${folder} liegt kein abgeschlossener Export (manifest.json fehlt).`);
  return v.parse(ManifestSchema, JSON.parse(await readFile(file, 'utf8')));
};

/** An export fits the schema that it was made with: bring both sides to the same version first. */
const refuseOtherSchema = async (client: PoolClient, exported: string[]): Promise<void> => {
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by name');
  // Add-on steps (PostGIS views) hold no data of their own.
  const essential = (names: string[]) =>
    names
      .filter((name) => !name.includes('-addon-'))
      .sort()
      .join(', ');
  if (essential(rows.map(({ name }) => name)) !== essential(exported))
    throw new Error(
      'Die Sicherung stammt von einer anderen Version. Bringen Sie beide Seiten auf denselben Stand.',
    );
};

const load = async (client: PoolClient, table: Table, exported: Exported, folder: string): Promise<void> => {
  const known = new Set(table.columns);
  const columns = exported.columns.filter((column) => known.has(column));
  if (columns.length !== exported.columns.length || !/^[\w.]+\.csv\.gz$/.test(exported.file))
    throw new Error(`${table.name} passt nicht zu dieser Version.`);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const copy = client.query(
    copyFrom(`copy ${table.name} (${columns.join(', ')}) from stdin (format csv, header)`),
  );
  const source = createReadStream(join(folder, exported.file));
  await pipeline(source, createGunzip(), hashing, copy).catch((cause: Error) => {
    throw new Error(`${exported.file} ist beschädigt oder verändert (${cause.message}).`, { cause });
  });
  if (hash.digest('hex') !== exported.sha256 || copy.rowCount !== exported.rows)
    throw new Error(`${exported.file} ist beschädigt oder verändert.`);
};
