import { Temporal } from 'temporal-polyfill';

export const BERLIN = 'Europe/Berlin';

// The library opening_hours evaluates in the zone of the process, and a server usually runs in UTC.
process.env.TZ = BERLIN;

/** A half-open interval of instants: start belongs to it, end does not. */
export type Interval = { start: Date; end: Date };

/** A calendar day in Berlin, `YYYY-MM-DD`. */
export type Day = string;

export const inBerlin = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(BERLIN);

/** Every request asks for today: the last answer holds until midnight. */
let latest: (Interval & { day: Day }) | undefined;

export const berlinDay = (instant: Date): Day => {
  if (latest && instant >= latest.start && instant < latest.end) return latest.day;
  const day = inBerlin(instant).toPlainDate().toString();
  latest = { day, ...dayInterval(day) };
  return day;
};

/** The instant of a wall-clock time in Berlin; a time that the spring change skips moves forward by the hour. */
export const fromBerlin = (day: Day, time = '00:00'): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(BERLIN).epochMilliseconds);

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

export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;
