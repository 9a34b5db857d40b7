import { Hono } from 'hono';
import { UUID } from '../../../../../foundation/http/uuid-in-path.ts';
import { formatDay, formatTime } from '../../../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../../../foundation/i18n/language.ts';
import { CALENDAR_TYPE } from '../../../../../foundation/text/write-calendar.ts';
import { fromBerlin } from '../../../../../foundation/time/zone.ts';
import { entryPath } from '../../../library/pages/present-entry.ts';
import { findPublicEntry } from '../../../library/public-store.ts';
import type { KnowledgeEnvironment, KnowledgeSetting } from '../../../setting.ts';
import {
  type EventCard,
  EventsPage,
  eventMessages,
  libraryMessages,
  networkMessages,
} from '../../../web/index.ts';
import { eventCalendar } from '../event-calendar.ts';
import type { EventTime } from '../event-time.ts';
import { listEvents, type NetworkEvent } from '../list-events.ts';

const EVENTS_AT = '/netzwerk/termine';
const MOST_PAST = 50;

/** "Donnerstag, 3. Dezember, 18:30 Uhr bis 20:00 Uhr" */
const whenText = (language: Language, time: EventTime, now: Date): string => {
  const t = eventMessages(language);
  const dayText = (day: string) => formatDay(language, fromBerlin(day), now);
  const [first, last] = [dayText(time.firstDay), dayText(time.lastDay)];
  const isOneDay = time.firstDay === time.lastDay;
  if (time.isWholeDay) return isOneDay ? t.wholeDay(first) : t.days(first, last);
  const from = formatTime(language, time.starts);
  if (!time.ends) return isOneDay ? t.at(first, from) : t.days(t.at(first, from), last);
  const to = formatTime(language, time.ends);
  return isOneDay ? t.span(first, from, to) : t.long(first, from, last, to);
};

const cardOf = (language: Language, { entry, time }: NetworkEvent, now: Date): EventCard => {
  const t = eventMessages(language);
  const library = libraryMessages(language);
  const { id, parts, organisation, demonstration } = entry;
  const { field, online } = parts;
  return {
    key: id,
    href: localPath(language, entryPath(id)),
    title: parts.title ?? '',
    when: whenText(language, time, now),
    facts: [organisation, field && library.choices[field]].filter(Boolean).join(' · '),
    place: t.where(parts.place ?? library.blank),
    online: online?.startsWith('http') ? online : undefined,
    calendar: `${localPath(language, EVENTS_AT)}/${id}.ics`,
    tag: demonstration ? library.demonstration : undefined,
  };
};

/** Events of the network as a page, as one calendar, and each for itself. */
export const eventPages = (setting: KnowledgeSetting) => {
  const pages = new Hono<KnowledgeEnvironment>();
  const { database, clock, origin } = setting;
  const answer = (language: Language, url: string, name: string, entries: NetworkEvent['entry'][]) => {
    const t = eventMessages(language);
    const address = (id: string) => origin(url) + localPath(language, entryPath(id));
    const words = { invented: t.invented, online: t.onlineAt };
    return new Response(eventCalendar(name, entries, address, words), {
      headers: { 'content-type': CALENDAR_TYPE },
    });
  };

  pages.get(EVENTS_AT, async (c) => {
    const { language } = c.var;
    const t = eventMessages(language);
    const { toCome, over } = await listEvents(setting);
    const calendar = localPath(language, `${EVENTS_AT}.ics`);
    const view = {
      toCome: toCome.map((event) => cardOf(language, event, clock())),
      over: over.slice(0, MOST_PAST).map((event) => cardOf(language, event, clock())),
      calendar,
    };
    return c.var.page({
      title: t.title,
      body: <EventsPage view={view} t={t} />,
      canonical: localPath(language, EVENTS_AT),
      crumbs: [{ label: networkMessages(language).title, href: localPath(language, '/netzwerk') }],
      alternates: [{ type: 'text/calendar', title: t.calendar, href: calendar }],
    });
  });

  pages.get(`${EVENTS_AT}.ics`, async (c) => {
    const { toCome, over } = await listEvents(setting);
    const entries = [...toCome, ...over.slice(0, MOST_PAST)].map(({ entry }) => entry);
    return answer(c.var.language, c.req.url, eventMessages(c.var.language).title, entries);
  });

  pages.get(`${EVENTS_AT}/:file{${UUID}[.]ics}`, async (c) => {
    const entry = await findPublicEntry(database, c.req.param('file').slice(0, -4));
    if (entry?.kind !== 'event') return c.notFound();
    return answer(c.var.language, c.req.url, entry.parts.title ?? '', [entry]);
  });

  return pages;
};
