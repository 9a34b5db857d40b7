import { isHolidayIn } from '../../../foundation/time/public-holiday.ts';
import { addDays, type Day } from '../../../foundation/time/zone.ts';

/** The first two digits of a key are the state. */
const STATES: Record<string, string> = {
  '01': 'Schleswig-Holstein',
  '02': 'Hamburg',
  '03': 'Niedersachsen',
  '04': 'Bremen',
  '05': 'Nordrhein-Westfalen',
  '06': 'Hessen',
  '07': 'Rheinland-Pfalz',
  '08': 'Baden-Württemberg',
  '09': 'Bayern',
  '10': 'Saarland',
  '11': 'Berlin',
  '12': 'Brandenburg',
  '13': 'Mecklenburg-Vorpommern',
  '14': 'Sachsen',
  '15': 'Sachsen-Anhalt',
  '16': 'Thüringen',
};

const isWorkingDay = (day: Day, ars: string): boolean => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHolidayIn(STATES[ars.slice(0, 2)] ?? '', day);
};

/** Monday to Friday without the holidays of the whole state; the day itself does not count (§ 187 (1) BGB). */
export const addWorkingDays = (day: Day, count: number, ars: string): Day => {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, ars)) left -= 1;
  }
  return at;
};

/** The promised day moves by as many days as the applicant was asked, and on to a day on which somebody works. */
export const moveBy = (day: Day, days: number, ars: string): Day => {
  let at = addDays(day, Math.max(0, days));
  while (!isWorkingDay(at, ars)) at = addDays(at, 1);
  return at;
};
