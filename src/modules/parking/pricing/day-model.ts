import { toMetres } from '../../../foundation/geo/point.ts';
import { type Day, fromBerlin } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';
import { type Pool as EnginePool, type Request, RULES } from '../engine/day.ts';
import { type Stock, stockOf } from '../engine/stock/stock.ts';
import { BUFFER_SLOTS, FIXED_MINUTES_BEFORE, SLOT_MINUTES, slotAt } from '../slot.ts';
import { openSpans } from '../spaces/open-times.ts';
import type { Pool } from '../spaces/pool.ts';
import { type DayClass, dayClassOf } from './day-class.ts';
import type { Demand } from './demand-store.ts';
import { searchSpared } from './worth.ts';

// Between the town and the engine: pools and wishes of one day, in minutes of it.

const MOST_DAYS = 6;
/** A stay may end on the next day. */
const HORIZON_SLOTS = (36 * 60) / SLOT_MINUTES;

/** The pools as they are shared on a day, in minutes of it. */
const enginePools = (pools: readonly Pool[], day: Day): EnginePool[] => {
  const midnight = slotAt(fromBerlin(day));
  return pools.map(({ ars, id, facts, windows, restDays }) => ({
    id,
    at: toMetres(facts.point),
    capacity: facts.capacity,
    windows: openSpans(windows, { from: midnight, to: midnight + HORIZON_SLOTS }, stateOf(ars), restDays).map(
      (span) => ({
        from: (span.from - midnight) * SLOT_MINUTES,
        to: (span.to - midnight) * SLOT_MINUTES,
      }),
    ),
  }));
};

const requestOf = (demand: Demand, at: number): Request => ({
  id: String(at),
  destination: { x: demand.x, y: demand.y },
  requestedAt: demand.requestedMinute,
  arrival: demand.arrival,
  departure: demand.departure,
  walkLimit: demand.walkLimit,
  value: searchSpared(demand.departure - demand.arrival),
});

/** What is shared on a day, as the engine sees it. */
export const stockOn = (pools: readonly Pool[], day: Day): Stock =>
  stockOf(enginePools(pools, day), {
    ...RULES,
    slotMinutes: SLOT_MINUTES,
    bufferMinutes: BUFFER_SLOTS * SLOT_MINUTES,
    fixedMinutesBefore: FIXED_MINUTES_BEFORE,
  });

/** What was wished for on the latest days of a kind, by day. */
export const daysLike = (dayClass: DayClass, demand: readonly Demand[], state: string): Request[][] =>
  [...Map.groupBy(demand, ({ day }) => day)]
    .filter(([day]) => dayClassOf(day, state) === dayClass)
    .slice(-MOST_DAYS)
    .map(([, asked]) => asked.map(requestOf));

/** Prices of the engine, by the id of their pool; three digits are enough. */
export const pricesByPool = (
  pools: readonly Pool[],
  { slots }: Stock,
  prices: Float64Array,
): Record<string, number[]> =>
  Object.fromEntries(
    pools.map(({ id }, at) => [
      id,
      Array.from(prices.subarray(at * slots, (at + 1) * slots), (price) => Number(price.toFixed(3))),
    ]),
  );
