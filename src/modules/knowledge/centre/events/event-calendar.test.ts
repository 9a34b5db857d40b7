import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parts } from '../../library/contract.ts';
import { aPublicEntry } from '../../library/entry.builder.ts';
import { checkFile } from '../../test-bench/check-file.ts';
import { isSound } from '../../test-bench/verdict.ts';
import { eventCalendar } from './event-calendar.ts';
import { eventTimeOf, isToCome } from './event-time.ts';

const NOW = new Date('2026-11-22T11:00:00Z');
const words = { invented: 'Beispiel', online: (address: string) => `Zugang: ${address}` };
const calendarOf = (parts: Parts, changes = {}) =>
  eventCalendar(
    'Termine',
    [
      aPublicEntry({
        kind: 'event',
        parts: { title: 'Treffen; Nord, Süd', place: 'Rathaus', ...parts },
        ...changes,
      }),
    ],
    (id) => `https://allmende.example/netzwerk/eintrag/${id}`,
    words,
  ).replaceAll('\r\n ', '');

const times: [string, Parts, RegExp[]][] = [
  [
    'one whole day',
    { starts: '2026-12-03' },
    [/DTSTART;VALUE=DATE:20261203\r/, /DTEND;VALUE=DATE:20261204\r/],
  ],
  [
    'two whole days',
    { starts: '2026-12-31', ends: '2027-01-01' },
    [/DTSTART;VALUE=DATE:20261231\r/, /DTEND;VALUE=DATE:20270102\r/],
  ],
  [
    'winter time',
    { starts: '2026-12-03', startsAt: '18:30', endsAt: '20:00' },
    [/DTSTART(;VALUE=DATE-TIME)?:20261203T173000Z\r/, /DTEND(;VALUE=DATE-TIME)?:20261203T190000Z\r/],
  ],
  [
    'summer time',
    { starts: '2027-07-01', startsAt: '18:30', endsAt: '20:00' },
    [/DTSTART(;VALUE=DATE-TIME)?:20270701T163000Z\r/],
  ],
  [
    'an opening time on the first of two days, and no closing time',
    { starts: '2026-12-03', startsAt: '09:00', ends: '2026-12-04' },
    [/DTSTART;VALUE=DATE:20261203\r/, /DTEND;VALUE=DATE:20261205\r/],
  ],
];
for (const [name, parts, shapes] of times)
  test(`calendar: ${name}`, async () => {
    const text = calendarOf(parts);
    for (const shape of shapes) assert.match(text, shape);
    const verdict = await checkFile(Buffer.from(text), NOW);
    assert.ok('findings' in verdict && isSound(verdict), JSON.stringify(verdict));
  });

test('nobody said when it ends: no end is made up', () => {
  const text = calendarOf({ starts: '2026-12-03', startsAt: '18:30' });
  assert.match(text, /DTSTART(;VALUE=DATE-TIME)?:20261203T173000Z/);
  assert.doesNotMatch(text, /DTEND|DURATION/);
});

test('a later version keeps its UID and counts up; an invented event says so, an online way is told', () => {
  const text = calendarOf(
    { starts: '2026-12-03', online: 'https://treffen.example/raum' },
    { version: 3, demonstration: true },
  );
  assert.match(text, /UID:0193b7a0-0000-7000-8000-00000000000a@allmende\r/);
  assert.match(text, /SEQUENCE:2\r/);
  assert.match(text, /DESCRIPTION:Beispiel\\nZugang: https:\/\/treffen\.example\/raum\\nLeezen/);
  assert.match(text, /SUMMARY:Treffen\\; Nord\\, Süd/);
});

test('an event is to come until its last day is over', () => {
  const at = (parts: Parts) => {
    const time = eventTimeOf(parts);
    return time && isToCome(time, NOW);
  };
  assert.deepEqual(
    [
      at({ starts: '2026-11-22', startsAt: '08:00' }),
      at({ starts: '2026-11-21' }),
      at({ starts: '2026-11-20', ends: '2026-11-23' }),
      at({}),
    ],
    [true, false, true, undefined],
  );
});
