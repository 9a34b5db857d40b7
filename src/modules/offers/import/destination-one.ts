import { categoryOfText } from '../category.ts';
import type { Schedule } from '../offer.ts';
import { firstDates, readRule } from '../schedule.ts';
import { jsonOf } from './border/bytes.ts';
import { inScheduleForm, readDate } from './border/dates.ts';
import { finish, readPoint, readPrice } from './border/facts.ts';
import { collect, type Reader, type RecordResult, unreadable } from './border/reading.ts';
import { array, type Dictionary, dictionary, present, scalar } from './border/value.ts';

/** Answers of the destination.one search (`items` with `timeIntervals`). */
export const readDestinationOne: Reader = (input) => {
  const read = jsonOf(input);
  if ('refused' in read) return read;
  const { items } = dictionary(read.json);
  if (!Array.isArray(items))
    return unreadable(
      'Keine Antwort von destination.one: »items« fehlt.',
      'Not an answer of destination.one: "items" is missing.',
    );
  return collect(
    items.map((item, index) => ({ position: `items[${index}]`, item: dictionary(item) })),
    readItem,
  );
};

const readItem = (item: Dictionary): RecordResult => {
  if (item.type !== 'Event') return { skipped: 'no-event' };
  const title = scalar(item.title);
  const words = [...array(item.categories), title].filter((word) => typeof word === 'string').join(', ');
  const geo = dictionary(dictionary(item.geo).main);
  const addresses = array(item.addresses).map(dictionary);
  const web = scalar(item.web);
  const [, street, houseNumber] = /^(.*\D)\s+(\d+\s?[a-z]?)$/i.exec(
    (scalar(item.street) ?? '').slice(0, 200),
  ) ?? [undefined, scalar(item.street), undefined];
  return finish(scalar(item.global_id) ?? scalar(item.id), undefined, {
    category: categoryOfText(words, 'event') ?? 'other-event',
    name: title,
    description: textOf(item, 'details') ?? textOf(item, 'teaser'),
    organisation: scalar(addresses.find((address) => address.rel === 'organizer')?.name),
    address: {
      street,
      houseNumber,
      postcode: scalar(item.zip),
      town: scalar(item.city),
      note: scalar(item.name),
    },
    point: readPoint(geo.longitude, geo.latitude),
    price: readPrice(textOf(item, 'PRICE_INFO')),
    access: { stepFree: array(item.features).includes('Barrierefrei') ? 'yes' : undefined },
    links: [{ url: web }],
    schedule: scheduleOf(array(item.timeIntervals).map(dictionary)),
  });
};

/** The plain text if there is one: the HTML holds editor leftovers. */
const textOf = (item: Dictionary, rel: string): string | undefined => {
  const texts = array(item.texts)
    .map(dictionary)
    .filter((text) => text.rel === rel);
  return scalar(texts.find((text) => text.type === 'text/plain')?.value) ?? scalar(texts[0]?.value);
};

const scheduleOf = (intervals: Dictionary[]): Schedule | undefined => {
  const schedules = intervals.map(readInterval).filter((schedule) => schedule !== undefined);
  const [first, ...rest] = schedules.toSorted(
    (a, b) => Number(b.rrule !== undefined) - Number(a.rrule !== undefined),
  );
  if (!first) return undefined;
  const extra = rest.flatMap((schedule) => firstDates(schedule, 1_000)).slice(0, 1_000);
  return extra.length > 0 ? { ...first, extra } : first;
};

const readInterval = (interval: Dictionary): Schedule | undefined => {
  const from = readDate(interval.start);
  if (!from) return undefined;
  const to = readDate(interval.end);
  const start = inScheduleForm(from, false);
  const rrule = ruleOf(interval, start);
  // The end of a repeated interval may lie before its start or months later: only its time of day counts.
  const sameDay = to?.time === undefined ? undefined : `${from.day}T${to.time}`;
  const stated = to && !rrule && to.day >= from.day ? inScheduleForm(to, false) : sameDay;
  return {
    start,
    allDay: false,
    ...present({ end: stated !== undefined && stated > start ? stated : undefined, rrule }),
  };
};

const ruleOf = (interval: Dictionary, start: string): string | undefined => {
  const frequency = scalar(interval.freq)?.toUpperCase();
  if (frequency === undefined) return undefined;
  const days = array(interval.weekdays).map((day) => String(day).slice(0, 2).toUpperCase());
  // `2022-04-03T00:00+02:00` is the last day, not the midnight before it.
  const until = readDate(interval.repeatUntil)?.day;
  const parts = [
    `FREQ=${frequency}`,
    Number(interval.interval) > 1 ? `INTERVAL=${Number(interval.interval)}` : '',
    days.length > 0 ? `BYDAY=${days.join(',')}` : '',
    until === undefined ? '' : `UNTIL=${until.replaceAll('-', '')}T235959`,
  ];
  return readRule(parts.filter((part) => part !== '').join(';'), start);
};
