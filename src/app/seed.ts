import type { Log } from '../foundation/log/log.ts';
import { seedMunicipalities } from '../modules/municipalities/index.ts';
import type { Platform } from './platform.ts';

/** Loads the shipped data where it is missing: idempotent, every start runs it. */
export const seed = async (platform: Platform, log: Log): Promise<void> => {
  const started = performance.now();
  const { register, boundaries, postcodes } = await seedMunicipalities(platform);
  log.info('seeded', {
    register,
    boundaries,
    postcodes,
    milliseconds: Math.round(performance.now() - started),
  });
};
