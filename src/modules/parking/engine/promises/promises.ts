import type { Option, Stock } from '../stock/stock.ts';

/** A space promised to a driver; which pool it is stays open until it is fixed. */
export type Promised = {
  id: string;
  options: readonly Option[];
  /** Where it lies now: one of the options. */ held: Option;
  arrival: number;
  isFixed: boolean;
};

export type Held = Pick<Option, 'pool' | 'start' | 'end'>;

/** Everything promised, and what is still free. No slot of a pool is ever loaded beyond what is there. */
export class Promises {
  readonly slots: number;
  /** By `pool * slots + slot`: neither promised nor blocked. */
  readonly free: Int32Array;
  readonly #byId = new Map<string, Promised>();
  readonly #open: Set<Promised>[];

  constructor({ pools, slots }: Stock) {
    this.slots = slots;
    this.free = new Int32Array(pools.length * slots);
    this.#open = pools.map(() => new Set());
    pools.forEach(({ capacity }, at) => {
      this.free.fill(capacity, at * slots, (at + 1) * slots);
    });
  }

  find(id: string): Promised | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<Promised> {
    return this.#byId.values();
  }

  /** Those in a pool that may still move. */
  openIn(pool: number): Iterable<Promised> {
    return this.#open[pool] ?? [];
  }

  fits({ pool, start, end }: Option): boolean {
    const base = pool * this.slots;
    for (let at = base + start; at < base + end; at += 1) if ((this.free[at] as number) < 1) return false;
    return true;
  }

  /** @throws Error where the promise does not fit: who calls has asked before. */
  add(promised: Promised): void {
    if (this.#byId.has(promised.id)) throw new Error(`${promised.id} is promised already.`);
    if (!this.fits(promised.held)) throw new Error(`${promised.id} does not fit into its pool.`);
    this.#byId.set(promised.id, promised);
    this.#take(promised);
  }

  remove(promised: Promised): void {
    this.#byId.delete(promised.id);
    this.#give(promised);
  }

  /** Takes an open promise up, to lay it down again by `settle`: until then nothing else can move it. */
  lift(promised: Promised): void {
    this.#give(promised);
  }

  /** Back to where it was, or to somewhere new. @throws Error where it does not fit. */
  settle(promised: Promised, to: Option): void {
    if (to !== promised.held && !this.fits(to)) throw new Error(`${promised.id} does not fit there.`);
    promised.held = to;
    this.#take(promised);
  }

  fix(promised: Promised): void {
    promised.isFixed = true;
    this.#open[promised.held.pool]?.delete(promised);
  }

  /** Shortens what a promise holds: who left early or never came. */
  release(promised: Promised, from: number): void {
    const { held } = promised;
    this.#give(promised);
    promised.held = { ...held, end: Math.max(held.start, Math.min(held.end, from)) };
    this.#take(promised);
  }

  /** One unit out of use. Where that leaves fewer than are promised, `free` is negative: the caller moves promises at once. */
  block(held: Held): void {
    this.#load(held, -1);
  }

  unblock(held: Held): void {
    this.#load(held, 1);
  }

  #take(promised: Promised): void {
    this.#load(promised.held, -1);
    if (!promised.isFixed) this.#open[promised.held.pool]?.add(promised);
  }

  #give(promised: Promised): void {
    this.#load(promised.held, 1);
    this.#open[promised.held.pool]?.delete(promised);
  }

  #load({ pool, start, end }: Held, change: number): void {
    const base = pool * this.slots;
    for (let at = base + start; at < base + end; at += 1) (this.free[at] as number) += change;
  }
}
