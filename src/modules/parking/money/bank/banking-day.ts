import { isWorkingDay } from '../../../../foundation/time/public-holiday.ts';
import { addDays, type Day } from '../../../../foundation/time/zone.ts';

/**
 * A day on which banks settle (TARGET): Monday to Friday but for 1 January, Good Friday, Easter Monday, 1 May, 25 and 26
 * December. All of them are holidays in the whole of Germany; the other German ones are left out as well, for certainty.
 */
const isBankingDay = (day: Day): boolean => isWorkingDay(day, '');

/** The scheme wants the file one banking day before; one more is left for whoever carries it to the bank. */
const LEAD_DAYS = 2;

export const earliestCollection = (today: Day): Day => {
  let day = today;
  for (let left = LEAD_DAYS; left > 0; ) {
    day = addDays(day, 1);
    if (isBankingDay(day)) left -= 1;
  }
  return day;
};

const LATEST_DAYS = 30;

export const mayCollectOn = (day: Day, today: Day): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(`${day}T00:00Z`)) &&
  isBankingDay(day) &&
  day >= earliestCollection(today) &&
  day <= addDays(today, LATEST_DAYS);
