import { RULES } from '../engine/day.ts';
import { SLOT_MINUTES } from '../slot.ts';
import type { PricesOfPools } from './price-store.ts';
import { searchSpared } from './worth.ts';

/** Minutes of the day, the buffer included in `heldTo`. */
export type Stay = { poolId: string; from: number; to: number; heldTo: number; walk: number };

/**
 * What a stay is worth beyond what its slots are worth to those who have not asked yet, in minutes of search. Not above
 * zero: the space is better kept. `weight`: what a council's floor adds, as a part of the worth. Without prices (a cold start) only the walk tells pools apart.
 */
export const gainOf = (stay: Stay, prices: PricesOfPools | undefined, weight = 0): number => {
  const worth =
    (1 + weight) * searchSpared(stay.to - stay.from) * (1 - RULES.walkPenaltyPerMetre * stay.walk);
  const slots = prices?.byPool[stay.poolId];
  if (!prices || !slots) return worth;
  const first = Math.max(0, Math.floor((stay.from - prices.from) / SLOT_MINUTES));
  const last = Math.max(first, Math.ceil((stay.heldTo - prices.from) / SLOT_MINUTES));
  const cost = slots.slice(first, last).reduce((sum, price) => sum + price, 0);
  return worth - prices.kappa * cost;
};
