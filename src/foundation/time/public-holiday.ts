import OpeningHours from 'opening_hours';
import { remembered } from './remembered.ts';
import { type Day, fromBerlin } from './zone.ts';

// Without a state the library knows the holidays that all of Germany has.
const holidaysOf = (state: string) =>
  new OpeningHours('PH', { lat: 51.2, lon: 10.4, address: { country_code: 'de', state } });
const holidays = holidaysOf('');

/** Whether a day is a public holiday in every state of Germany. */
export const isPublicHoliday: (day: Day) => boolean = remembered((day) =>
  holidays.getState(fromBerlin(day, '12:00')),
);

/** Sundays and public holidays: § 9 (1) ArbZG and the holiday laws of the states keep them free of work. */
export const isDayOfRest = (day: Day): boolean =>
  new Date(`${day}T00:00Z`).getUTCDay() === 0 || isPublicHoliday(day);

const ofState = remembered(holidaysOf);
const knownHolidays = remembered((key) => {
  const day = key.slice(0, 10);
  return ofState(key.slice(11)).getState(fromBerlin(day, '12:00'));
});

/** Whether a day is a public holiday in a whole state; what only some of its towns have (Augsburg) is none here. */
export const isHolidayIn = (state: string, day: Day): boolean => knownHolidays(`${day} ${state}`);

/** Monday to Friday without the holidays of the state; without a state those that all states have count. */
export const isWorkingDay = (day: Day, state: string): boolean => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHolidayIn(state, day);
};

const schoolHolidaysOf = remembered((state) => {
  try {
    return new OpeningHours('SH', { lat: 51.2, lon: 10.4, address: { country_code: 'de', state } });
  } catch {
    // The library refuses a state that it has no table of.
    return undefined;
  }
});

/** Whether a day lies in the school holidays of a state; undefined where the table ends and nobody knows. */
export const isSchoolHoliday = (state: string, day: Day): boolean | undefined => {
  try {
    return schoolHolidaysOf(state)?.getState(fromBerlin(day, '12:00'));
  } catch {
    return undefined;
  }
};
