import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

export const BERLIN = 'Europe/Berlin';

// The library opening_hours evaluates in the zone of the process, and a server usually runs in UTC.
process.env.TZ = BERLIN;

/** A half-open interval of instants: start belongs to it, end does not. */
export type Interval = { start: Date; end: Date };

/** A calendar day in Berlin, `YYYY-MM-DD`. */
export type Day = string;

/** Whether a text is a day of this century that exists. */
export const isDay = (text: string): boolean => {
  const date = /^20\d{2}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00Z`) : undefined;
  // The 30th of February becomes the 2nd of March, and the 99th no day at all.
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

export const inBerlin = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(BERLIN);

const MOST_DAYS_KNOWN = 50;
/** Every request asks for today and the days around it, again and again. */
const knownDays: (Interval & { day: Day })[] = [];

export const berlinDay = (instant: Date): Day => {
  const known = knownDays.find(({ start, end }) => instant >= start && instant < end);
  if (known) return known.day;
  const day = inBerlin(instant).toPlainDate().toString();
  if (knownDays.length >= MOST_DAYS_KNOWN) knownDays.shift();
  knownDays.push({ day, ...dayInterval(day) });
  return day;
};

/** The instant of a wall-clock time in Berlin; a time that the spring change skips moves forward by the hour. */
export const fromBerlin = (day: Day, time = '00:00'): Date => new Date(millisecondsOf(`${day}T${time}`));

// Windows and opening hours ask for the same few times of the same few days again and again.
const millisecondsOf = remembered(
  (text) => Temporal.PlainDateTime.from(text).toZonedDateTime(BERLIN).epochMilliseconds,
);

/** From midnight to midnight in Berlin: 23 or 25 hours long on the days of the clock change. */
export const dayInterval = (day: Day): Interval => ({
  start: fromBerlin(day),
  end: fromBerlin(addDays(day, 1)),
});

export const addDays = (day: Day, days: number): Day => {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** Whole days from one day to a later one. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

const DAYS_OF_A_WEEK = 7;

/** The hour of the week by the clock on the wall in Berlin: 0 is Monday at midnight, 167 Sunday at eleven in the evening. */
export const hourOfWeek = (instant: Date): number =>
  // The zone of the process is set above: the plain getters are those of Berlin, and a hundred times faster than the library.
  ((instant.getDay() + DAYS_OF_A_WEEK - 1) % DAYS_OF_A_WEEK) * 24 + instant.getHours();
