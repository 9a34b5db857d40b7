import { type Pool, type Request, RULES } from '../../engine/day.ts';
import { BID_PRICE, BidPrice } from '../../engine/policy/bid-price.ts';
import { firstComeNumbered } from '../../engine/policy/first-come.ts';
import { decideDay } from '../../engine/policy/policy.ts';
import { type NightRun, nightRun } from '../../engine/prices/night.ts';
import { type Stock, stockOf } from '../../engine/stock/stock.ts';
import { generatePools } from '../days/generate-pools.ts';
import { randomOf } from '../days/random.ts';
import type { Layout, Sharing } from './town.ts';
import type { Trip, TripsOfDay } from './trips.ts';

/** Ours, and a list of numbered spaces, first come, first served. */
export type Rule = 'ours' | 'listing';

export type SharedStock = { sharing: Sharing; stock: Stock; spaces: number; prices: NightRun };

/** Who asks for a shared space, in the order in which they ask. */
const requestsOf = (trips: readonly Trip[], drivers: number): Request[] =>
  trips
    .flatMap(({ request, joinsAt }, trip) =>
      request && joinsAt < drivers ? [{ ...request, id: `${trip}` }] : [],
    )
    .sort((a, b) => a.requestedAt - b.requestedAt);

/** What is shared, and what earlier days there teach of its worth. */
export const shareStock = (
  layout: Layout,
  sharing: Sharing,
  { seed, earlier }: { seed: number; earlier: readonly TripsOfDay[] },
): SharedStock => {
  const pools: Pool[] = generatePools(randomOf(seed), sharing.owners, layout);
  const stock = stockOf(pools, RULES);
  const prices = nightRun(
    stock,
    earlier.map(({ trips }) => requestsOf(trips, sharing.drivers)),
  );
  return { sharing, stock, spaces: pools.reduce((sum, { capacity }) => sum + capacity, 0), prices };
};

/** As the service decides it: with the prices of the night, which do not change by day. */
const SETTINGS = { ...BID_PRICE, learning: { ...BID_PRICE.learning, effort: 0 } };

/** Whom the engine promises a space, with the walk from it. */
export const promisedOn = (
  { sharing, stock, prices }: SharedStock,
  rule: Rule,
  trips: readonly Trip[],
): { asked: number; walks: Map<number, number> } => {
  const requests = requestsOf(trips, sharing.drivers);
  const policy = rule === 'ours' ? new BidPrice(stock, prices, SETTINGS) : firstComeNumbered(stock);
  const placed = decideDay(policy, requests);
  return {
    asked: requests.length,
    walks: new Map(placed.map(({ request, option }) => [Number(request.id), option.walk])),
  };
};
