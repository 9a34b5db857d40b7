import { stateOf } from '../../municipalities/index.ts';
import { listTownsThatShare } from '../pricing/demand-store.ts';
import type { ParkingSetting } from '../setting.ts';
import type { PublicPool } from '../sites/write-park-api.ts';
import { slotAt } from '../slot.ts';
import { openSpans } from '../spaces/open-times.ts';
import { listPublicPools } from '../spaces/pool-store.ts';
import { listLoads } from './slot-store.ts';

/** What feeds may show of shared spaces: how many are free right now. Invented ones are nobody's business. */
export const publicPools = async ({
  database,
  clock,
}: Pick<ParkingSetting, 'database' | 'clock'>): Promise<PublicPool[]> => {
  const now = clock();
  const slot = slotAt(now);
  const span = { from: slot, to: slot + 1 };
  const found: PublicPool[] = [];
  for (const ars of await listTownsThatShare(database)) {
    const pools = await listPublicPools(database, ars);
    const loads = new Map(
      (
        await listLoads(
          database,
          pools.map(({ pool }) => pool),
          span,
        )
      ).map(({ poolId, used }) => [poolId, used]),
    );
    for (const { pool, isHousehold, changedAt } of pools) {
      const { id, facts, windows, restDays } = pool;
      const isOpen = openSpans(windows, span, stateOf(ars), restDays).length > 0;
      const free = isOpen ? facts.capacity - (loads.get(id) ?? 0) : 0;
      const { name, point, capacity, kind } = facts;
      found.push({
        ars,
        id,
        name,
        point,
        isHousehold,
        isGarage: kind === 'garage',
        capacity,
        free,
        countedAt: now,
        changedAt,
      });
    }
  }
  return found;
};
