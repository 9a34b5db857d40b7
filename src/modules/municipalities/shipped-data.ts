import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MultiPolygon } from './geometry.ts';
import { readShippedPostcodes } from './import/postcodes.ts';
import { headline, readRegisterCsv } from './import/register-csv.ts';
import { readSuccessions } from './import/successions-csv.ts';
import { featuresOfTopology, onGrid, type Topology } from './import/topology.ts';
import type { RegisterEdition } from './municipality.ts';
import type { StoredBoundary, StoredPostcode } from './store.ts';
import type { Succession } from './succession.ts';

/** The tables that ship with the product: `data/municipalities`, seen from the folder it is started in. */
export const SHIPPED_FOLDER = join('data', 'municipalities');

const text = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');

export const readShippedRegister = async (folder: string): Promise<RegisterEdition> =>
  readRegisterCsv(await text(folder, 'register.csv'));

/** Its date only, which every start asks for. */
export const readShippedEdition = async (folder: string): Promise<string> =>
  headline(await text(folder, 'register.csv'), 'edition');

export const readShippedSuccessions = async (folder: string): Promise<Succession[]> =>
  readSuccessions(await text(folder, 'successions.csv'));

export const readShippedBoundaries = async (folder: string): Promise<StoredBoundary[]> => {
  const file = await readFile(join(folder, 'boundaries.topojson.gz'));
  const document = JSON.parse(gunzipSync(file).toString('utf8')) as Topology & {
    attribution: string;
    edition: string;
  };
  const { edition, attribution: source } = document;
  return featuresOfTopology(onGrid(document)).map(({ properties, geometry }) => ({
    ars: String(properties?.ARS),
    geometry: geometry as MultiPolygon,
    edition,
    source,
  }));
};

export const readShippedPostcodeUses = async (folder: string): Promise<StoredPostcode[]> => {
  const table = await text(folder, 'postcodes.csv');
  const source = headline(table, 'source');
  return readShippedPostcodes(table).map((use) => ({ ...use, source }));
};
