import ICAL from 'ical.js';
import { addDays } from '../../../../foundation/time/zone.ts';
import type { EventDates, OfferStatus, Schedule } from '../../offer.ts';
import { readRule } from '../../schedule.ts';
import type { Reason } from '../border/reading.ts';
import { present } from '../border/value.ts';
import { timesOf } from './icalendar-time.ts';

type Zones = Map<string, ICAL.Timezone>;

const BAD_RULE: Reason = {
  de: 'Die Wiederholungsregel (RRULE) ist unlesbar oder wiederholt sich mehrmals am Tag.',
  en: 'The recurrence rule (RRULE) is unreadable or repeats several times a day.',
};
const MOST_DATES = 1_000;

/** @returns undefined where the event has no readable DTSTART. */
export const scheduleOf = (
  event: ICAL.Component,
  overrides: ICAL.Component[],
  zones: Zones,
): Schedule | Reason | undefined => {
  const dates = datesOf(event, zones);
  if (!dates) return undefined;
  const value = event.getFirstPropertyValue('rrule');
  const rrule = value ? readRule(String(value), dates.start) : undefined;
  if (value && rrule === undefined) return BAD_RULE;
  const series = overridden(overrides, dates, zones);
  const except = [...timesOf(event, 'exdate', dates.allDay, zones), ...series.except];
  const extra = [
    ...timesOf(event, 'rdate', dates.allDay, zones).map((start) => shifted(dates, start)),
    ...series.extra,
  ];
  return {
    ...dates,
    ...present({
      rrule,
      except: except.length > 0 ? except.slice(0, MOST_DATES) : undefined,
      extra: extra.length > 0 ? extra.slice(0, MOST_DATES) : undefined,
      statusOf: Object.keys(series.statusOf).length > 0 ? series.statusOf : undefined,
    }),
  };
};

const datesOf = (event: ICAL.Component, zones: Zones): EventDates | undefined => {
  const value: unknown = event.getFirstPropertyValue('dtstart');
  if (!(value instanceof ICAL.Time)) return undefined;
  const allDay = value.isDate;
  const [start] = timesOf(event, 'dtstart', allDay, zones);
  if (start === undefined) return undefined;
  return { start, allDay, ...present({ end: endOf(event, start, allDay, zones) }) };
};

const endOf = (event: ICAL.Component, start: string, allDay: boolean, zones: Zones): string | undefined => {
  const duration: unknown = event.getFirstPropertyValue('duration');
  const [stated] = timesOf(event, 'dtend', allDay, zones);
  const end = stated ?? (duration instanceof ICAL.Duration ? plus(start, duration) : undefined);
  if (end === undefined) return undefined;
  // RFC 5545: DTEND of whole days is the day after the last one.
  const last = allDay ? addDays(end.slice(0, 10), -1) : end;
  return last >= start ? last : undefined;
};

const plus = (start: string, duration: ICAL.Duration): string => {
  const time = timeOf(start);
  time.addDuration(duration);
  return time.toString().slice(0, start.length);
};

const timeOf = (text: string): ICAL.Time =>
  text.length === 10 ? ICAL.Time.fromDateString(text) : ICAL.Time.fromDateTimeString(`${text}:00`);

const shifted = (dates: EventDates, start: string): EventDates => {
  if (dates.end === undefined) return { start, allDay: dates.allDay };
  const length = timeOf(dates.end).subtractDate(timeOf(dates.start));
  return { start, end: plus(start, length), allDay: dates.allDay };
};

type Changes = { except: string[]; extra: EventDates[]; statusOf: Record<string, OfferStatus> };

/** Single dates of a series: cancelled stays visible, moved shows at the old date and takes place at the new one. */
const overridden = (overrides: ICAL.Component[], dates: EventDates, zones: Zones): Changes => {
  const changes: Changes = { except: [], extra: [], statusOf: {} };
  for (const override of overrides) {
    const [original] = timesOf(override, 'recurrence-id', dates.allDay, zones);
    const own = datesOf(override, zones);
    if (original === undefined) continue;
    const cancelled = String(override.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';
    if (cancelled) changes.statusOf[original] = 'cancelled';
    else if (own && own.start !== original) {
      changes.statusOf[original] = 'moved';
      changes.extra.push(own);
    } else if (own && own.end !== shifted(dates, original).end) {
      changes.except.push(original);
      changes.extra.push(own);
    }
  }
  return changes;
};
