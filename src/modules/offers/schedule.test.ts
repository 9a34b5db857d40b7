import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBerlin } from '../../foundation/time/zone.ts';
import type { OfferStatus, Schedule } from './offer.ts';
import { occurrencesOf, readRule } from './schedule.ts';

const window = (from: string, to: string) => ({ start: new Date(from), end: new Date(to) });
const year = window('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z');

const said = (schedule: Schedule, within = year, status?: OfferStatus): string[] =>
  occurrencesOf(schedule, within, status).map(
    ({ start, end, status }) =>
      `${start.toISOString().slice(0, 16)}/${end.toISOString().slice(0, 16)}${status === 'scheduled' ? '' : ` ${status}`}`,
  );

test('a single event, with end and without', () => {
  assert.deepEqual(said({ start: '2026-07-01T19:00', end: '2026-07-01T21:30', allDay: false }), [
    '2026-07-01T17:00/2026-07-01T19:30',
  ]);
  assert.deepEqual(said({ start: '2026-07-01T23:00', allDay: false }), ['2026-07-01T21:00/2026-07-02T00:00']);
  assert.deepEqual(said({ start: '2026-07-01T19:00', end: '2026-07-01T18:00', allDay: false }), [
    '2026-07-01T17:00/2026-07-01T20:00',
  ]);
});

test('whole days end at midnight in Berlin, the last day included', () => {
  assert.deepEqual(said({ start: '2026-09-12', allDay: true }), ['2026-09-11T22:00/2026-09-12T22:00']);
  assert.deepEqual(said({ start: '2026-10-24', end: '2026-10-26', allDay: true }), [
    '2026-10-23T22:00/2026-10-26T23:00',
  ]);
});

test('a long exhibition is one occurrence and is found in the middle', () => {
  const exhibition = { start: '2025-11-01', end: '2026-12-31', allDay: true };
  assert.deepEqual(said(exhibition, window('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z')), [
    '2025-10-31T23:00/2026-12-31T23:00',
  ]);
});

test('a weekly event keeps its wall clock across both clock changes', () => {
  const weekly: Schedule = {
    start: '2026-03-22T19:00',
    end: '2026-03-22T20:00',
    allDay: false,
    rrule: 'FREQ=WEEKLY',
  };
  assert.deepEqual(said(weekly, window('2026-03-20T00:00:00Z', '2026-04-01T00:00:00Z')), [
    '2026-03-22T18:00/2026-03-22T19:00',
    '2026-03-29T17:00/2026-03-29T18:00',
  ]);
  assert.deepEqual(said(weekly, window('2026-10-17T00:00:00Z', '2026-10-26T00:00:00Z')), [
    '2026-10-18T17:00/2026-10-18T18:00',
    '2026-10-25T18:00/2026-10-25T19:00',
  ]);
});

test('a night over the clock change, and an hour that does not exist', () => {
  assert.deepEqual(said({ start: '2026-10-24T22:00', end: '2026-10-25T04:00', allDay: false }), [
    '2026-10-24T20:00/2026-10-25T03:00',
  ]);
  assert.deepEqual(said({ start: '2026-03-29T02:30', end: '2026-03-29T03:15', allDay: false }), [
    '2026-03-29T01:30/2026-03-29T01:31',
  ]);
});

test('exceptions by time or by day, further dates, single dates with a status', () => {
  const series: Schedule = {
    start: '2026-12-03T14:00',
    end: '2026-12-03T16:00',
    allDay: false,
    rrule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T225959Z',
    except: ['2026-12-10', '2026-12-17T14:00'],
    extra: [{ start: '2026-12-12T10:00', end: '2026-12-12T11:00', allDay: false }],
    statusOf: { '2026-12-24T14:00': 'cancelled', '2026-12-31T14:00': 'soldOut' },
  };
  assert.deepEqual(said(series), [
    '2026-12-03T13:00/2026-12-03T15:00',
    '2026-12-12T09:00/2026-12-12T10:00',
    '2026-12-24T13:00/2026-12-24T15:00 cancelled',
    '2026-12-31T13:00/2026-12-31T15:00 soldOut',
  ]);
  assert.deepEqual(said({ start: '2026-05-01', allDay: true }, year, 'cancelled'), [
    '2026-04-30T22:00/2026-05-01T22:00 cancelled',
  ]);
});

test('a rule whose first day does not match it begins with the first match', () => {
  const saturdays: Schedule = {
    start: '2026-07-15T10:00',
    end: '2026-07-15T16:00',
    allDay: false,
    rrule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=2',
  };
  assert.deepEqual(said(saturdays), [
    '2026-07-18T08:00/2026-07-18T14:00',
    '2026-07-25T08:00/2026-07-25T14:00',
  ]);
});

test('whole days with a rule', () => {
  assert.deepEqual(
    said({ start: '2026-10-24', end: '2026-10-25', allDay: true, rrule: 'FREQ=MONTHLY;COUNT=2' }),
    ['2026-10-23T22:00/2026-10-25T23:00', '2026-11-23T23:00/2026-11-25T23:00'],
  );
});

test('an endless daily rule is bounded, and one that began long ago is found today', () => {
  const daily: Schedule = { start: '1990-01-01T08:00', allDay: false, rrule: 'FREQ=DAILY' };
  assert.equal(occurrencesOf(daily, window('2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z')).length, 1_000);
  assert.deepEqual(said(daily, window('2026-11-22T00:00:00Z', '2026-11-22T12:00:00Z')), [
    '2026-11-22T07:00/2026-11-22T10:00',
  ]);
});

test('rules of strangers', () => {
  const cases: [string, string | undefined][] = [
    ['RRULE:FREQ=WEEKLY;BYDAY=MO', 'FREQ=WEEKLY;BYDAY=MO'],
    ['BYDAY=1SU;freq=monthly', 'FREQ=MONTHLY;BYDAY=1SU'],
    ['FREQ=DAILY;UNTIL=20261231', 'FREQ=DAILY;UNTIL=20261231T225959Z'],
    ['FREQ=DAILY;UNTIL=20260701T180000;INTERVAL=2', 'FREQ=DAILY;UNTIL=20260701T160000Z;INTERVAL=2'],
    ['FREQ=DAILY;UNTIL=20269999', undefined],
    ['FREQ=SECONDLY', undefined],
    ['FREQ=DAILY;BYHOUR=1,2,3', undefined],
    ['FREQ=WEEKLY;BYDAY=XX', undefined],
    ['FREQ=WEEKLY\nDTSTART:19700101', undefined],
    ['', undefined],
  ];
  for (const [text, rule] of cases) assert.equal(readRule(text, '2026-01-01T10:00'), rule, text);
});

test('every hour of a year is converted like Temporal converts it', () => {
  for (let hour = 0; hour < 366 * 24; hour += 1) {
    const start = new Date(Date.UTC(2026, 0, 1, hour, 30)).toISOString().slice(0, 16);
    const [found] = occurrencesOf(
      { start, allDay: false },
      window('2025-01-01T00:00:00Z', '2028-01-01T00:00:00Z'),
    );
    assert.equal(found?.start.getTime(), fromBerlin(start.slice(0, 10), start.slice(11)).getTime(), start);
  }
});
