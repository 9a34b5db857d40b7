import { driveDay } from './drive-day.ts';
import type { Streets } from './streets.ts';
import type { Layout, Town } from './town.ts';
import { tripsOfDay } from './trips.ts';

const DAYS = [11, 12];
const STEPS = 9;
const [LEAST, MOST] = [0.1, 2];

/** As many trips as fill the kerb to what is asked for in the fullest hour, as a multiple of the reference. */
export const fitDemand = ({ peakOccupancy }: Town, layout: Layout, streets: Streets): number => {
  const peakAt = (demand: number): number =>
    DAYS.reduce((sum, seed) => {
      const day = tripsOfDay(layout, demand, seed);
      return sum + driveDay(streets, day, () => false, seed).peakOccupancy / DAYS.length;
    }, 0);
  let [low, high] = [LEAST, MOST];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (peakAt(middle) < peakOccupancy) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
