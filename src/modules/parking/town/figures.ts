import { SLOTS_AN_HOUR } from '../slot.ts';
import type { UseFigures } from './day-store.ts';

/** Below this, a number may tell of somebody. */
export const FEWEST = 10;

export type DayFigures = {
  promised: number;
  left: number;
  noShow: number;
  cancelled: number;
  failed: number;
  /** Means over all that were promised; absent with fewer than ten. */
  meanWalkMetres?: number;
  meanHours?: number;
  /** Share of those promised that found no space, 0 to 1. */ failureRate?: number;
  cents: number;
};

/** Sums and means of a period, with what is too few left out. */
export const figuresOf = (use: readonly UseFigures[]): DayFigures => {
  const of = (state: UseFigures['state']) => use.find((one) => one.state === state)?.bookings ?? 0;
  const sum = (key: 'bookings' | 'walk_metres' | 'slots' | 'cents') =>
    use.reduce((total, one) => total + one[key], 0);
  const promised = sum('bookings');
  const counts = {
    promised,
    left: of('left'),
    noShow: of('noShow'),
    cancelled: of('cancelled'),
    failed: of('failed'),
    cents: sum('cents'),
  };
  if (promised < FEWEST) return counts;
  return {
    ...counts,
    meanWalkMetres: sum('walk_metres') / promised,
    meanHours: sum('slots') / promised / SLOTS_AN_HOUR,
    failureRate: counts.failed / promised,
  };
};
