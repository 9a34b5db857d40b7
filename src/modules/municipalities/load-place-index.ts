import type { Database } from '../../foundation/database/context.ts';
import { buildPlaceIndex, type PlaceIndex } from './place-index.ts';
import * as store from './store.ts';

/** Reads the whole register once; call it again after an update. */
export const loadPlaceIndex = async (database: Database): Promise<PlaceIndex> => {
  const [units, successions, boundaries, postcodes] = await Promise.all([
    store.listUnits(database),
    store.listSuccessions(database),
    store.listBoundaries(database),
    store.listPostcodes(database),
  ]);
  return buildPlaceIndex({ units, successions, boundaries, postcodes });
};
