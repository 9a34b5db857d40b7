import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBerlin } from '../../../foundation/time/zone.ts';
import { instantOf, type Span, slotAt } from '../slot.ts';
import { heldUntil, openSpans, spanAround, type Window } from './open-times.ts';

const SH = 'Schleswig-Holstein';
const every = (more: Partial<Window> = {}): Window => ({
  isOpen: true,
  weekdays: [],
  fromMinute: 0,
  toMinute: 1440,
  holidays: 'any',
  ...more,
});
const evening = every({ weekdays: [1, 2, 3, 4, 5], fromMinute: 17 * 60, toMinute: 7 * 60 });
const at = (text: string) => {
  const [day = '', time] = text.split(' ');
  return slotAt(fromBerlin(day, time));
};
const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) });
const text = ({ from, to }: Span) =>
  [from, to].map((slot) => instantOf(slot).toISOString().slice(5, 16)).join(' – ');

const cases: [what: string, windows: Window[], day: Span, open: string[]][] = [
  ['always', [every()], span('2026-11-24', '2026-11-25'), ['11-23T23:00 – 11-24T23:00']],
  ['nothing', [], span('2026-11-24', '2026-11-25'), []],
  [
    'over midnight, from the evening before as well',
    [evening],
    span('2026-11-24', '2026-11-25'),
    ['11-23T23:00 – 11-24T06:00', '11-24T16:00 – 11-24T23:00'],
  ],
  [
    'not on Saturday evening, but until Saturday morning',
    [evening],
    span('2026-11-28', '2026-11-29'),
    ['11-27T23:00 – 11-28T06:00'],
  ],
  [
    'a holiday in the week is like a Sunday',
    [every({ weekdays: [7], fromMinute: 480, toMinute: 1200 })],
    span('2026-12-25', '2026-12-26'),
    ['12-25T07:00 – 12-25T19:00'],
  ],
  [
    'shut for a feast on one day',
    [
      every(),
      every({ isOpen: false, fromDay: '2026-11-24', toDay: '2026-11-24', fromMinute: 600, toMinute: 720 }),
    ],
    span('2026-11-24', '2026-11-25'),
    ['11-23T23:00 – 11-24T09:00', '11-24T11:00 – 11-24T23:00'],
  ],
  [
    'from a day on, until another',
    [every({ fromDay: '2026-11-24', toDay: '2026-11-24' })],
    span('2026-11-23', '2026-11-26'),
    ['11-23T23:00 – 11-24T23:00'],
  ],
  [
    'in the summer holidays of the state',
    [every({ holidays: 'only' })],
    span('2026-07-20', '2026-07-21'),
    ['07-19T22:00 – 07-20T22:00'],
  ],
  ['never in the holidays', [every({ holidays: 'never' })], span('2026-07-20', '2026-07-21'), []],
  [
    'where no table of holidays reaches, it is shut',
    [every({ holidays: 'never' })],
    span('2150-07-20', '2150-07-21'),
    [],
  ],
  [
    'the night of the spring change is an hour shorter',
    [every({ fromMinute: 60, toMinute: 240 })],
    span('2027-03-28', '2027-03-29'),
    ['03-28T00:00 – 03-28T02:00'],
  ],
  [
    'the night of the autumn change is an hour longer',
    [every({ fromMinute: 60, toMinute: 240 })],
    span('2026-10-25', '2026-10-26'),
    ['10-24T23:00 – 10-25T03:00'],
  ],
  [
    'two windows that touch are one',
    [every({ toMinute: 720 }), every({ fromMinute: 720 })],
    span('2026-11-24', '2026-11-25'),
    ['11-23T23:00 – 11-24T23:00'],
  ],
];
for (const [what, windows, day, open] of cases)
  test(what, () => assert.deepEqual(openSpans(windows, day, SH).map(text), open));

test('a stay fits only where the pool is shared all the time, and the buffer ends with the window', () => {
  const around = spanAround([evening], span('2026-11-24 18:00', '2026-11-25 06:55'), SH);
  assert.ok(around);
  assert.equal(text(around), '11-24T16:00 – 11-25T06:00');
  assert.equal(heldUntil(at('2026-11-25 06:55'), around.to, 2), around.to);
  assert.equal(heldUntil(at('2026-11-25 05:00'), around.to, 2), at('2026-11-25 05:10'));
  assert.equal(spanAround([evening], span('2026-11-24 18:00', '2026-11-25 07:05'), SH), undefined);
  assert.equal(spanAround([evening], span('2026-11-24 16:55', '2026-11-24 18:00'), SH), undefined);
});

const anyWindow = fc.record({
  isOpen: fc.boolean(),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  fromMinute: fc.integer({ min: 0, max: 287 }).map((slot) => slot * 5),
  toMinute: fc.integer({ min: 0, max: 288 }).map((slot) => slot * 5),
  holidays: fc.constant('any' as const),
});

test('runs are in order, apart, inside the asked time, and never in what is shut', () => {
  fc.assert(
    fc.property(fc.array(anyWindow, { maxLength: 6 }), fc.integer({ min: 0, max: 700 }), (windows, day) => {
      const from = at('2026-01-01') + day * 288;
      const asked = { from, to: from + 3 * 288 };
      const open = openSpans(windows, asked, SH);
      for (const [index, one] of open.entries()) {
        assert.ok(one.from < one.to && one.from >= asked.from && one.to <= asked.to);
        const before = open[index - 1];
        assert.ok(!before || before.to < one.from);
      }
      const shut = openSpans(
        windows.map((one) => ({ ...one, isOpen: !one.isOpen })).filter((one) => one.isOpen),
        asked,
        SH,
      );
      for (const one of open)
        for (const other of shut) assert.ok(one.to <= other.from || other.to <= one.from);
    }),
    { numRuns: 300 },
  );
});
