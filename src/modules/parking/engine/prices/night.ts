import type { Request } from '../day.ts';
import { BID_PRICE, BidPrice, type BidPriceSettings, type PriceSet } from '../policy/bid-price.ts';
import { firstComePooled } from '../policy/first-come.ts';
import { decideDay, worthOf } from '../policy/policy.ts';
import type { Stock } from '../stock/stock.ts';
import { demandOf } from './demand.ts';
import { meanOf, type Scenario } from './forecast.ts';
import { lagrange } from './lagrange.ts';
import { supplyOf } from './supply.ts';

/** Never above 1: a price that keeps out those whom it was made for serves nobody. */
const KAPPAS = [1, 0.85, 0.7];
const NIGHTLY = { step: 0.1, slowing: 20 };
/** Rounds of the price run: fewer on very large days, so that the night ends. */
const ROUNDS = { least: 60, most: 300, looks: 8e8 };
/** More earlier days than these make the night longer, not the prices better. */
const MOST_DAYS = 6;
const REPLAYED_DAYS = 3;
/** From so many requests a day on, one replayed day says enough. */
const LARGE_DAY = 20_000;

export type NightRun = PriceSet & {
  /** What the replayed days were worth, with the prices and first come, first served. */ replay?: {
    own: number;
    firstCome: number;
  };
};

/**
 * The prices of tomorrow from comparable earlier days, newest last. Kappa is tuned by replaying days with the prices of the
 * others. A price set whose replay is below first come, first served never goes live: then, as without any earlier day, the
 * day begins cold: no prices, best fit in time.
 */
export const nightRun = (stock: Stock, earlier: readonly (readonly Request[])[]): NightRun => {
  const days = earlier.slice(-MOST_DAYS).filter((day) => day.length > 0);
  if (days.length === 0 || stock.slots === 0) return { scenarios: [], kappa: 0 };
  const supply = supplyOf(stock);
  const scenarios = days.map((day): Scenario => {
    const demand = demandOf(stock, day);
    const whole = { demand, from: 0, weight: 1, isPromised: false };
    const looks = days.length * (demand.pool.length + supply.free.length);
    const iterations = Math.floor(Math.min(ROUNDS.most, Math.max(ROUNDS.least, ROUNDS.looks / looks)));
    return { demand, prices: lagrange([whole], supply, { ...NIGHTLY, iterations }).prices };
  });
  const isLarge = days.some((day) => day.length >= LARGE_DAY);
  const replayed = days.map((day, at) => ({ day: inOrder(day), at })).slice(isLarge ? -1 : -REPLAYED_DAYS);
  const firstCome = replayed.reduce(
    (sum, { day }) => sum + worthOf(decideDay(firstComePooled(stock), day)),
    0,
  );
  const tried = KAPPAS.map((kappa) => ({
    kappa,
    own: replayed.reduce((sum, { day, at }) => sum + replay(stock, scenarios, at, kappa, day), 0),
  }));
  const best = tried.reduce((one, other) => (other.own > one.own ? other : one));
  const isLive = best.own >= firstCome;
  return { scenarios, kappa: isLive ? best.kappa : 0, replay: { own: best.own, firstCome } };
};

/** A day as if it had not been seen: with the prices of the other days, and no learning on the way. */
const replay = (
  stock: Stock,
  scenarios: readonly Scenario[],
  at: number,
  kappa: number,
  day: readonly Request[],
): number => {
  const others = scenarios.filter((_, other) => other !== at || scenarios.length === 1);
  const mean: Scenario = {
    demand: demandOf(stock, []),
    prices: meanOf(others.map(({ prices }) => prices)),
  };
  return worthOf(decideDay(new BidPrice(stock, { scenarios: [mean], kappa }, WITHOUT_LEARNING), day));
};

const WITHOUT_LEARNING: BidPriceSettings = { ...BID_PRICE, learning: { ...BID_PRICE.learning, effort: 0 } };

/** Kept days may come in any order; ids tell nothing. */
const inOrder = (day: readonly Request[]): Request[] =>
  day.map((request, at) => ({ ...request, id: `${at}` })).sort((a, b) => a.requestedAt - b.requestedAt);
