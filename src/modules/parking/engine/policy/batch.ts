import type { Request } from '../day.ts';
import { bestFree } from '../promises/place.ts';
import { Promises } from '../promises/promises.ts';
import { type Option, optionsOf, type Stock } from '../stock/stock.ts';
import { assign } from './assign.ts';
import type { Placed, Policy } from './policy.ts';

const BATCH_MINUTES = 2;

/** Gathers the requests of two minutes and serves them together as well as it can. */
export const batchAssignment = (stock: Stock): Policy => {
  const promises = new Promises(stock);
  const placed: Placed[] = [];
  let waiting: Request[] = [];
  let closesAt = Number.NEGATIVE_INFINITY;

  const decide = (): void => {
    const asked = waiting.map((request) => ({ request, options: optionsOf(stock, request) }));
    waiting = [];
    const seats = asked.map(({ options }) => options.filter((option) => promises.fits(option)));
    const chosen = assign(seats.map((options) => seatsOf(promises, options, asked.length)));
    asked.forEach(({ request, options }, at) => {
      const wish = chosen[at];
      // Two of one batch may want the same pool at different times: what the rough seats did not foresee goes to the best free.
      const held = wish && promises.fits(wish) ? wish : bestFree(promises, options, ({ worth }) => worth);
      if (!held) return;
      promises.add({ id: request.id, options, held, arrival: request.arrival, isFixed: true });
      placed.push({ request, option: held });
    });
  };

  return {
    advance: (now) => {
      if (now >= closesAt) decide();
    },
    ask: (request) => {
      if (waiting.length === 0) closesAt = request.requestedAt + BATCH_MINUTES;
      waiting.push(request);
      return undefined;
    },
    end: () => {
      decide();
      return placed;
    },
  };
};

/** In a pool with three free units there are three seats for a batch. */
const seatsOf = ({ free, slots }: Promises, options: readonly Option[], most: number) =>
  options.flatMap((option) => {
    const loads = free.subarray(option.pool * slots + option.start, option.pool * slots + option.end);
    const units = Math.min(most, ...loads);
    return Array.from({ length: units }, (_, unit) => ({
      key: `${option.pool} ${unit}`,
      worth: option.worth,
      option,
    }));
  });
