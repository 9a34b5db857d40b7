import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWindow } from './read-window.ts';

const typed = (change: Record<string, string>) => ({ von: '8', bis: '18', ferien: 'any', ...change });
const hours = { fromMinute: 480, toMinute: 1080, holidays: 'any' as const };

const read: [name: string, change: Record<string, string>, window: object][] = [
  ['every week', { art: 'woche', tag1: 'ja', tag7: 'ja' }, { isOpen: true, weekdays: [1, 7], ...hours }],
  [
    'every week from a day on',
    { art: 'woche', tag1: 'ja', ab: '2026-12-01' },
    { isOpen: true, weekdays: [1], ...hours, fromDay: '2026-12-01' },
  ],
  [
    'a single day',
    { art: 'tage', ab: '2026-12-24', ferien: 'never' },
    { isOpen: true, weekdays: [], ...hours, fromDay: '2026-12-24', toDay: '2026-12-24' },
  ],
  [
    'shut for a holiday',
    { art: 'zu', ab: '2026-12-24', letzter: '2027-01-06', von: '0:00', bis: '24:00' },
    {
      isOpen: false,
      weekdays: [],
      fromMinute: 0,
      toMinute: 1440,
      holidays: 'any',
      fromDay: '2026-12-24',
      toDay: '2027-01-06',
    },
  ],
];
for (const [name, change, window] of read)
  test(`times as typed: ${name}`, () => {
    assert.deepEqual(readWindow(typed(change)), { window });
  });

const wrong: [name: string, change: Record<string, string>, faults: object][] = [
  ['no weekday', { art: 'woche' }, { tag1: 'missing' }],
  ['no day', { art: 'zu' }, { ab: 'missing' }],
  ['a day that is none', { art: 'tage', ab: '2026-02-30' }, { ab: 'not-a-day' }],
  ['a month that is none', { art: 'tage', ab: '2026-99-99' }, { ab: 'not-a-day' }],
  [
    'the last before the first',
    { art: 'zu', ab: '2026-12-24', letzter: '2026-12-01' },
    { letzter: 'out-of-range' },
  ],
  ['an hour that is none', { art: 'tage', ab: '2026-12-24', von: '25' }, { von: 'not-a-time' }],
  ['something else', { art: 'nie', tag1: 'ja' }, { art: 'unknown-choice' }],
];
for (const [name, change, faults] of wrong)
  test(`times refused: ${name}`, () => {
    assert.deepEqual(readWindow(typed(change)), { faults });
  });
