import { bestFree } from '../promises/place.ts';
import { Promises } from '../promises/promises.ts';
import { type Option, optionsOf, type Stock, stockOf } from '../stock/stock.ts';
import type { Placed, Policy } from './policy.ts';

const nearest = ({ walk }: Option): number => -walk;

/** First come, first served, to the nearest pool that is free. */
export const firstComePooled = (stock: Stock): Policy => {
  const promises = new Promises(stock);
  const placed: Placed[] = [];
  return {
    advance: () => undefined,
    ask: (request) => {
      const options = optionsOf(stock, request);
      if (options.length === 0) return { request, refused: 'no-space-in-reach' };
      const held = bestFree(promises, options, nearest);
      if (!held) return { request, refused: 'all-taken' };
      promises.add({ id: request.id, options, held, arrival: request.arrival, isFixed: true });
      placed.push({ request, option: held });
      return { request, promised: held };
    },
    end: () => placed,
  };
};

/** As marketplaces list them: every unit by its number, first come, first served, the nearest that is free. */
export const firstComeNumbered = (stock: Stock): Policy => {
  const poolOf = stock.pools.flatMap(({ capacity }, at) => Array.from({ length: capacity }, () => at));
  const units = poolOf.flatMap((at) => {
    const pool = stock.pools[at];
    return pool ? [{ ...pool, capacity: 1 }] : [];
  });
  const numbered = firstComePooled(stockOf(units, stock.rules));
  const inPool = (option: Option): Option => ({ ...option, pool: poolOf[option.pool] ?? -1 });
  return {
    advance: () => undefined,
    ask: (request) => {
      const decision = numbered.ask(request);
      return decision && 'promised' in decision ? { request, promised: inPool(decision.promised) } : decision;
    },
    end: () => numbered.end().map(({ request, option }) => ({ request, option: inPool(option) })),
  };
};
