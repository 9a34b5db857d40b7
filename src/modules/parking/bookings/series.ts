import { createHmac } from 'node:crypto';
import { uuidOf } from '../../../foundation/database/id.ts';
import { isWorkingDay } from '../../../foundation/time/public-holiday.ts';
import { addDays, type Day } from '../../../foundation/time/zone.ts';
import { secretOf } from './secret.ts';

export const repetitions = ['nie', 'woche', 'werktags', 'taeglich'] as const;
export type Repetition = (typeof repetitions)[number];

/** More at once would take spaces that nobody is sure to need. */
export const MOST_OF_SERIES = 30;

/** The days of a series, the first one always among them; both ends count. @param state whose holidays are no workdays. */
export const seriesDays = (first: Day, repetition: Repetition, until: Day, state: string): Day[] => {
  const step = repetition === 'woche' ? 7 : 1;
  const days = [first];
  if (repetition === 'nie') return days;
  for (let day = addDays(first, step); day <= until && days.length < MOST_OF_SERIES; day = addDays(day, step))
    if (repetition !== 'werktags' || isWorkingDay(day, state)) days.push(day);
  return days;
};

/** Opens a series; each of its bookings has a secret of its own that follows from this one and the day. */
export const seriesSecretOf = (house: Buffer, requestKey: string): string =>
  secretOf(house, `series ${requestKey}`);

export const requestKeyOn = (house: Buffer, seriesSecret: string, day: Day): string =>
  uuidOf(createHmac('sha256', house).update(`parking series ${seriesSecret} ${day}`).digest('hex'));
