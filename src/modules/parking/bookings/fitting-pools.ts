import { type LonLat, toMetres } from '../../../foundation/geo/point.ts';
import { stateOf } from '../../municipalities/index.ts';
import { BUFFER_SLOTS, type Slot } from '../slot.ts';
import { heldUntil, spanAround } from '../spaces/open-times.ts';
import type { Pool } from '../spaces/pool.ts';
import type { Needs } from './booking.ts';
import type { Load } from './slot-store.ts';

export type Wish = {
  destination: LonLat;
  from: Slot;
  to: Slot;
  /** Along streets, in metres. */ walkLimit: number;
  /** What an hour may cost at most. */ highestCentsPerHour: number;
  needs: Needs;
};

/** A pool that fits a wish by everything but what is promised already. */
export type Fitting = { pool: Pool; walk: number; heldTo: Slot; windowTo: Slot };

const SIZES = ['small', 'car', 'van'] as const;

/** Streets make a detour: |dx| + |dy| in the metres of EPSG:25832. */
export const walkBetween = (a: LonLat, b: LonLat): number => {
  const [one, other] = [toMetres(a), toMetres(b)];
  return Math.round(Math.abs(one.x - other.x) + Math.abs(one.y - other.y));
};

const suits = ({ facts }: Pool, needs: Needs): boolean => {
  const isLargeEnough = SIZES.indexOf(facts.vehicleSize) >= SIZES.indexOf(needs.vehicleSize);
  // Unknown is no promise: who needs a height or a way without steps must be able to rely on it.
  const isHighEnough =
    needs.heightCm === undefined ||
    (facts.heightCm === undefined ? facts.kind === 'open' : facts.heightCm >= needs.heightCm);
  const isForThem = facts.audience === 'everybody' || needs.belongsTo.includes(facts.audience);
  return (
    isLargeEnough &&
    isHighEnough &&
    isForThem &&
    (!needs.isCovered || facts.isCovered === true) &&
    (!needs.isStepFree || facts.isStepFree === true) &&
    (!needs.hasCharging || facts.hasCharging)
  );
};

/** Pools that may be promised, nearest first. */
export const fittingPools = (pools: readonly Pool[], wish: Wish): Fitting[] =>
  pools
    .flatMap((pool): Fitting[] => {
      const walk = walkBetween(wish.destination, pool.facts.point);
      if (walk > wish.walkLimit || pool.facts.centsPerHour > wish.highestCentsPerHour) return [];
      if (!suits(pool, wish.needs)) return [];
      const span = spanAround(pool.windows, wish, stateOf(pool.ars), pool.restDays);
      if (!span) return [];
      return [{ pool, walk, windowTo: span.to, heldTo: heldUntil(wish.to, span.to, BUFFER_SLOTS) }];
    })
    .toSorted((a, b) => a.walk - b.walk || (a.pool.id < b.pool.id ? -1 : 1));

/** How many are free all the time of a stay, by pool; what is kept for the neighbourhood is free for it alone. */
export const freeIn = (
  fitting: readonly Fitting[],
  { from, needs }: Pick<Wish, 'from' | 'needs'>,
  loads: readonly Load[],
): Map<string, number> => {
  const byPool = Map.groupBy(loads, ({ poolId }) => poolId);
  return new Map(
    fitting.map(({ pool, heldTo }) => {
      const used = (byPool.get(pool.id) ?? [])
        .filter(({ slot }) => slot >= from && slot < heldTo)
        .map((load) => load.used);
      const kept = needs.belongsTo.includes('neighbours') ? 0 : pool.facts.neighbourSpaces;
      return [pool.id, pool.facts.capacity - kept - Math.max(0, ...used)];
    }),
  );
};
