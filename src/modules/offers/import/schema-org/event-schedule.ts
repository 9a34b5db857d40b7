import type { OfferStatus, Schedule } from '../../offer.ts';
import { firstDates, readRule } from '../../schedule.ts';
import { inScheduleForm, readDate, readTime } from '../border/dates.ts';
import { present } from '../border/value.ts';
import { children, type Node, text, texts } from './node.ts';

const FREQUENCIES: Record<string, string> = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' };
const DAYS: Record<string, string> = {
  Monday: 'MO',
  Tuesday: 'TU',
  Wednesday: 'WE',
  Thursday: 'TH',
  Friday: 'FR',
  Saturday: 'SA',
  Sunday: 'SU',
};
const MOST_DATES = 1_000;

/** Start and end of the event itself, or its eventSchedule; of several schedules one is the rule, the rest further dates. */
export const scheduleOf = (node: Node): Schedule | undefined => {
  const schedules = children(node, 'eventSchedule').flatMap((part) => singleSchedule(part));
  // startDate and endDate of an event with a schedule are the span of the series, not a date of it.
  const [first, ...rest] = schedules.length > 0 ? ruleFirst(schedules) : singleSchedule(node);
  if (!first) return undefined;
  const extra = rest.flatMap((schedule) => firstDates(schedule, MOST_DATES));
  return { ...first, ...present({ extra: extra.length > 0 ? extra.slice(0, MOST_DATES) : undefined }) };
};

const ruleFirst = (schedules: Schedule[]): Schedule[] =>
  schedules.toSorted((a, b) => Number(b.rrule !== undefined) - Number(a.rrule !== undefined));

const singleSchedule = (node: Node): Schedule[] => {
  const first = readDate(text(node, 'startDate')) ?? readDate(text(node, 'startTime'));
  if (!first) return [];
  const startTime =
    readTime(text(node, 'startTime')) ?? readDate(text(node, 'startTime'))?.time ?? first.time;
  const last = readDate(text(node, 'endDate'));
  const endTime = readTime(text(node, 'endTime')) ?? readDate(text(node, 'endTime'))?.time ?? last?.time;
  const allDay = startTime === undefined;
  const start = inScheduleForm({ day: first.day, ...present({ time: startTime }) }, allDay);
  const repeat = ruleOf(node, start, last?.day);
  // With a rule, endDate is the end of the series; each date ends on its own day.
  const lastDay = repeat === undefined ? (last?.day ?? first.day) : first.day;
  const hasEnd = allDay ? last !== undefined && repeat === undefined : endTime !== undefined;
  const end = hasEnd ? inScheduleForm({ day: lastDay, ...present({ time: endTime }) }, allDay) : undefined;
  const except = texts(node, 'exceptDate')
    .map((date) => readDate(date)?.day)
    .filter((day) => day !== undefined);
  return [
    {
      start,
      allDay,
      ...present({
        end: end !== undefined && end >= start ? end : undefined,
        rrule: repeat,
        except: except.length > 0 ? [...new Set(except)].slice(0, MOST_DATES) : undefined,
      }),
    },
  ];
};

/** repeatFrequency is an ISO 8601 duration (`P1W`), or a word in older documents. */
const ruleOf = (node: Node, start: string, lastDay: string | undefined): string | undefined => {
  const stated = text(node, 'repeatFrequency') ?? text(node, 'frequency');
  const [, interval = '1', unit = ''] = /^P(\d+)([DWMY])$/.exec(stated ?? '') ?? [];
  const frequency =
    FREQUENCIES[unit] ?? /^(daily|weekly|monthly|yearly)$/i.exec(stated ?? '')?.[1]?.toUpperCase();
  if (frequency === undefined) return undefined;
  const week = Number(text(node, 'byMonthWeek') ?? 0);
  const days = texts(node, 'byDay')
    .map((day) => DAYS[day.replace(/^.*[:/]/, '')])
    .filter((day) => day !== undefined);
  const prefix = frequency === 'MONTHLY' && Number.isInteger(week) && week !== 0 ? String(week) : '';
  const monthDays = texts(node, 'byMonthDay').filter((day) => /^-?\d{1,2}$/.test(day));
  const count = text(node, 'repeatCount');
  const parts = [
    `FREQ=${frequency}`,
    interval === '1' ? '' : `INTERVAL=${interval}`,
    days.length > 0 ? `BYDAY=${[...new Set(days)].map((day) => prefix + day).join(',')}` : '',
    monthDays.length > 0 ? `BYMONTHDAY=${[...new Set(monthDays)].join(',')}` : '',
    count !== undefined && /^\d{1,4}$/.test(count) ? `COUNT=${count}` : '',
    lastDay === undefined || count !== undefined ? '' : `UNTIL=${lastDay.replaceAll('-', '')}T235959`,
  ];
  return readRule(parts.filter((part) => part !== '').join(';'), start);
};

export const eventStatusOf = (node: Node): OfferStatus => {
  const status = (text(node, 'eventStatus') ?? '').replace(/^.*[:/]/, '');
  if (status === 'EventCancelled') return 'cancelled';
  if (status === 'EventPostponed' || status === 'EventRescheduled' || status === 'EventMovedOnline')
    return 'moved';
  const sold = children(node, 'offers').some((offer) => /SoldOut$/.test(text(offer, 'availability') ?? ''));
  return sold ? 'soldOut' : 'scheduled';
};
