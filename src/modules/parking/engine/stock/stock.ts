import { type Pool, type Request, type Rules, type VehicleSize, walkBetween } from '../day.ts';
import { type Grid, gridOf, nearOf } from './grid.ts';

/** A pool that could serve a request, and the slots it would load there, buffer included. */
export type Option = { pool: number; start: number; end: number; walk: number; worth: number };

/** The pools of a day, prepared for look-ups. */
export type Stock = { pools: readonly Pool[]; rules: Rules; from: number; slots: number; grid: Grid };

export const stockOf = (pools: readonly Pool[], rules: Rules): Stock => {
  const windows = pools.flatMap((pool) => pool.windows);
  const from = windows.reduce((least, window) => Math.min(least, window.from), Number.POSITIVE_INFINITY);
  const to = windows.reduce((most, window) => Math.max(most, window.to), from);
  const slots = windows.length === 0 ? 0 : Math.ceil((to - from) / rules.slotMinutes);
  return { pools, rules, from, slots, grid: gridOf(pools.map(({ at }) => at)) };
};

/** All pools within the limits of a request, nearest first. */
export const optionsOf = (stock: Stock, request: Request): Option[] => {
  const found: Option[] = [];
  for (const at of nearOf(stock.grid, request.destination, request.walkLimit)) {
    const option = optionAt(stock, request, at);
    if (option) found.push(option);
  }
  return found.sort((a, b) => a.walk - b.walk || a.pool - b.pool);
};

const optionAt = (stock: Stock, request: Request, at: number): Option | undefined => {
  const { rules, from } = stock;
  const pool = stock.pools[at];
  if (!pool || !suits(pool, request)) return;
  const walk = walkBetween(pool.at, request.destination);
  if (walk > request.walkLimit) return;
  const window = pool.windows.find((each) => each.from <= request.arrival && request.departure <= each.to);
  if (!window) return;
  const until = Math.min(request.departure + rules.bufferMinutes, window.to);
  return {
    pool: at,
    start: Math.floor((request.arrival - from) / rules.slotMinutes),
    end: Math.ceil((until - from) / rules.slotMinutes),
    walk,
    worth: request.value * (1 - rules.walkPenaltyPerMetre * walk),
  };
};

const SIZES: Record<VehicleSize, number> = { small: 0, medium: 1, large: 2 };

/** Size, equipment, audience and price: what no walk can mend. */
const suits = (pool: Pool, request: Request): boolean => {
  if (pool.size && request.size && SIZES[request.size] > SIZES[pool.size]) return false;
  if (request.priceLimit !== undefined && (pool.price ?? 0) > request.priceLimit) return false;
  if (request.needs?.some((need) => !pool.equipment?.includes(need))) return false;
  return !pool.audience || pool.audience.some((group) => request.belongsTo?.includes(group));
};
