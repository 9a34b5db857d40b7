import type { Held } from '../promises/promises.ts';

/** What is promised, as a list that is counted anew for every question: nothing can get out of step. */
export class NaivePromises {
  readonly held = new Map<string, Held>();
  readonly blocked: Held[] = [];
  readonly #capacities: readonly number[];

  constructor(capacities: readonly number[]) {
    this.#capacities = capacities;
  }

  free(pool: number, slot: number): number {
    const holds = (held: Held): boolean => held.pool === pool && held.start <= slot && slot < held.end;
    const taken = [...this.held.values(), ...this.blocked].filter(holds).length;
    return (this.#capacities[pool] ?? 0) - taken;
  }

  fits({ pool, start, end }: Held): boolean {
    for (let slot = start; slot < end; slot += 1) if (this.free(pool, slot) < 1) return false;
    return true;
  }
}
