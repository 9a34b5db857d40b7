import type { Promises } from '../promises/promises.ts';
import type { Option, Stock } from '../stock/stock.ts';
import { type Demand, packed } from './demand.ts';
import { cumulated, lagrange, type Share } from './lagrange.ts';

/** How a day begins: each scenario is demand as on an earlier day, with the prices that it alone would cause. */
export type Scenario = { demand: Demand; prices: Float64Array };

/** Small steps from prices that are nearly right. */
const DAYTIME = { step: 0.03, slowing: 30 };

/**
 * What a slot is worth to those who have not asked yet: the mean of the scenarios. During the day each scenario is priced
 * anew against what is promised by now, with those of its requests that would still come.
 */
export class Forecast {
  readonly #slots: number;
  readonly #scenarios: Scenario[];
  readonly #kappa: number;
  #sums: Float64Array;

  constructor({ slots }: Stock, scenarios: readonly Scenario[], kappa: number) {
    this.#slots = slots;
    // Own copies: a price set of the night stays as it is.
    this.#scenarios = scenarios.map((scenario) => ({ ...scenario }));
    this.#kappa = kappa;
    this.#sums = cumulated(meanOf(scenarios.map(({ prices }) => prices)), slots);
  }

  /** The bid price of a stay. */
  cost({ pool, start, end }: Option): number {
    const base = pool * (this.#slots + 1);
    const sum = (this.#sums[base + end] ?? 0) - (this.#sums[base + start] ?? 0);
    return this.#kappa * sum;
  }

  /** By `pool * slots + slot`, before kappa. */
  prices(): Float64Array {
    return meanOf(this.#scenarios.map(({ prices }) => prices));
  }

  /** Options that one round of pricing anew would look at, for whoever has to budget time. */
  effort(now: number): number {
    return this.#scenarios.reduce((sum, { demand }) => {
      const from = laterThan(demand, now);
      return sum + demand.pool.length - (demand.first[from] ?? 0);
    }, 0);
  }

  priceAnew(promises: Promises, now: number, iterations: number): void {
    const open = [...promises.all()].filter(({ isFixed }) => !isFixed);
    const free = Float64Array.from(promises.free);
    for (const { held } of open)
      for (let slot = held.start; slot < held.end; slot += 1)
        (free[held.pool * this.#slots + slot] as number) += 1;
    const promised: Share = {
      demand: packed(open.map(({ options }) => ({ requestedAt: now, options }))),
      from: 0,
      weight: 1,
      isPromised: true,
    };
    for (const scenario of this.#scenarios) {
      const { demand, prices } = scenario;
      const coming: Share = { demand, from: laterThan(demand, now), weight: 1, isPromised: false };
      const run = { ...DAYTIME, iterations, begin: prices };
      scenario.prices = lagrange([promised, coming], { slots: this.#slots, free }, run).prices;
    }
    this.#sums = cumulated(meanOf(this.#scenarios.map(({ prices }) => prices)), this.#slots);
  }
}

/** The first request that is made after `now`. */
const laterThan = ({ requestedAt, count }: Demand, now: number): number => {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((requestedAt[middle] as number) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const meanOf = (all: readonly Float64Array[]): Float64Array => {
  const mean = new Float64Array(all[0]?.length ?? 0);
  for (const prices of all)
    for (let at = 0; at < mean.length; at += 1) (mean[at] as number) += (prices[at] as number) / all.length;
  return mean;
};
