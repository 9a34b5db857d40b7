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

export const berlinDay = (instant: Date): Day => inBerlin(instant).toPlainDate().toString();

/** The instant of a wall-clock time in Berlin; a time that the spring change skips moves forward by the hour. */
export const fromBerlin = (day: Day, time = '00:00'): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(BERLIN).epochMilliseconds);

/** From midnight to midnight in Berlin: 23 or 25 hours long on the days of the clock change. */
export const dayInterval = (day: Day): Interval => ({
  start: fromBerlin(day),
  end: fromBerlin(Temporal.PlainDate.from(day).add({ days: 1 }).toString()),
});

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;
