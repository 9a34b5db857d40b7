import type { Log } from '../foundation/log/log.ts';
import { loadPlaceIndex, type PlaceIndex, seedMunicipalities } from '../modules/municipalities/index.ts';
import { seedOffers } from '../modules/offers/index.ts';
import { areasOf, seedForms, seedPublicServices } from '../modules/public-services/index.ts';
import { placesOf } from './places.ts';
import type { Platform } from './platform.ts';

/**
 * Loads the shipped data where it is missing: idempotent, every start runs it.
 * @returns the register, loaded into the process.
 */
export const seed = async (platform: Platform, log: Log): Promise<PlaceIndex> => {
  const started = performance.now();
  const { register, boundaries, postcodes } = await seedMunicipalities(platform);
  const index = await loadPlaceIndex(platform.database);
  const sources = await seedOffers(platform, placesOf(index));
  const services = await seedPublicServices(platform, areasOf(index));
  await seedForms(platform);
  const milliseconds = Math.round(performance.now() - started);
  log.info('seeded', { register, boundaries, postcodes, sources, services, milliseconds });
  return index;
};
