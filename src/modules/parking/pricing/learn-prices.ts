import { addDays, berlinDay, type Day } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';
import { meanOf } from '../engine/prices/forecast.ts';
import { nightRun } from '../engine/prices/night.ts';
import type { ParkingSetting } from '../setting.ts';
import { listSharedPools } from '../spaces/pool-store.ts';
import { countFloors } from './count-floors.ts';
import { type DayClass, dayClasses, dayClassOf } from './day-class.ts';
import { daysLike, pricesByPool, stockOn } from './day-model.ts';
import { type Demand, listDemand, listTownsThatShare } from './demand-store.ts';
import { deleteDayPrices, savePrices } from './price-store.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock'>;

/** So far back wishes may be learned from. */
export const DAYS_BACK = 42;

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
  const days = daysLike(dayClass, demand, state);
  if (days.length === 0) return false;
  const pools = await listSharedPools(database, ars);
  const stock = stockOn(pools, nextDayOf(dayClass, addDays(berlinDay(clock()), 1), state));
  const { scenarios, kappa, replay } = nightRun(stock, days);
  if (scenarios.length === 0) return false;
  const prices = meanOf(scenarios.map((scenario) => scenario.prices));
  const byPool = pricesByPool(pools, stock, prices);
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
  await deleteDayPrices(setting.database, today);
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
