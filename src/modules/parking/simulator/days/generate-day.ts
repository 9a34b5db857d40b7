import type { Pool, Request } from '../../engine/day.ts';
import { generatePools } from './generate-pools.ts';
import { generateRequests } from './generate-requests.ts';
import { randomOf } from './random.ts';

export type GeneratedDay = { pools: Pool[]; requests: Request[] /** Earlier days. */; history: Request[][] };

/** Shares of all trips and of all owners that take part. */
export type Adoption = { drivers: number; owners: number };

/** One day in a town of its own, and the days before it there. */
export const generateDay = (seed: number, { drivers, owners }: Adoption, earlierDays = 4): GeneratedDay => {
  const random = randomOf(seed);
  const pools = generatePools(random, owners);
  const history = Array.from({ length: earlierDays }, () => generateRequests(random, drivers));
  return { pools, history, requests: generateRequests(random, drivers) };
};
