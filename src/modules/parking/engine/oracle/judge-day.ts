import { type Pool, type Request, type Rules, walkBetween } from '../day.ts';
import type { Placed } from '../policy/policy.ts';

export type Fault = {
  request: string;
  fault: 'unknown-pool' | 'twice' | 'outside' | 'too-far' | 'over-capacity';
};

/** Checks a finished day minute by minute, without any part of the engine: slow, and obviously right. */
export const judgeDay = (
  pools: readonly Pool[],
  placed: readonly (Omit<Placed, 'option'> & { pool: number })[],
  { bufferMinutes }: Rules,
): Fault[] => {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const loads = pools.map(() => new Map<number, number>());
  for (const { request, pool: at } of placed) {
    const pool = pools[at];
    const found = (fault: Fault['fault']) => faults.push({ request: request.id, fault });
    if (seen.has(request.id)) found('twice');
    seen.add(request.id);
    if (!pool) {
      found('unknown-pool');
      continue;
    }
    if (walkBetween(pool.at, request.destination) > request.walkLimit) found('too-far');
    const window = windowAround(pool, request);
    if (!window) found('outside');
    const until = Math.min(request.departure + bufferMinutes, window?.to ?? request.departure);
    let isOver = false;
    for (let minute = request.arrival; minute < until; minute += 1) {
      const load = (loads[at]?.get(minute) ?? 0) + 1;
      loads[at]?.set(minute, load);
      if (load > pool.capacity) isOver = true;
    }
    if (isOver) found('over-capacity');
  }
  return faults;
};

const windowAround = (pool: Pool, { arrival, departure }: Request) =>
  pool.windows.find(({ from, to }) => from <= arrival && departure <= to);
