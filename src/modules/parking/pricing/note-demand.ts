import { type LonLat, toMetres } from '../../../foundation/geo/point.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import type { ParkingSetting } from '../setting.ts';
import { instantOf, SLOT_MINUTES, type Slot, slotAt } from '../slot.ts';
import { saveDemand } from './demand-store.ts';

const GRID_METRES = 100;
const WEEK_MINUTES = 7 * 1440;

const rounded = (metres: number): number => Math.round(metres / GRID_METRES) * GRID_METRES;

/** Notes what was asked for, and nothing of who asked: prices are learned from all requests, refused ones as well. */
export const noteDemand = async (
  { database, clock, newId }: Pick<ParkingSetting, 'database' | 'clock' | 'newId'>,
  ars: string,
  wish: { destination: LonLat; from: Slot; to: Slot; walkLimit: number },
): Promise<void> => {
  const day = berlinDay(instantOf(wish.from));
  const midnight = slotAt(fromBerlin(day));
  const minuteOf = (slot: Slot): number => (slot - midnight) * SLOT_MINUTES;
  const { x, y } = toMetres(wish.destination);
  await saveDemand(database, newId(), {
    ars,
    day,
    requestedMinute: Math.max(-WEEK_MINUTES, minuteOf(slotAt(clock()))),
    x: rounded(x),
    y: rounded(y),
    arrival: minuteOf(wish.from),
    departure: minuteOf(wish.to),
    walkLimit: wish.walkLimit,
  });
};
