import type { Context } from '../foundation/database/context.ts';
import type { Log } from '../foundation/log/log.ts';
import { loadPlaceIndex, type PlaceIndex, seedMunicipalities } from '../modules/municipalities/index.ts';
import { seedOffers } from '../modules/offers/index.ts';
import { areasOf, seedForms, seedPublicServices } from '../modules/public-services/index.ts';
import { placesOf } from './places.ts';

/**
 * Loads the shipped data where it is missing: idempotent, every start runs it.
 * @returns the register, loaded into the process.
 */
export const seed = async (context: Context, log: Log): Promise<PlaceIndex> => {
  const started = performance.now();
  const { register, boundaries, postcodes } = await seedMunicipalities(context);
  const index = await loadPlaceIndex(context.database);
  const sources = await seedOffers(context, placesOf(index));
  const services = await seedPublicServices(context, areasOf(index));
  await seedForms(context);
  const milliseconds = Math.round(performance.now() - started);
  log.info('seeded', { register, boundaries, postcodes, sources, services, milliseconds });
  return index;
};
