import type { Context, Database } from '../../foundation/database/context.ts';
import {
  readShippedBoundaries,
  readShippedEdition,
  readShippedPostcodeUses,
  readShippedRegister,
  readShippedSuccessions,
  SHIPPED_FOLDER,
} from './shipped-data.ts';
import * as store from './store.ts';
import { applyEdition } from './update-register.ts';

export type SeedReport = { register: boolean; boundaries: boolean; postcodes: boolean };

/**
 * Loads the shipped tables where the database has none or older ones; what an operator has imported since stays.
 * @returns which tables were loaded.
 */
export const seedMunicipalities = (context: Context, folder = SHIPPED_FOLDER): Promise<SeedReport> =>
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
  const stored = await store.findEdition(database);
  if (stored !== null && stored >= (await readShippedEdition(folder))) return false;
  const edition = await readShippedRegister(folder);
  const successions = await readShippedSuccessions(folder);
  const report = await applyEdition(database, { ...edition, successions });
  if ('refused' in report) throw new Error(`The shipped register was refused: ${report.refused}`);
  await store.saveSuccessions(database, successions);
  return true;
};

const seedPostcodes = async (database: Database, folder: string): Promise<boolean> => {
  if (await store.hasPostcodes(database)) return false;
  await store.savePostcodes(database, await readShippedPostcodeUses(folder));
  return true;
};
