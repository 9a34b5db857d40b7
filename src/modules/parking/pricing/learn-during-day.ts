import { toMetres } from '../../../foundation/geo/point.ts';
import { addDays, berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';
import type { Booking } from '../bookings/booking.ts';
import { listOfTown } from '../bookings/booking-store.ts';
import { demandOf } from '../engine/prices/demand.ts';
import { Forecast } from '../engine/prices/forecast.ts';
import { Promises } from '../engine/promises/promises.ts';
import { optionsOf, type Stock } from '../engine/stock/stock.ts';
import type { ParkingSetting } from '../setting.ts';
import { SLOT_MINUTES, SLOTS_A_DAY, type Slot, slotAt } from '../slot.ts';
import type { Pool } from '../spaces/pool.ts';
import { listSharedPools } from '../spaces/pool-store.ts';
import { dayClassOf } from './day-class.ts';
import { daysLike, pricesByPool, stockOn } from './day-model.ts';
import { listDemand, listTownsThatShare } from './demand-store.ts';
import { DAYS_BACK } from './learn-prices.ts';
import { findPrices, type StoredPrices, saveDayPrices } from './price-store.ts';
import { searchSpared } from './worth.ts';

type Setting = Pick<ParkingSetting, 'database' | 'clock'>;

/** Small steps from prices that are nearly right. */
const ROUNDS = 40;
/** Above it a day keeps the prices of the night: learning would cost more than deciding. */
const MOST_WISHES = 20_000;

/** What is promised of a day by now; those whose unit is named stay where they are. */
const promisedOn = (
  stock: Stock,
  pools: readonly Pool[],
  bookings: readonly Booking[],
  midnight: Slot,
): Promises => {
  const promises = new Promises(stock);
  const at = new Map(pools.map(({ id }, index) => [id, index]));
  const minuteOf = (slot: Slot) => (slot - midnight) * SLOT_MINUTES;
  for (const booking of bookings) {
    const options = optionsOf(stock, {
      id: booking.id,
      destination: toMetres(booking.destination),
      requestedAt: 0,
      arrival: minuteOf(booking.from),
      departure: minuteOf(booking.to),
      walkLimit: booking.walkLimit,
      value: searchSpared(minuteOf(booking.to) - minuteOf(booking.from)),
    });
    const held = options.find(({ pool }) => pool === at.get(booking.poolId));
    // What no longer fits the windows of its pool (the host has changed them) is kept all the same, beside the model.
    if (!held || !promises.fits(held)) continue;
    const isFixed = booking.state !== 'promised';
    promises.add({ id: booking.id, options, held, arrival: minuteOf(booking.from), isFixed });
  }
  return promises;
};

/** The mean prices of the night, in the order of the engine; a pool that is new since then begins without a price. */
const nightlyPrices = (
  stock: Stock,
  pools: readonly Pool[],
  { from, byPool }: StoredPrices,
): Float64Array => {
  const shift = Math.round((stock.from - from) / SLOT_MINUTES);
  const prices = new Float64Array(pools.length * stock.slots);
  pools.forEach(({ id }, pool) => {
    for (let slot = 0; slot < stock.slots; slot += 1)
      prices[pool * stock.slots + slot] = byPool[id]?.[slot + shift] ?? 0;
  });
  return prices;
};

const learnTown = async ({ database, clock }: Setting, ars: string): Promise<boolean> => {
  const [now, state] = [clock(), stateOf(ars)];
  const today = berlinDay(now);
  const dayClass = dayClassOf(today, state);
  const night = await findPrices(database, ars, dayClass);
  // A cold start, or a night whose prices were no better than the order of asking.
  if (!night || night.kappa === 0) return false;
  const wishes = await listDemand(database, ars, { since: addDays(today, -DAYS_BACK), before: today });
  const days = daysLike(dayClass, wishes, state);
  if (days.length === 0 || days.some((day) => day.length > MOST_WISHES)) return false;
  const pools = await listSharedPools(database, ars);
  const stock = stockOn(pools, today);
  const midnight = slotAt(fromBerlin(today));
  const bookings = await listOfTown(database, ars, { from: midnight, to: midnight + SLOTS_A_DAY });
  const prices = nightlyPrices(stock, pools, night);
  const scenarios = days.map((day) => ({ demand: demandOf(stock, day), prices }));
  const forecast = new Forecast(stock, scenarios, night.kappa);
  const minute = (slotAt(now) - midnight) * SLOT_MINUTES;
  forecast.priceAnew(promisedOn(stock, pools, bookings, midnight), minute, ROUNDS);
  const byPool = pricesByPool(pools, stock, forecast.prices());
  await saveDayPrices(database, { ars, day: today }, { ...night, from: stock.from, byPool, madeAt: now });
  return true;
};

/** Every quarter of an hour: what is left of the day is priced anew, with what is promised and what would still come. */
export const learnDuringDay = async (setting: Setting): Promise<{ towns: number }> => {
  let towns = 0;
  for (const ars of await listTownsThatShare(setting.database)) if (await learnTown(setting, ars)) towns += 1;
  return { towns };
};
