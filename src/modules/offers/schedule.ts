import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { BERLIN, dayInterval, type Interval, overlaps } from '../../foundation/time/zone.ts';
import type { EventDates, OfferStatus, Schedule } from './offer.ts';

/** One date of an event, as instants. */
export type Occurrence = Interval & { allDay: boolean; status: OfferStatus };

/**
 * An event whose source names no end counts as running for three hours, everywhere:
 * long enough for a concert, short enough not to be »now« at night.
 */
const HOURS_WITHOUT_END = 3;
const MOST_OCCURRENCES = 1_000;
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

const datesFrom = (
  at: { toPlainDateTime: () => unknown },
  length: Temporal.Duration,
  allDay: boolean,
): EventDates => {
  // Two editions of Temporal meet here: the library's own and the polyfill's.
  const wall = wallOf(String(at.toPlainDateTime()));
  return { start: inForm(wall, allDay), end: inForm(wall.add(length), allDay), allDay };
};

const seriesOf = (schedule: Schedule, window: Interval): EventDates[] => {
  const { start, end, allDay } = schedule;
  const rule = schedule.rrule === undefined ? undefined : ruleOf(schedule.rrule, start);
  const except = new Set(schedule.except);
  if (!rule) return isExcept(start, except) ? [] : [{ start, allDay, ...(end === undefined ? {} : { end }) }];
  const length = wallLength(schedule);
  const reach = length.total({ unit: 'hours', relativeTo: wallOf(start) }) * 3_600_000 + DAY_MILLISECONDS;
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
    const dtstart = wallOf(start).toZonedDateTime(BERLIN);
    return new RRuleTemporal({ rruleString: `RRULE:${rrule}`, dtstart, tzid: BERLIN, cache: false });
  } catch {
    return undefined;
  }
};

const wallOf = (text: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(text);

const inForm = (wall: Temporal.PlainDateTime, allDay: boolean): string =>
  allDay ? wall.toPlainDate().toString() : wall.toString({ smallestUnit: 'minute' });

/** From start to end in wall-clock time; for whole days from the first to the last day. */
const wallLength = ({ start, end, allDay }: EventDates): Temporal.Duration => {
  if (end !== undefined && end >= start) return wallOf(start).until(wallOf(end));
  return Temporal.Duration.from(allDay ? { days: 0 } : { hours: HOURS_WITHOUT_END });
};

const intervalOf = (dates: EventDates): Interval => {
  const start = wallOf(dates.start);
  const end = start.add(wallLength(dates));
  if (dates.allDay)
    return {
      start: dayInterval(start.toPlainDate().toString()).start,
      end: dayInterval(end.toPlainDate().toString()).end,
    };
  const from = start.toZonedDateTime(BERLIN).epochMilliseconds;
  const to = end.toZonedDateTime(BERLIN).epochMilliseconds;
  // Zero length, or an end inside the hour that the spring change skips: one minute keeps the range from being empty.
  return { start: new Date(from), end: new Date(Math.max(to, from + 60_000)) };
};
