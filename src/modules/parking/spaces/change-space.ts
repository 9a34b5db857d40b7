import type { ParkingSetting } from '../setting.ts';
import type { Pool, PoolFacts } from './pool.ts';
import { changePool } from './pool-store.ts';
import { sealAccess } from './seal-access.ts';

/** What a host says anew. How one gets in stays where nothing new is said, and is forgotten where it is open to all. */
export const changeSpace = async (
  { database, clock, secret }: Pick<ParkingSetting, 'database' | 'clock' | 'secret'>,
  pool: Pool,
  { accessNote, ...facts }: PoolFacts,
): Promise<void> => {
  const sealed = accessNote === '' ? pool.sealedAccess : await sealAccess(secret(), pool, accessNote);
  await changePool(database, pool, facts, facts.accessKind === 'open' ? null : sealed, clock());
};
