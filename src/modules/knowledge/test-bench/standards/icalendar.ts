import ICAL from 'ical.js';
import { notebook, type Unreadable, type Verdict } from '../verdict.ts';

const LONGEST_LINE_OCTETS = 75;
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** Lines as they stand, before they are folded together. */
const checkLines = (text: string, { should, must }: ReturnType<typeof notebook>): void => {
  if (!/\r\n/.test(text) || /[^\r]\n/.test(text))
    must('RFC 5545, 3.1', 'Zeilen enden nicht auf CR LF.', 'Lines do not end with CR LF.');
  text.split(/\r?\n/).forEach((line, at) => {
    if (Buffer.byteLength(line) > LONGEST_LINE_OCTETS)
      should(
        'RFC 5545, 3.1',
        'Eine Zeile ist länger als 75 Oktette.',
        'A line is longer than 75 octets.',
        `${at + 1}`,
      );
  });
};

const REQUIRED_OF_EVENTS = [
  ['uid', 'RFC 5545, 3.8.4.7'],
  ['dtstamp', 'RFC 5545, 3.8.7.2'],
] as const;

const timeOf = (event: ICAL.Component, name: string): ICAL.Time | undefined => {
  const value = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : undefined;
};

const checkEvent = (
  event: ICAL.Component,
  { hasMethod, zones }: { hasMethod: boolean; zones: ReadonlySet<string> },
  { must, should }: ReturnType<typeof notebook>,
): void => {
  const place = String(event.getFirstPropertyValue('uid') ?? event.getFirstPropertyValue('summary') ?? '?');
  for (const [name, clause] of REQUIRED_OF_EVENTS)
    if (!event.hasProperty(name))
      must(
        clause,
        `Einem Termin fehlt ${name.toUpperCase()}.`,
        `An event lacks ${name.toUpperCase()}.`,
        place,
      );
  if (!event.hasProperty('dtstart') && !hasMethod)
    must('RFC 5545, 3.6.1', 'Einem Termin fehlt DTSTART.', 'An event lacks DTSTART.', place);
  if (event.hasProperty('dtend') && event.hasProperty('duration'))
    must('RFC 5545, 3.6.1', 'Ein Termin hat DTEND und DURATION.', 'An event has DTEND and DURATION.', place);
  const [start, end] = [timeOf(event, 'dtstart'), timeOf(event, 'dtend')];
  if (start && end && end.compare(start) <= 0)
    must(
      'RFC 5545, 3.8.2.2',
      'Ein Termin endet nicht nach seinem Anfang.',
      'An event does not end after it begins.',
      place,
    );
  if (start && end && start.isDate !== end.isDate)
    must(
      'RFC 5545, 3.8.2.2',
      'DTSTART und DTEND sind nicht von derselben Art.',
      'DTSTART and DTEND are not of the same kind.',
      place,
    );
  for (const name of ['dtstart', 'dtend']) {
    const property = event.getFirstProperty(name);
    const zone = property?.getParameter('tzid');
    if (typeof zone === 'string' && !zones.has(zone))
      must(
        'RFC 5545, 3.2.19',
        'Eine Zeitzone wird genannt, aber nicht als VTIMEZONE mitgegeben.',
        'A time zone is named and does not come along as VTIMEZONE.',
        zone,
      );
    const time = timeOf(event, name);
    if (time && !time.isDate && zone === undefined && !String(property?.toICALString() ?? '').endsWith('Z'))
      should(
        'RFC 5545, 3.3.5',
        'Eine Uhrzeit hat keine Zeitzone: Jeder Kalender zeigt sie zu seiner eigenen Zeit.',
        'A time has no zone: each calendar shows it in its own.',
        place,
      );
  }
};

export const checkICalendar = (bytes: Uint8Array): Verdict | Unreadable => {
  const text = textOf(bytes);
  const book = notebook();
  let calendar: ICAL.Component;
  try {
    const parsed: unknown = ICAL.parse(text);
    calendar = new ICAL.Component(parsed as ConstructorParameters<typeof ICAL.Component>[0]);
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 150) : '?';
    return { unreadable: { de: `Kein lesbarer Kalender: ${what}`, en: `No readable calendar: ${what}` } };
  }
  checkLines(text, book);
  if (calendar.getFirstPropertyValue('version') !== '2.0')
    book.must('RFC 5545, 3.7.4', 'VERSION:2.0 fehlt.', 'VERSION:2.0 is missing.');
  if (!calendar.hasProperty('prodid')) book.must('RFC 5545, 3.7.3', 'PRODID fehlt.', 'PRODID is missing.');
  const zones = new Set(
    calendar.getAllSubcomponents('vtimezone').map((zone) => String(zone.getFirstPropertyValue('tzid'))),
  );
  const events = calendar.getAllSubcomponents('vevent');
  const seen = new Set<string>();
  for (const event of events) {
    checkEvent(event, { hasMethod: calendar.hasProperty('method'), zones }, book);
    const key = `${event.getFirstPropertyValue('uid')} ${event.getFirstPropertyValue('recurrence-id') ?? ''}`;
    if (event.hasProperty('uid') && seen.has(key))
      book.must(
        'RFC 5545, 3.8.4.7',
        'Zwei Termine haben dieselbe UID.',
        'Two events have the same UID.',
        key.trim(),
      );
    seen.add(key);
  }
  const counts = [{ what: { de: 'Termine', en: 'events' }, count: events.length }];
  return { standard: 'icalendar', findings: book.findings(), counts };
};
