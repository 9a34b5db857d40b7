import { toMetres } from '../../../foundation/geo/point.ts';
import { addDays, berlinDay, type Day, fromBerlin } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';

import { type Pool as EnginePool, type Request, RULES } from '../engine/day.ts';
import { meanOf } from '../engine/prices/forecast.ts';
import { nightRun } from '../engine/prices/night.ts';
import { stockOf } from '../engine/stock/stock.ts';
import type { ParkingSetting } from '../setting.ts';
import { BUFFER_SLOTS, FIXED_MINUTES_BEFORE, SLOT_MINUTES, slotAt } from '../slot.ts';
import { openSpans } from '../spaces/open-times.ts';
import type { Pool } from '../spaces/pool.ts';
import { listSharedPools } from '../spaces/pool-store.ts';
import { countFloors } from './count-floors.ts';
import { type DayClass, dayClasses, dayClassOf } from './day-class.ts';
import { type Demand, listDemand, listTownsThatShare } from './demand-store.ts';
import { savePrices } from './price-store.ts';
import { searchSpared } from './worth.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock'>;

const DAYS_BACK = 42;
const MOST_DAYS = 6;
/** A stay may end on the next day. */
const HORIZON_SLOTS = (36 * 60) / SLOT_MINUTES;

/** The pools as they are shared on a day, in minutes of it. */
const enginePools = (pools: readonly Pool[], day: Day): EnginePool[] => {
  const midnight = slotAt(fromBerlin(day));
  return pools.map(({ ars, id, facts, windows }) => ({
    id,
    at: toMetres(facts.point),
    capacity: facts.capacity,
    windows: openSpans(windows, { from: midnight, to: midnight + HORIZON_SLOTS }, stateOf(ars)).map(
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

const nextDayOf = (dayClass: DayClass, after: Day, state: string): Day => {
  let day = after;
  while (dayClassOf(day, state) !== dayClass) day = addDays(day, 1);
  return day;
};

const learnClass = async (
  { database, clock }: Setting,
  ars: string,
  dayClass: DayClass,
  demand: readonly Demand[],
): Promise<boolean> => {
  const state = stateOf(ars);
  const days = [...Map.groupBy(demand, ({ day }) => day)]
    .filter(([day]) => dayClassOf(day, state) === dayClass)
    .slice(-MOST_DAYS)
    .map(([, asked]) => asked.map(requestOf));
  if (days.length === 0) return false;
  const pools = await listSharedPools(database, ars);
  const rules = {
    ...RULES,
    slotMinutes: SLOT_MINUTES,
    bufferMinutes: BUFFER_SLOTS * SLOT_MINUTES,
    fixedMinutesBefore: FIXED_MINUTES_BEFORE,
  };
  const stock = stockOf(
    enginePools(pools, nextDayOf(dayClass, addDays(berlinDay(clock()), 1), state)),
    rules,
  );
  const { scenarios, kappa, replay } = nightRun(stock, days);
  if (scenarios.length === 0) return false;
  const prices = meanOf(scenarios.map((scenario) => scenario.prices));
  const byPool = Object.fromEntries(
    pools.map(({ id }, at) => [
      id,
      Array.from(prices.subarray(at * stock.slots, (at + 1) * stock.slots), (price) =>
        Number(price.toFixed(3)),
      ),
    ]),
  );
  const learned = {
    kappa,
    days: days.length,
    from: stock.from,
    byPool,
    replay: replay ?? null,
    madeAt: clock(),
  };
  await savePrices(database, { ars, dayClass }, learned);
  return true;
};

/** Every night, for each town that shares: what an hour of each pool was worth on days like the coming ones. */
export const learnPrices = async (setting: Setting): Promise<{ towns: number; priceSets: number }> => {
  const today = berlinDay(setting.clock());
  const towns = await listTownsThatShare(setting.database);
  let priceSets = 0;
  for (const ars of towns) {
    const demand = await listDemand(setting.database, ars, {
      since: addDays(today, -DAYS_BACK),
      before: today,
    });
    await countFloors(setting, ars);
    for (const dayClass of dayClasses) if (await learnClass(setting, ars, dayClass, demand)) priceSets += 1;
  }
  return { towns: towns.length, priceSets };
};
