import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { BERLIN, type Interval, overlaps } from '../../foundation/time/zone.ts';
import type { EventDates, OfferStatus, Schedule } from './offer.ts';

/** One date of an event, as instants. */
export type Occurrence = Interval & { allDay: boolean; status: OfferStatus };

/**
 * An event whose source names no end counts as running for three hours, everywhere:
 * long enough for a concert, short enough not to be »now« at night.
 */
const HOURS_WITHOUT_END = 3;
const MOST_OCCURRENCES = 1_000;
const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 86_400_000;
const RULE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/;
const PER_DAY = /BY(HOUR|MINUTE|SECOND)=/;

/**
 * The dates of an event that touch the window, in order, at most a thousand. Wall clocks stay across the clock change:
 * a weekly concert at 19:00 is at 19:00 in winter and in summer.
 * @param status of the event as a whole; single dates may differ.
 */
export const occurrencesOf = (
  schedule: Schedule,
  window: Interval,
  status: OfferStatus = 'scheduled',
): Occurrence[] => {
  const found = new Map<string, Occurrence>();
  for (const dates of [...seriesOf(schedule, window), ...(schedule.extra ?? [])]) {
    const interval = intervalOf(dates);
    if (!overlaps(interval, window)) continue;
    const own = schedule.statusOf?.[dates.start] ?? status;
    found.set(`${interval.start.getTime()} ${interval.end.getTime()}`, {
      ...interval,
      allDay: dates.allDay,
      status: own,
    });
  }
  return [...found.values()]
    .sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime())
    .slice(0, MOST_OCCURRENCES);
};

/**
 * @returns the rule in the form that a schedule keeps, or undefined where it is none that we expand:
 * several dates in a day are not written out, so that no foreign rule can ask for millions of rows.
 */
export const readRule = (text: string, start: string): string | undefined => {
  const parts = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';');
  const rule = parts.sort((a, b) => Number(b.startsWith('FREQ=')) - Number(a.startsWith('FREQ='))).join(';');
  if (rule.length > 300 || !RULE.test(rule) || PER_DAY.test(rule)) return undefined;
  const inUtc = rule.replace(
    LOCAL_UNTIL,
    (_, day: string, time = 'T235959') => `UNTIL=${utcOf(`${day}${time}`)}`,
  );
  return ruleOf(inUtc, start) ? inUtc : undefined;
};

/** RFC 5545 wants UNTIL in UTC beside a start with a zone; sources write local times, or days of which the last counts. */
const LOCAL_UNTIL = /UNTIL=(\d{8})(T\d{6})?(?=;|$)/;

const utcOf = (compact: string): string => {
  try {
    const instant = Temporal.PlainDateTime.from(compact).toZonedDateTime(BERLIN).toInstant();
    return instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  } catch {
    return 'INVALID';
  }
};

/** The first dates of a schedule one by one, for sources that state several rules: one stays a rule, the others are listed. */
export const firstDates = (schedule: Schedule, most: number): EventDates[] => {
  const { start, end, allDay } = schedule;
  const rule = schedule.rrule === undefined ? undefined : ruleOf(schedule.rrule, start);
  if (!rule) return [{ start, allDay, ...(end === undefined ? {} : { end }) }];
  const length = wallLength(schedule);
  return rule
    .all((_, index) => index < most)
    .map((at) => datesFrom(at, length, allDay))
    .filter((dates) => !isExcept(dates.start, new Set(schedule.except)));
};

const datesFrom = (at: { epochMilliseconds: number }, length: number, allDay: boolean): EventDates => {
  const wall = wallOfInstant(at.epochMilliseconds);
  return { start: inForm(wall, allDay), end: inForm(wall + length, allDay), allDay };
};

const seriesOf = (schedule: Schedule, window: Interval): EventDates[] => {
  const { start, end, allDay } = schedule;
  const rule = schedule.rrule === undefined ? undefined : ruleOf(schedule.rrule, start);
  const except = new Set(schedule.except);
  if (!rule) return isExcept(start, except) ? [] : [{ start, allDay, ...(end === undefined ? {} : { end }) }];
  const length = wallLength(schedule);
  // A day more than the length: whole days end at midnight after the last one, and clocks change.
  const reach = length + 2 * DAY_MILLISECONDS;
  return rule
    .between(new Date(window.start.getTime() - reach), window.end, true)
    .map((at) => datesFrom(at, length, allDay))
    .filter((dates) => !isExcept(dates.start, except));
};

/** Exceptions of a timed event are often given as days alone. */
const isExcept = (start: string, except: ReadonlySet<string>): boolean =>
  except.has(start) || except.has(start.slice(0, 10));

const ruleOf = (rrule: string, start: string): RRuleTemporal | undefined => {
  try {
    const dtstart = Temporal.PlainDateTime.from(start).toZonedDateTime(BERLIN);
    return new RRuleTemporal({ rruleString: `RRULE:${rrule}`, dtstart, tzid: BERLIN, cache: false });
  } catch {
    return undefined;
  }
};

/**
 * Wall-clock arithmetic counts milliseconds as if Berlin never changed its clocks. Between wall clock and instant goes
 * `Date`, whose zone foundation/time pins: tens of thousands of dates in an import are too many for Temporal's polyfill.
 */
const wallOf = (text: string): number => Date.parse(text.length === 10 ? text : `${text}Z`);

const wallOfInstant = (instant: number): number =>
  instant - new Date(instant).getTimezoneOffset() * MINUTE_MILLISECONDS;

const instantOf = (wall: number): Date => new Date(inForm(wall, false));

const inForm = (wall: number, allDay: boolean): string =>
  new Date(wall).toISOString().slice(0, allDay ? 'YYYY-MM-DD'.length : 'YYYY-MM-DDTHH:MM'.length);

/** From start to end in wall-clock time; for whole days from the first to the last day. */
const wallLength = ({ start, end, allDay }: EventDates): number => {
  if (end !== undefined && end >= start) return wallOf(end) - wallOf(start);
  return allDay ? 0 : HOURS_WITHOUT_END * 60 * MINUTE_MILLISECONDS;
};

const intervalOf = (dates: EventDates): Interval => {
  const wall = wallOf(dates.start);
  const last = wall + wallLength(dates);
  if (dates.allDay) return { start: instantOf(wall), end: instantOf(last + DAY_MILLISECONDS) };
  const start = instantOf(wall);
  // Zero length, or an end inside the hour that the spring change skips: one minute keeps the range from being empty.
  return { start, end: new Date(Math.max(instantOf(last).getTime(), start.getTime() + MINUTE_MILLISECONDS)) };
};
