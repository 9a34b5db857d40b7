import OpeningHours from 'opening_hours';
import { type Day, fromBerlin } from './zone.ts';

// Without a state the library knows the holidays that all of Germany has.
const holidaysOf = (state: string) =>
  new OpeningHours('PH', { lat: 51.2, lon: 10.4, address: { country_code: 'de', state } });
const holidays = holidaysOf('');

const MOST_DAYS_KNOWN = 400;
const knownDays = new Map<Day, boolean>();

/** Whether a day is a public holiday in every state of Germany. */
export const isPublicHoliday = (day: Day): boolean => {
  const known = knownDays.get(day);
  if (known !== undefined) return known;
  const is = holidays.getState(fromBerlin(day, '12:00'));
  if (knownDays.size >= MOST_DAYS_KNOWN) knownDays.clear();
  knownDays.set(day, is);
  return is;
};

/** Sundays and public holidays: § 9 (1) ArbZG and the holiday laws of the states keep them free of work. */
export const isDayOfRest = (day: Day): boolean =>
  new Date(`${day}T00:00Z`).getUTCDay() === 0 || isPublicHoliday(day);

const ofStates = new Map<string, ReturnType<typeof holidaysOf>>();

/** Whether a day is a public holiday in a whole state; what only some of its towns have (Augsburg) is none here. */
export const isHolidayIn = (state: string, day: Day): boolean => {
  const known = ofStates.get(state) ?? holidaysOf(state);
  ofStates.set(state, known);
  return known.getState(fromBerlin(day, '12:00'));
};

/** Monday to Friday without the holidays of the state; without a state those that all states have count. */
export const isWorkingDay = (day: Day, state: string): boolean => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHolidayIn(state, day);
};

const schoolOf = new Map<string, OpeningHours | undefined>();

const schoolHolidaysOf = (state: string): OpeningHours | undefined => {
  if (!schoolOf.has(state)) {
    const place = { lat: 51.2, lon: 10.4, address: { country_code: 'de', state } };
    try {
      schoolOf.set(state, new OpeningHours('SH', place));
    } catch {
      // The library refuses a state that it has no table of.
      schoolOf.set(state, undefined);
    }
  }
  return schoolOf.get(state);
};

/** Whether a day lies in the school holidays of a state; undefined where the table ends and nobody knows. */
export const isSchoolHoliday = (state: string, day: Day): boolean | undefined => {
  try {
    return schoolHolidaysOf(state)?.getState(fromBerlin(day, '12:00'));
  } catch {
    return undefined;
  }
};
