import type { IcsEvent } from 'ts-ics';
import { writeCalendar } from '../../../../foundation/text/write-calendar.ts';
import type { PublicEntry } from '../../library/public-store.ts';
import { dayAfter, type EventTime, eventTimeOf, isShownWhole } from './event-time.ts';

const PRODUCT = 'Netzwerk der Rathäuser';

/** What an event of the network is called in a calendar; an invented one says so. */
export type CalendarWords = { invented: string; online: (address: string) => string };

// RFC 5545, 3.6.1: an event of whole days has days, and its DTEND is the day after the last.
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

const timesOf = (time: EventTime): Pick<IcsEvent, 'start'> & { end?: IcsEvent['end'] } => {
  if (isShownWhole(time) || time.isWholeDay)
    return {
      start: { date: midnight(time.firstDay), type: 'DATE' },
      end: { date: midnight(dayAfter(time.lastDay)), type: 'DATE' },
    };
  return {
    start: { date: time.starts, type: 'DATE-TIME' },
    ...(time.ends && { end: { date: time.ends, type: 'DATE-TIME' as const } }),
  };
};

const icsEventOf = (
  { id, version, parts, published_at, demonstration, organisation }: PublicEntry,
  url: string,
  words: CalendarWords,
): IcsEvent[] => {
  const time = eventTimeOf(parts);
  if (!time) return [];
  const description = [
    demonstration ? words.invented : undefined,
    parts.summary,
    parts.online && words.online(parts.online),
    organisation,
  ];
  const event = {
    uid: `${id}@allmende`,
    stamp: { date: published_at, type: 'DATE-TIME' as const },
    lastModified: { date: published_at, type: 'DATE-TIME' as const },
    sequence: version - 1,
    summary: parts.title ?? '',
    description: description.filter(Boolean).join('\n'),
    ...(parts.place && { location: parts.place }),
    url,
    ...timesOf(time),
  };
  // RFC 5545, 3.6.1 allows an event without an end; the type of the library does not know it.
  return [event as IcsEvent];
};

/** Events of the network as a calendar. A new version of an entry keeps its UID and counts SEQUENCE up, so that calendars renew it. */
export const eventCalendar = (
  name: string,
  entries: readonly PublicEntry[],
  address: (id: string) => string,
  words: CalendarWords,
): string =>
  writeCalendar(PRODUCT, {
    name,
    events: entries.flatMap((entry) => icsEventOf(entry, address(entry.id), words)),
  });
