import { parseFeed } from 'feedsmith';
import { categoryOfText } from '../../category.ts';
import type { Schedule } from '../../offer.ts';
import { textOf } from '../border/bytes.ts';
import { inScheduleForm, readDate } from '../border/dates.ts';
import { finish } from '../border/facts.ts';
import { collect, type Reader, type RecordResult, unreadable } from '../border/reading.ts';
import { array, type Dictionary, dictionary, present, scalar } from '../border/value.ts';

type Item = { item: Dictionary; source: string };

/** RSS, RDF and Atom. News is no offer: only entries that carry the date of an event are read, the others are counted. */
export const readFeed: Reader = (input) => {
  const text = textOf(input);
  if (typeof text !== 'string') return text;
  const feed = parsed(text);
  if (!feed) return unreadable('Kein RSS- oder Atom-Feed.', 'Not an RSS or Atom feed.');
  const entries = array(feed.items ?? feed.entries).map(dictionary);
  // The parser knows no event modules; entries come in the order of the document, so their source is found by number.
  const sources = sourcesOf(text);
  const items = entries.map((item, index) => ({
    position: `Eintrag ${index + 1}`,
    item: { item, source: sources.length === entries.length ? (sources[index] ?? '') : '' },
  }));
  return collect(items, readItem);
};

/** Cut at the closing tags: a pattern over whole entries would take quadratic time on entries that never close. */
const sourcesOf = (text: string): string[] =>
  text
    .split(/<\/(?:\w{1,20}:)?(?:item|entry)>/)
    .slice(0, -1)
    .map((part) => part.slice(Math.max(part.lastIndexOf('<item'), part.lastIndexOf('<entry'), 0)));

const parsed = (text: string): Dictionary | undefined => {
  try {
    return dictionary(parseFeed(text).feed);
  } catch {
    return undefined;
  }
};

const readItem = ({ item, source }: Item): RecordResult => {
  const schedule = scheduleOf(source);
  if (!schedule) return { skipped: 'no-event-date' };
  const url = scalar(item.link) ?? scalar(dictionary(array(item.links)[0]).href);
  const id = scalar(dictionary(item.guid).value) ?? scalar(item.id) ?? url;
  const titles = array(item.categories).map(
    (category) => scalar(dictionary(category).name) ?? scalar(dictionary(category).term),
  );
  const name = scalar(item.title);
  const words = [...titles, name].filter((word) => word !== undefined).join(', ');
  const { lat, long, lng } = dictionary(item.geo);
  const point = { lon: Number(long ?? lng), lat: Number(lat) };
  return finish(id, url, {
    category: categoryOfText(words, 'event') ?? 'other-event',
    name,
    description: scalar(item.description) ?? scalar(item.content) ?? scalar(item.summary),
    organisation: tagOf(source, ['organizer']),
    address: { note: tagOf(source, ['location']) },
    point: Number.isFinite(point.lon) && Number.isFinite(point.lat) ? point : undefined,
    links: [{ url }],
    schedule,
  });
};

/** RSS event module (`ev:startdate`) and the xCal names (`xcal:dtstart`). */
const scheduleOf = (source: string): Schedule | undefined => {
  const first = readDate(tagOf(source, ['startdate', 'dtstart']));
  if (!first) return undefined;
  const last = readDate(tagOf(source, ['enddate', 'dtend']));
  const allDay = first.time === undefined;
  const start = inScheduleForm(first, allDay);
  const end = last ? inScheduleForm(last, allDay) : undefined;
  return { start, allDay, ...present({ end: end !== undefined && end >= start ? end : undefined }) };
};

const tagOf = (source: string, names: string[]): string | undefined => {
  const found = new RegExp(`<(?:ev|xcal|cal|event):(?:${names.join('|')})[^>]*>([^<]{1,300})<`, 'i').exec(
    source,
  );
  return scalar(found?.[1]);
};
