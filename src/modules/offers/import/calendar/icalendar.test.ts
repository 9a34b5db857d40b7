import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, Schedule } from '../../offer.ts';
import { readSource } from '../readers.ts';

const read = async (lines: string[], format: 'icalendar' | 'feed' = 'icalendar'): Promise<Reading> => {
  const reading = await readSource(format, { bytes: new TextEncoder().encode(lines.join('\r\n')) });
  assert.ok(!('refused' in reading), JSON.stringify(reading));
  return reading;
};

const calendar = (...events: string[][]): string[] => [
  'BEGIN:VCALENDAR',
  ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
  'END:VCALENDAR',
];

const scheduleOf = async (...lines: string[]): Promise<Schedule | undefined> => {
  const { records } = await read(calendar(['UID:1', 'SUMMARY:Probe', ...lines]));
  const facts = records[0]?.facts;
  return facts?.kind === 'event' ? facts.schedule : undefined;
};

test('times in all their forms become Berlin wall clock', async () => {
  const cases: [string[], Schedule][] = [
    [['DTSTART:20260701T160000Z'], { start: '2026-07-01T18:00', allDay: false }],
    [['DTSTART:20260701T160000'], { start: '2026-07-01T16:00', allDay: false }],
    [['DTSTART;TZID=Europe/Berlin:20260701T160000'], { start: '2026-07-01T16:00', allDay: false }],
    [['DTSTART;TZID=America/New_York:20260701T160000'], { start: '2026-07-01T22:00', allDay: false }],
    [['DTSTART;TZID=Nowhere/Atall:20260701T160000'], { start: '2026-07-01T16:00', allDay: false }],
    [
      ['DTSTART:20260701T160000Z', 'DURATION:PT90M'],
      { start: '2026-07-01T18:00', end: '2026-07-01T19:30', allDay: false },
    ],
    [
      ['DTSTART;VALUE=DATE:20260912', 'DTEND;VALUE=DATE:20260913'],
      { start: '2026-09-12', end: '2026-09-12', allDay: true },
    ],
    [['DTSTART;VALUE=DATE:20260912', 'DTEND;VALUE=DATE:20260912'], { start: '2026-09-12', allDay: true }],
    [
      ['DTSTART;VALUE=DATE:20261024', 'DTEND;VALUE=DATE:20261027'],
      { start: '2026-10-24', end: '2026-10-26', allDay: true },
    ],
  ];
  for (const [lines, schedule] of cases) assert.deepEqual(await scheduleOf(...lines), schedule, lines.join());
});

test('a zone that the calendar defines itself', async () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Office',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0000',
    'TZOFFSETTO:+0000',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const lines = calendar(['UID:1', 'SUMMARY:Probe', 'DTSTART;TZID=Office:20260101T100000']);
  const { records } = await read([lines[0] ?? '', ...zone, ...lines.slice(1)]);
  const facts = records[0]?.facts;
  assert.equal(facts?.kind === 'event' && facts.schedule.start, '2026-01-01T11:00');
});

test('rules, exceptions and further dates', async () => {
  const schedule = await scheduleOf(
    'DTSTART;TZID=Europe/Berlin:20260105T190000',
    'DTEND;TZID=Europe/Berlin:20260105T200000',
    'RRULE:FREQ=WEEKLY;UNTIL=20261231',
    'EXDATE;TZID=Europe/Berlin:20260112T190000,20260119T190000',
    'RDATE:20260110T140000Z',
  );
  assert.deepEqual(schedule, {
    start: '2026-01-05T19:00',
    end: '2026-01-05T20:00',
    allDay: false,
    rrule: 'FREQ=WEEKLY;UNTIL=20261231T225959Z',
    except: ['2026-01-12T19:00', '2026-01-19T19:00'],
    extra: [{ start: '2026-01-10T15:00', end: '2026-01-10T16:00', allDay: false }],
  });
});

test('one malformed event costs no other, and is reported', async () => {
  const { records, rejected } = await read(
    calendar(
      ['UID:1', 'SUMMARY:Gut', 'DTSTART:20260701T160000Z'],
      ['UID:2', 'this line is none', 'DTSTART:20260701T160000Z'],
      ['UID:3', 'SUMMARY:Ohne Termin'],
      ['UID:4', 'SUMMARY:Zu oft', 'DTSTART:20260701T160000Z', 'RRULE:FREQ=MINUTELY'],
      ['UID:5', 'SUMMARY:Auch gut', 'DTSTART:20260702T160000Z'],
    ),
  );
  assert.deepEqual(
    records.map(({ foreignId }) => foreignId),
    ['1', '5'],
  );
  assert.equal(rejected.length, 3);
});

test('cancelled is kept as cancelled; an empty location has no address', async () => {
  const { records } = await read(
    calendar([
      'UID:1',
      'SUMMARY:Lesung',
      'DTSTART:20260701T160000Z',
      'STATUS:CANCELLED',
      'LOCATION:\\, \\, ',
    ]),
  );
  const facts = records[0]?.facts;
  assert.equal(facts?.kind === 'event' && facts.status, 'cancelled');
  assert.deepEqual(facts?.address, {});
});

test('RSS: entries with the dates of an event are read, news is counted', async () => {
  const { records, skipped } = await read(
    [
      '<?xml version="1.0"?><rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel><title>t</title>',
      '<item><title>Neues Rathaus</title><link>https://example.org/1</link></item>',
      '<item><title>Orgelkonzert</title><link>https://example.org/2</link><ev:startdate>2026-12-24T17:00:00+01:00</ev:startdate><ev:location>Dom</ev:location></item>',
      '</channel></rss>',
    ],
    'feed',
  );
  assert.deepEqual(skipped, { 'no-event-date': 1 });
  const facts = records[0]?.facts;
  assert.ok(facts?.kind === 'event');
  assert.deepEqual(
    [facts.name, facts.category, facts.schedule, facts.address],
    ['Orgelkonzert', 'concert', { start: '2026-12-24T17:00', allDay: false }, { note: 'Dom' }],
  );
});
