import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Context, Database } from '../../foundation/database/context.ts';
import { readShippedPostcodes } from './import/postcodes.ts';
import { headline, readRegisterCsv } from './import/register-csv.ts';
import { readSuccessions } from './import/successions-csv.ts';
import * as store from './store.ts';
import { applyEdition } from './update-register.ts';

export type SeedReport = { register: boolean; boundaries: boolean; postcodes: boolean };

type ShippedBoundaries = Topology<{ municipalities: GeometryCollection<{ ARS: string }> }> & {
  attribution: string;
  edition: string;
};

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
    return {
      register: await seedRegister(database, folder),
      boundaries: await seedBoundaries(database, folder),
      postcodes: await seedPostcodes(database, folder),
    };
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

const seedBoundaries = async (database: Database, folder: string): Promise<boolean> => {
  if ((await store.findBoundaryEdition(database)) !== null) return false;
  const file = await readFile(join(folder, 'boundaries.topojson.gz'));
  const document = JSON.parse(gunzipSync(file).toString('utf8')) as ShippedBoundaries;
  const current = new Set((await store.listUnits(database)).map(({ ars }) => ars));
  const { features } = feature(document, document.objects.municipalities);
  const boundaries = features
    .filter(({ properties: { ARS } }) => current.has(ARS))
    .map(({ properties: { ARS }, geometry }) => ({
      ars: ARS,
      geometry: onGrid(geometry as MultiPolygon),
      edition: document.edition,
      source: document.attribution,
    }));
  await store.saveBoundaries(database, boundaries);
  return true;
};

/** The topology's integers times its scale leave digits behind the fifth decimal that mean nothing. */
const onGrid = ({ coordinates }: MultiPolygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: coordinates.map((polygon) =>
    polygon.map((ring) => ring.map((position) => position.map((one) => Math.round(one * 1e5) / 1e5))),
  ),
});

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
