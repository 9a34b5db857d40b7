import type { Request } from '../day.ts';
import { Forecast, type Scenario } from '../prices/forecast.ts';
import { Due } from '../promises/due.ts';
import { bestFree, findRoom, leftover, type Reach } from '../promises/place.ts';
import { type Promised, Promises } from '../promises/promises.ts';
import { type Option, optionsOf, type Stock } from '../stock/stock.ts';
import { Fairness, type Floor } from './fairness.ts';
import type { Decision, Placed, Policy } from './policy.ts';

/** What the night leaves for the day; without earlier days there are no scenarios, and kappa is 0. */
export type PriceSet = { scenarios: readonly Scenario[]; kappa: number };

/** How often prices are learned anew during the day, in how many rounds, and how many looks at options a day may cost. */
export type Learning = { everyMinutes: number; rounds: number; effort: number };

export type BidPriceSettings = {
  reach: Reach;
  learning: Learning;
  floors: readonly Floor[];
};

export const BID_PRICE: BidPriceSettings = {
  reach: { depth: 2, tries: 200 },
  learning: { everyMinutes: 5, rounds: 12, effort: 1e9 },
  floors: [],
};

/** Of the worth of a stay, for each free slot left beside it: best fit in time where nothing else decides. */
const LEFTOVER_PENALTY = 0.0006;
const LEFTOVER_SLOTS = 36;

/** Promises while the worth of a stay exceeds its bid price; which pool it is stays open until shortly before arrival. */
export class BidPrice implements Policy {
  readonly #stock: Stock;
  readonly #settings: BidPriceSettings;
  readonly #promises: Promises;
  readonly #forecast: Forecast;
  readonly #fairness: Fairness;
  readonly #isCold: boolean;
  readonly #due = new Due();
  readonly #placed = new Map<string, Request>();
  #nextLearning = Number.NEGATIVE_INFINITY;
  readonly #learnsEvery: number;

  constructor(stock: Stock, { scenarios, kappa }: PriceSet, settings = BID_PRICE) {
    this.#stock = stock;
    this.#settings = settings;
    this.#promises = new Promises(stock);
    this.#forecast = new Forecast(stock, scenarios, kappa);
    this.#fairness = new Fairness(settings.floors);
    this.#isCold = scenarios.length === 0 || kappa === 0;
    const work = this.#isCold ? Number.POSITIVE_INFINITY : this.#forecast.effort(Number.NEGATIVE_INFINITY);
    this.#learnsEvery = learningInterval(stock, settings.learning, work);
  }

  ask = (request: Request): Decision => {
    this.advance(request.requestedAt);
    const decision = this.#decide(request);
    this.#fairness.count(request, 'promised' in decision);
    return decision;
  };

  end = (): Placed[] => {
    this.#fixDue(Number.POSITIVE_INFINITY);
    return this.fixed();
  };

  /** Those whose pool no longer changes. */
  fixed(): Placed[] {
    return [...this.#promises.all()].flatMap(({ id, held, isFixed }) => {
      const request = this.#placed.get(id);
      return request && isFixed ? [{ request, option: held }] : [];
    });
  }

  /** What the clock brings: prices learn, pools are fixed. */
  advance = (now: number): void => {
    if (now >= this.#nextLearning) this.#learn(now);
    this.#fixDue(now);
  };

  #decide(request: Request): Decision {
    const options = optionsOf(this.#stock, request);
    if (options.length === 0) return { request, refused: 'no-space-in-reach' };
    const bonus = this.#fairness.bonus(request);
    const worthwhile = options.filter((option) => option.worth + bonus > this.#forecast.cost(option));
    if (worthwhile.length === 0) return { request, refused: 'kept-for-others' };
    const held = findRoom(this.#promises, worthwhile, this.#score, this.#settings.reach);
    if (!held) return { request, refused: 'all-taken' };
    const promised: Promised = { id: request.id, options, held, arrival: request.arrival, isFixed: false };
    this.#promises.add(promised);
    this.#placed.set(request.id, request);
    const fixedAt = request.arrival - this.#stock.rules.fixedMinutesBefore;
    if (fixedAt <= request.requestedAt) this.#promises.fix(promised);
    else this.#due.add(fixedAt, promised);
    return { request, promised: held };
  }

  readonly #score = (option: Option): number => {
    const gain = option.worth - this.#forecast.cost(option);
    if (!this.#isCold) return gain;
    return gain - LEFTOVER_PENALTY * option.worth * leftover(this.#promises, option, LEFTOVER_SLOTS);
  };

  #fixDue(now: number): void {
    for (;;) {
      const promised = this.#due.next(now);
      if (!promised) return;
      this.#improve(promised);
      this.#promises.fix(promised);
    }
  }

  /** To where it is worth most by what is known now. */
  #improve(promised: Promised): void {
    this.#promises.lift(promised);
    const best = bestFree(this.#promises, promised.options, this.#score);
    const isBetter = best && this.#score(best) > this.#score(promised.held) + 1e-9;
    this.#promises.settle(promised, isBetter ? best : promised.held);
  }

  #learn(now: number): void {
    const isFirst = this.#nextLearning === Number.NEGATIVE_INFINITY;
    this.#nextLearning = now + this.#learnsEvery;
    // The prices of the night are fresh.
    if (isFirst) return;
    this.#forecast.priceAnew(this.#promises, now, this.#settings.learning.rounds);
    for (const promised of this.#promises.all()) if (!promised.isFixed) this.#improve(promised);
  }
}

const SELDOM_MINUTES = 30;

/** Large days learn less often; where that would be too seldom to follow the day, its prices stay those of the night. */
const learningInterval = (
  { slots, rules }: Stock,
  { everyMinutes, rounds, effort }: Learning,
  work: number,
): number => {
  if (effort === 0) return Number.POSITIVE_INFINITY;
  // A third of what a day looks at is still to come, in the mean of a day and of the one before it.
  const affordable = effort / ((work * rounds) / 3);
  const minutes = Math.max(everyMinutes, (2 * slots * rules.slotMinutes) / affordable);
  return minutes > SELDOM_MINUTES ? Number.POSITIVE_INFINITY : minutes;
};
