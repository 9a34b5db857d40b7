import { findRoom, type Reach, type Score } from './place.ts';
import type { Held, Promised, Promises } from './promises.ts';

/** Who has to move, to where; without a target only the garage is left. */
export type Replacement = { promised: Promised; isPlaced: boolean };

/**
 * A unit that cannot be used as promised: somebody overstays, or reports it blocked. The promises that no longer fit move
 * at once, before their drivers arrive: the latest to arrive first, for they have the most time; a fixed one only where no
 * open one is left.
 */
export const takeOutOfUse = (promises: Promises, held: Held, score: Score, reach: Reach): Replacement[] => {
  promises.block(held);
  const moved: Replacement[] = [];
  for (;;) {
    const slot = firstOverfull(promises, held);
    if (slot === undefined) return moved;
    const promised = lastToArrive(promises, held.pool, slot);
    // Nobody to move: the block itself is larger than what the pool has.
    if (!promised) return moved;
    moved.push({ promised, isPlaced: rehome(promises, promised, score, reach) });
  }
};

/** Another pool for a promise; its old one is given up either way. Its walk and price limits hold: options know no others. */
export const rehome = (promises: Promises, promised: Promised, score: Score, reach: Reach): boolean => {
  const from = promised.held.pool;
  promises.remove(promised);
  const elsewhere = promised.options.filter(({ pool }) => pool !== from);
  const to = findRoom(promises, elsewhere, score, reach);
  if (to) promises.add({ ...promised, held: to });
  return to !== undefined;
};

const firstOverfull = ({ free, slots }: Promises, { pool, start, end }: Held): number | undefined => {
  for (let at = start; at < end; at += 1) if ((free[pool * slots + at] as number) < 0) return at;
  return;
};

const lastToArrive = (promises: Promises, pool: number, slot: number): Promised | undefined => {
  let last: Promised | undefined;
  for (const promised of promises.all()) {
    const { held, isFixed, arrival } = promised;
    if (held.pool !== pool || slot < held.start || slot >= held.end) continue;
    if (!last || (last.isFixed && !isFixed) || (last.isFixed === isFixed && arrival > last.arrival))
      last = promised;
  }
  return last;
};
