import { SLOTS_AN_HOUR } from '../slot.ts';
import type { StoredPrices } from './price-store.ts';

/** Below this, a value would tell of a single host's space. */
const FEWEST_POOLS = 3;
const HOURS = 24;

/**
 * What one hour of a space is worth to those who ask later, by hour of the day, in minutes of search: the mean over all
 * pools. @returns undefined where too few pools have prices.
 */
export const hourValues = ({ from, byPool }: Pick<StoredPrices, 'from' | 'byPool'>): number[] | undefined => {
  const pools = Object.values(byPool);
  if (pools.length < FEWEST_POOLS) return undefined;
  const first = (hour: number) => Math.round(((hour * 60 - from) / 60) * SLOTS_AN_HOUR);
  return Array.from({ length: HOURS }, (_, hour) => {
    const sum = pools.reduce(
      (total, slots) =>
        total +
        slots
          .slice(Math.max(0, first(hour)), Math.max(0, first(hour + 1)))
          .reduce((one, price) => one + price, 0),
      0,
    );
    return sum / pools.length;
  });
};
