import type { Promised } from './promises.ts';

/** Promises by the minute at which their pool has to be fixed; a binary heap, for a day may have 100,000 of them. */
export class Due {
  readonly #heap: { at: number; turn: number; promised: Promised }[] = [];
  #turn = 0;

  add(at: number, promised: Promised): void {
    this.#turn += 1;
    const heap = this.#heap;
    const item = { at, turn: this.#turn, promised };
    let place = heap.push(item) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (!above || !isBefore(item, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = item;
  }

  /** Takes the next one that is due by now; of equals the one that came first. */
  next(now: number): Promised | undefined {
    const heap = this.#heap;
    const top = heap[0];
    if (!top || top.at > now) return;
    const last = heap.pop();
    if (last && heap.length > 0) this.#sink(last);
    return top.promised;
  }

  #sink(item: { at: number; turn: number; promised: Promised }): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left && right && isBefore(right, left)) child += 1;
      const below = heap[child];
      if (!below || !isBefore(below, item)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = item;
  }
}

const isBefore = (a: { at: number; turn: number }, b: { at: number; turn: number }): boolean =>
  a.at < b.at || (a.at === b.at && a.turn < b.turn);
