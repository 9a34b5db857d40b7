import ICAL from 'ical.js';
import { categoryOfText } from '../../category.ts';
import type { Address, OfferStatus, Rejection } from '../../offer.ts';
import { textOf } from '../border/bytes.ts';
import { finish, readPoint } from '../border/facts.ts';
import { collect, type Reader, type RecordResult, unreadable } from '../border/reading.ts';
import { scheduleOf } from './icalendar-schedule.ts';
import { zonesOf } from './icalendar-time.ts';

/** One VEVENT with the VEVENTs that override single dates of it. */
type Series = { main: ICAL.Component; overrides: ICAL.Component[] };

/** iCalendar (RFC 5545). Every VEVENT is parsed by itself, so that a malformed one costs no other. */
export const readIcalendar: Reader = (input) => {
  const text = textOf(input);
  if (typeof text !== 'string') return text;
  if (!/^BEGIN:VCALENDAR/im.test(text))
    return unreadable(
      'Kein iCalendar: »BEGIN:VCALENDAR« fehlt.',
      'Not iCalendar: "BEGIN:VCALENDAR" is missing.',
    );
  const { events, rejected } = parseBlocks(blocksOf(text, 'VEVENT'));
  const zones = zonesOf(parseBlocks(blocksOf(text, 'VTIMEZONE')).events.map(({ item }) => item));
  const reading = collect(seriesOf(events), (series) => readSeries(series, zones));
  return { ...reading, rejected: [...rejected, ...reading.rejected] };
};

/** The lines from BEGIN to END of each component; one that never ends, ends where the next begins. */
const blocksOf = (text: string, name: string): string[] => {
  const blocks: string[][] = [];
  let open: string[] | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const word = line.trim().toUpperCase();
    if (word === `BEGIN:${name}`) {
      open = [];
      blocks.push(open);
    }
    open?.push(line);
    if (word === `END:${name}` || word === 'END:VCALENDAR') open = undefined;
  }
  return blocks.map((lines) => lines.join('\r\n'));
};

type Parsed = { position: string; item: ICAL.Component };

const parseBlocks = (blocks: string[]): { events: Parsed[]; rejected: Rejection[] } => {
  const events: Parsed[] = [];
  const rejected: Rejection[] = [];
  for (const [index, block] of blocks.entries()) {
    const position = `VEVENT ${index + 1}`;
    try {
      events.push({ position, item: new ICAL.Component(ICAL.parse(block)) });
    } catch (error) {
      const what = (error as Error).message.slice(0, 150);
      rejected.push({
        position,
        reason: { de: `Unlesbarer Eintrag: ${what}`, en: `Unreadable entry: ${what}` },
      });
    }
  }
  return { events, rejected };
};

const seriesOf = (events: Parsed[]): { position: string; item: Series }[] => {
  const byUid = new Map<string, { position: string; item: Series }>();
  const list: { position: string; item: Series }[] = [];
  const overrides: Parsed[] = [];
  for (const event of events) {
    if (event.item.getFirstProperty('recurrence-id')) overrides.push(event);
    else {
      const found = { position: event.position, item: { main: event.item, overrides: [] } };
      list.push(found);
      const uid = wordOf(event.item, 'uid');
      if (uid !== undefined && !byUid.has(uid)) byUid.set(uid, found);
    }
  }
  for (const { position, item } of overrides) {
    const main = byUid.get(wordOf(item, 'uid') ?? '');
    if (main) main.item.overrides.push(item);
    // A single date whose series is not in the file stands for itself.
    else list.push({ position, item: { main: item, overrides: [] } });
  }
  return list;
};

const readSeries = ({ main, overrides }: Series, zones: Map<string, ICAL.Timezone>): RecordResult => {
  const schedule = scheduleOf(main, overrides, zones);
  if (schedule && 'de' in schedule) return { rejected: schedule };
  const name = wordOf(main, 'summary');
  const categories = main
    .getAllProperties('categories')
    .flatMap((property) => property.getValues().map(String));
  const url = wordOf(main, 'url');
  return finish(idOf(main, name, schedule?.start), url, {
    category:
      categoryOfText(categories.join(', '), 'event') ?? categoryOfText(name ?? '', 'event') ?? 'other-event',
    name,
    description: wordOf(main, 'description'),
    organisation: String(main.getFirstProperty('organizer')?.getParameter('cn') ?? ''),
    address: addressOf(wordOf(main, 'location')),
    point: pointOf(main),
    links: [{ url }],
    schedule,
    status: statusOf(main),
  });
};

/** RFC 5545 demands a UID; calendars of small programs leave it out. */
const idOf = (
  event: ICAL.Component,
  name: string | undefined,
  start: string | undefined,
): string | undefined => {
  const uid = wordOf(event, 'uid');
  const date = event.getFirstProperty('recurrence-id')?.getFirstValue();
  if (uid !== undefined) return date ? `${uid} ${String(date)}` : uid;
  return name !== undefined && start !== undefined ? `${name} | ${start}` : undefined;
};

const wordOf = (event: ICAL.Component, name: string): string | undefined => {
  const value = event.getFirstPropertyValue(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

const statusOf = (event: ICAL.Component): OfferStatus =>
  wordOf(event, 'status')?.toUpperCase() === 'CANCELLED' ? 'cancelled' : 'scheduled';

const pointOf = (event: ICAL.Component) => {
  const geo = event.getFirstPropertyValue('geo') as unknown;
  return Array.isArray(geo) ? readPoint(geo[1], geo[0]) : undefined;
};

/** »Forum, Am Büchelter Hof 9, 51373, Leverkusen«: parts may be empty, and nothing but the postcode is certain. */
const addressOf = (location: string | undefined): Address => {
  const parts = (location ?? '')
    .slice(0, 500)
    .split(/,|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const at = parts.findIndex((part) => /^\d{5}\b/.test(part));
  const address: Address = {};
  if (at >= 0) {
    const [, postcode = '', town = ''] = /^(\d{5})\s*(.*)$/.exec(parts[at] ?? '') ?? [];
    address.postcode = postcode;
    const named = town !== '' ? town : parts[at + 1];
    if (named !== undefined && named !== '') address.town = named;
  }
  const before = at >= 0 ? parts.slice(0, at) : parts;
  const street = before.findLastIndex((part, index) => index > 0 && / \d+ ?[a-z]?$/i.test(part));
  if (street > 0) address.street = before[street] ?? '';
  const note = before.filter((_, index) => index !== street).join(', ');
  if (note !== '') address.note = note;
  return address;
};
