import type { Request } from '../day.ts';
import { type Option, optionsOf, type Stock } from '../stock/stock.ts';

/** Many requests with their options in flat arrays: the price run walks over them hundreds of times. */
export type Demand = {
  count: number;
  /** Where the options of request i begin; one longer than there are requests. */ first: Int32Array;
  pool: Int32Array;
  start: Int32Array;
  end: Int32Array;
  worth: Float64Array;
  requestedAt: Float64Array;
};

/** In the order in which they ask. Those that no pool can serve are left out: no price depends on them. */
export const demandOf = (stock: Stock, requests: readonly Request[]): Demand =>
  packed(
    requests
      .map((request) => ({ requestedAt: request.requestedAt, options: optionsOf(stock, request) }))
      .sort((a, b) => a.requestedAt - b.requestedAt),
  );

export const packed = (all: readonly { requestedAt: number; options: readonly Option[] }[]): Demand => {
  const served = all.filter(({ options }) => options.length > 0);
  const total = served.reduce((sum, { options }) => sum + options.length, 0);
  const demand: Demand = {
    count: served.length,
    first: new Int32Array(served.length + 1),
    pool: new Int32Array(total),
    start: new Int32Array(total),
    end: new Int32Array(total),
    worth: new Float64Array(total),
    requestedAt: Float64Array.from(served, ({ requestedAt }) => requestedAt),
  };
  let at = 0;
  served.forEach(({ options }, index) => {
    for (const { pool, start, end, worth } of options) {
      demand.pool[at] = pool;
      demand.start[at] = start;
      demand.end[at] = end;
      demand.worth[at] = worth;
      at += 1;
    }
    demand.first[index + 1] = at;
  });
  return demand;
};
