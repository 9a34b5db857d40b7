import { isHolidayIn } from '../../../foundation/time/public-holiday.ts';
import type { Day } from '../../../foundation/time/zone.ts';

export const dayClasses = ['weekday', 'saturday', 'sunday'] as const;
/** Days that are alike; a public holiday is like a Sunday. */
export type DayClass = (typeof dayClasses)[number];

export const dayClassOf = (day: Day, state: string): DayClass => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  if (weekday === 0 || isHolidayIn(state, day)) return 'sunday';
  return weekday === 6 ? 'saturday' : 'weekday';
};
