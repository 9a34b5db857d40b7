import type { Demand } from './demand.ts';

/** What the pools hold, slot by slot: `pool * slots + slot`. */
export type Supply = { slots: number; free: ArrayLike<number> };

/** Requests that compete for the supply. */
export type Share = {
  demand: Demand;
  /** Only from this request on. */ from: number;
  /** What each of them loads: 1, or less where several days stand for one. */ weight: number;
  /** Promised already: served at any price. */ isPromised: boolean;
};

export type Duals = {
  /** For each pool and slot, never negative. */ prices: Float64Array;
  /** No allocation can be worth more than this; meaningful where nothing was promised before. */ bound: number;
};

export type PriceRun = { iterations: number; step: number; slowing: number; begin?: Float64Array };

/**
 * Lagrange relaxation of "never over capacity": every request takes what is best for it at the prices, and prices follow
 * the load. Any prices give a valid bound; the lowest seen counts. The returned prices are the mean of the second half:
 * single rounds swing.
 */
export const lagrange = (shares: readonly Share[], supply: Supply, run: PriceRun): Duals => {
  const size = supply.free.length;
  const prices = run.begin ? run.begin.slice() : new Float64Array(size);
  const mean = new Float64Array(size);
  const load = new Float64Array(size);
  let bound = Number.POSITIVE_INFINITY;
  const half = run.iterations >> 1;
  for (let round = 0; round < run.iterations; round += 1) {
    bound = Math.min(bound, relaxed(shares, supply, prices, load));
    const step = run.step / (1 + round / run.slowing);
    for (let at = 0; at < size; at += 1) {
      const free = supply.free[at] as number;
      const moved = (prices[at] as number) + (step * ((load[at] as number) - free)) / Math.sqrt(1 + free);
      prices[at] = Math.max(0, moved);
      if (round >= half) (mean[at] as number) += prices[at] as number;
    }
  }
  for (let at = 0; at < size; at += 1) (mean[at] as number) /= run.iterations - half;
  return { prices: mean, bound: Math.min(bound, relaxed(shares, supply, mean, load)) };
};

/** The value of the relaxed problem at these prices; leaves the load that it would cause. */
const relaxed = (
  shares: readonly Share[],
  { slots, free }: Supply,
  prices: Float64Array,
  load: Float64Array,
): number => {
  const sums = cumulated(prices, slots);
  const changes = new Float64Array(sums.length);
  let value = 0;
  for (let at = 0; at < prices.length; at += 1) value += (free[at] as number) * (prices[at] as number);
  for (const share of shares) value += chosen(share, slots, sums, changes);
  for (let at = 0; at < prices.length; at += slots) {
    const base = (at / slots) * (slots + 1);
    let sum = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      sum += changes[base + slot] as number;
      load[at + slot] = sum;
    }
  }
  return value;
};

/** Every request takes its best option, or none; `changes` is told where load begins and ends. */
const chosen = (share: Share, slots: number, sums: Float64Array, changes: Float64Array): number => {
  const { count, first, pool, start, end, worth } = share.demand;
  let value = 0;
  for (let request = share.from; request < count; request += 1) {
    let best = share.isPromised ? Number.NEGATIVE_INFINITY : 0;
    let taken = -1;
    const last = first[request + 1] as number;
    for (let at = first[request] as number; at < last; at += 1) {
      const base = (pool[at] as number) * (slots + 1);
      const gain =
        (worth[at] as number) -
        (sums[base + (end[at] as number)] as number) +
        (sums[base + (start[at] as number)] as number);
      if (gain > best) {
        best = gain;
        taken = at;
      }
    }
    if (taken < 0) continue;
    value += best * share.weight;
    const base = (pool[taken] as number) * (slots + 1);
    (changes[base + (start[taken] as number)] as number) += share.weight;
    (changes[base + (end[taken] as number)] as number) -= share.weight;
  }
  return value;
};

/** Sums of prices from the first slot on, one longer than a pool has slots: a stay costs the difference of two. */
export const cumulated = (prices: Float64Array, slots: number): Float64Array => {
  const pools = slots === 0 ? 0 : prices.length / slots;
  const sums = new Float64Array(pools * (slots + 1));
  for (let pool = 0; pool < pools; pool += 1) {
    let sum = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      sum += prices[pool * slots + slot] as number;
      sums[pool * (slots + 1) + slot + 1] = sum;
    }
  }
  return sums;
};
