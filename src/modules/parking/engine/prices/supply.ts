import type { Request } from '../day.ts';
import type { Stock } from '../stock/stock.ts';
import { demandOf } from './demand.ts';
import { lagrange, type Supply } from './lagrange.ts';

/** All that the pools have, before anything is promised. */
export const supplyOf = ({ pools, slots }: Stock): Supply => {
  const free = new Float64Array(pools.length * slots);
  pools.forEach(({ capacity }, at) => {
    free.fill(capacity, at * slots, (at + 1) * slots);
  });
  return { slots, free };
};

const CERTIFYING = { step: 0.1, slowing: 40 };

/** What no allocation of this day can exceed, even one that knew every request beforehand: the judge's measure. */
export const boundOf = (stock: Stock, requests: readonly Request[], iterations: number): number =>
  lagrange([{ demand: demandOf(stock, requests), from: 0, weight: 1, isPromised: false }], supplyOf(stock), {
    ...CERTIFYING,
    iterations,
  }).bound;
