import type { Option } from '../stock/stock.ts';
import type { Promises } from './promises.ts';

/** The higher, the rather a request should lie there. */
export type Score = (option: Option) => number;

export type Reach = {
  /** How many promises may move in a row so that one more fits. */ depth: number;
  /** How many moves are looked at in all: the longest answer is bounded. */ tries: number;
};

/**
 * Finds room for a request: the best option that is free, else one that becomes free when open promises move to other
 * options of theirs (an ejection chain). Moves are done only where the whole chain succeeds.
 */
export const findRoom = (
  promises: Promises,
  options: readonly Option[],
  score: Score,
  reach: Reach,
): Option | undefined => {
  const left = { tries: reach.tries };
  return room(promises, options, score, reach.depth, left);
};

const room = (
  promises: Promises,
  options: readonly Option[],
  score: Score,
  depth: number,
  left: { tries: number },
): Option | undefined => {
  const direct = bestFree(promises, options, score);
  if (direct || depth === 0) return direct;
  const ordered = options.map((option) => ({ option, at: score(option) })).sort((a, b) => b.at - a.at);
  for (const { option } of ordered) {
    for (const other of [...promises.openIn(option.pool)]) {
      if (other.held.end <= option.start || other.held.start >= option.end) continue;
      if (left.tries <= 0) return;
      left.tries -= 1;
      promises.lift(other);
      let to: Option | undefined;
      if (promises.fits(option)) {
        promises.block(option);
        const elsewhere = other.options.filter(({ pool }) => pool !== option.pool);
        to = room(promises, elsewhere, score, depth - 1, left);
        promises.unblock(option);
      }
      promises.settle(other, to ?? other.held);
      if (to) return option;
    }
  }
  return;
};

/** The best option that is free as it is; of equals the first, which is the nearest. */
export const bestFree = (
  promises: Promises,
  options: readonly Option[],
  score: Score,
): Option | undefined => {
  let best: Option | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const option of options) {
    const at = score(option);
    if (at > most && promises.fits(option)) {
      most = at;
      best = option;
    }
  }
  return best;
};

/** Free slots that would be left beside a stay in its pool: the fewer, the less is broken into pieces. */
export const leftover = ({ free, slots }: Promises, { pool, start, end }: Option, most: number): number => {
  const base = pool * slots;
  let count = 0;
  for (let at = start - 1; at >= 0 && (free[base + at] as number) > 0 && count < most; at -= 1) count += 1;
  const before = count;
  for (let at = end; at < slots && (free[base + at] as number) > 0 && count - before < most; at += 1)
    count += 1;
  return count;
};
