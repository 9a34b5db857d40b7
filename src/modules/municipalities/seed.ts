import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MultiPolygon } from 'geojson';
import type { Context, Database } from '../../foundation/database/context.ts';
import { readShippedPostcodes } from './import/postcodes.ts';
import { headline, readRegisterCsv } from './import/register-csv.ts';
import { readSuccessions } from './import/successions-csv.ts';
import { featuresOfTopology, onGrid, type Topology } from './import/topology.ts';
import * as store from './store.ts';
import { applyEdition } from './update-register.ts';

export type SeedReport = { register: boolean; boundaries: boolean; postcodes: boolean };

type ShippedBoundaries = Topology & { attribution: string; edition: string };

/**
 * Loads the shipped tables where the database has none or older ones; what an operator has imported since stays.
 * @returns which tables were loaded.
 */
export const seedMunicipalities = (
  context: Context,
  folder = join('data', 'municipalities'),
): Promise<SeedReport> =>
  context.database.transaction().execute(async (database) => {
    await store.lockRegister(database);
    const noBoundaries = (await store.findBoundaryEdition(database)) === null;
    // The outlines are decoded while the server writes the register.
    const [register, boundaries] = await Promise.all([
      seedRegister(database, folder),
      noBoundaries ? readShippedBoundaries(folder) : [],
    ]);
    await store.saveBoundaries(database, boundaries);
    return { register, boundaries: noBoundaries, postcodes: await seedPostcodes(database, folder) };
  });

const seedRegister = async (database: Database, folder: string): Promise<boolean> => {
  const edition = readRegisterCsv(await readFile(join(folder, 'register.csv'), 'utf8'));
  const stored = await store.findEdition(database);
  if (stored !== null && stored >= edition.date) return false;
  const successions = readSuccessions(await readFile(join(folder, 'successions.csv'), 'utf8'));
  const report = await applyEdition(database, { ...edition, successions });
  if ('refused' in report) throw new Error(`The shipped register was refused: ${report.refused}`);
  await store.saveSuccessions(database, successions);
  return true;
};

const readShippedBoundaries = async (folder: string): Promise<store.StoredBoundary[]> => {
  const file = await readFile(join(folder, 'boundaries.topojson.gz'));
  const document = JSON.parse(gunzipSync(file).toString('utf8')) as ShippedBoundaries;
  const { edition, attribution: source } = document;
  return featuresOfTopology(onGrid(document)).map(({ properties, geometry }) => ({
    ars: String(properties?.ARS),
    geometry: geometry as MultiPolygon,
    edition,
    source,
  }));
};

const seedPostcodes = async (database: Database, folder: string): Promise<boolean> => {
  if ((await store.listPostcodes(database)).length > 0) return false;
  const text = await readFile(join(folder, 'postcodes.csv'), 'utf8');
  const source = headline(text, 'source');
  await store.savePostcodes(
    database,
    readShippedPostcodes(text).map((one) => ({ ...one, source })),
  );
  return true;
};
