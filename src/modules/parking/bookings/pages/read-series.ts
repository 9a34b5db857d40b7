import type { LonLat } from '../../../../foundation/geo/point.ts';
import { type Day, isDay } from '../../../../foundation/time/zone.ts';
import type { Wish } from '../fitting-pools.ts';
import { repetitions, seriesDays } from '../series.ts';
import { readWish, type WishFaults } from './read-wish.ts';

type Wished = { day: Day; wish: Wish };

/** A wish, and the same one on the days on which it is repeated: each at its time by the clock of that day. */
export const readSeries = (
  typed: Record<string, string>,
  destination: LonLat,
  state: string,
): { wishes: [Wished, ...Wished[]] } | { faults: WishFaults } => {
  const first = readWish(typed, destination);
  const repetition = repetitions.find((one) => one === (typed.wiederholen ?? 'nie'));
  const { tag: day = '', bis: until = '' } = typed;
  const faults: WishFaults = {
    ...('faults' in first && first.faults),
    ...(repetition === undefined && { wiederholen: 'unknown-choice' as const }),
    ...(repetition !== 'nie' && !(isDay(until) && until >= day) && { bis: 'not-a-day' as const }),
  };
  if ('faults' in first || !repetition || Object.keys(faults).length > 0) return { faults };
  const others = seriesDays(day, repetition, until, state)
    .slice(1)
    .flatMap((other): Wished[] => {
      const read = readWish({ ...typed, tag: other }, destination);
      return 'faults' in read ? [] : [{ day: other, wish: read.wish }];
    });
  return { wishes: [{ day, wish: first.wish }, ...others] };
};
