import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openingState, openingWords } from './opening-state.ts';
import { fromBerlin } from './zone.ts';

const at = (local: string): Date => fromBerlin(local.slice(0, 10), local.slice(11));

/** »open until 18:00«, »closed«, … in Berlin's wall clock. */
const said = (hours: string | undefined, state: string, local: string): string => {
  const found = openingState(hours, state, at(local));
  const change = found.kind === 'open' ? found.until : found.kind === 'closed' ? found.opensAt : undefined;
  return change ? `${found.kind} ${change.toLocaleString('sv').slice(0, 16)}` : found.kind;
};

test('open, closed and unknown with the next change', () => {
  const cases: [string | undefined, string, string][] = [
    ['Mo-Fr 08:00-18:00', '2026-11-24T12:00', 'open 2026-11-24 18:00'],
    ['Mo-Fr 08:00-18:00', '2026-11-24T18:00', 'closed 2026-11-25 08:00'],
    ['Mo-Fr 08:00-18:00', '2026-11-27T19:00', 'closed 2026-11-30 08:00'],
    ['Mo 22:00-02:00', '2026-11-24T01:00', 'open 2026-11-24 02:00'],
    ['24/7', '2026-11-24T12:00', 'open'],
    ['off', '2026-11-24T12:00', 'closed'],
    ['2020 Mo 10:00-12:00', '2026-11-24T12:00', 'closed'],
    ['unknown', '2026-11-24T12:00', 'unknown'],
    ['Mo-Fr 08:00-12:00 || "nach Vereinbarung"', '2026-11-24T13:00', 'unknown'],
    [undefined, '2026-11-24T12:00', 'unknown'],
    ['', '2026-11-24T12:00', 'unknown'],
    ['nach Vereinbarung bei Herrn', '2026-11-24T12:00', 'unknown'],
    ['Mo-Fr 08:00-18:00 '.repeat(100), '2026-11-24T12:00', 'unknown'],
  ];
  for (const [hours, now, expected] of cases)
    assert.equal(said(hours, '08', now), expected, `${hours} ${now}`);
});

test('the fallback rule, months and holidays off, as weekly markets write them', () => {
  const seasons = 'Apr-Oct: Tu, Th 07:30-13:00 || Nov-Mar: Tu, Th 08:00-13:00';
  assert.equal(said(seasons, '05', '2026-10-29T07:45'), 'open 2026-10-29 13:00');
  assert.equal(said(seasons, '05', '2026-11-03T07:45'), 'closed 2026-11-03 08:00');
  assert.equal(said('We, Sa 07:00-13:00; PH off', '05', '2026-12-26T09:00'), 'closed 2026-12-30 07:00');
});

test('holidays of the state decide', () => {
  const cases: [day: string, closedIn: string[], openIn: string[]][] = [
    ['2026-01-06', ['08', '09', '15'], ['05', '11', '14']],
    [
      '2026-10-31',
      ['01', '02', '03', '04', '12', '13', '14', '15', '16'],
      ['05', '06', '08', '09', '10', '11'],
    ],
    ['2026-11-01', ['05', '07', '08', '09', '10'], ['02', '11', '14']],
    ['2026-11-18', ['14'], ['09', '16']],
    ['2026-03-08', ['11', '13'], ['12']],
    ['2026-09-20', ['16'], ['15']],
  ];
  for (const [day, closedIn, openIn] of cases) {
    for (const state of closedIn)
      assert.match(said('Mo-Su 08:00-18:00; PH off', state, `${day}T12:00`), /^closed/, `${day} ${state}`);
    for (const state of openIn)
      assert.match(said('Mo-Su 08:00-18:00; PH off', state, `${day}T12:00`), /^open/, `${day} ${state}`);
  }
});

test('a longer code than two digits is understood, an unknown state has nationwide holidays only', () => {
  assert.match(said('Mo-Su 08:00-18:00; PH off', '091620000000', '2026-01-06T12:00'), /^closed/);
  assert.match(said('Mo-Su 08:00-18:00', '99', '2026-12-25T12:00'), /^open/);
});

test('days of the clock change keep the wall clock', () => {
  const cases: [string, string][] = [
    ['2026-03-29T01:59', 'closed 2026-03-29 08:00'],
    ['2026-03-29T17:59', 'open 2026-03-29 18:00'],
    ['2026-10-25T01:30', 'closed 2026-10-25 08:00'],
    ['2026-10-25T08:00', 'open 2026-10-25 18:00'],
  ];
  for (const [now, expected] of cases) assert.equal(said('Mo-Su 08:00-18:00', '08', now), expected, now);
});

test('what is remembered equals what a fresh evaluation says, in any order of asking', () => {
  const hours = 'Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00; PH off';
  const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
  fc.assert(
    fc.property(fc.array(minute, { maxLength: 20 }), (minutes) => {
      for (const [index, offset] of minutes.entries()) {
        const now = new Date(at('2026-11-01T00:00').getTime() + offset * 60_000);
        // A comment that never shows makes a key of its own, so that nothing remembered can answer.
        const fresh = `${hours}; 1990 Jan ${(index % 28) + 1} ${String(offset % 24).padStart(2, '0')}:00-24:00`;
        assert.deepEqual(openingState(hours, '09', now), openingState(fresh, '09', now));
      }
    }),
    { numRuns: 20 },
  );
});

const words: [string, string[]][] = [
  ['We 16:00-20:00', ['Mi 16:00-20:00']],
  ['Mo-Fr 08:00-12:00; PH off', ['Mo-Fr 08:00-12:00', 'Feiertags geschlossen']],
  ['24/7', ['rund um die Uhr']],
  ['nach Vereinbarung (!', ['nach Vereinbarung (!']],
];
for (const [text, lines] of words) {
  test(`»${text}« reads ${lines.join(' / ')}`, () => assert.deepEqual(openingWords(text, 'de'), lines));
}
