import { isWorkingDay } from '../../../foundation/time/public-holiday.ts';
import { addDays, type Day } from '../../../foundation/time/zone.ts';
import { stateOf } from '../../municipalities/index.ts';

/** Monday to Friday without the holidays of the whole state; the day itself does not count (§ 187 (1) BGB). */
export const addWorkingDays = (day: Day, count: number, ars: string): Day => {
  const state = stateOf(ars);
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, state)) left -= 1;
  }
  return at;
};

/** The promised day moves by as many days as the applicant was asked, and on to a day on which somebody works. */
export const moveBy = (day: Day, days: number, ars: string): Day => {
  const state = stateOf(ars);
  let at = addDays(day, Math.max(0, days));
  while (!isWorkingDay(at, state)) at = addDays(at, 1);
  return at;
};
