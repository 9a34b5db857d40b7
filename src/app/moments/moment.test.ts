import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { addDays } from '../../foundation/time/zone.ts';
import { checklistOf, dueDay, MomentsSchema, type Step } from './moment.ts';
import { readMoments } from './read-moments.ts';

const days: [what: string, kind: Step['kind'], offset: number, date: string, due: string, state?: string][] =
  [
    ['a week later', 'service', 7, '2026-11-20', '2026-11-27'],
    ['a period that ends on a Sunday runs on', 'service', 9, '2026-11-20', '2026-11-30'],
    ['one that ends on Christmas runs on past the weekend', 'service', 7, '2026-12-18', '2026-12-28'],
    ['what is due before is due before the weekend', 'service', -6, '2026-11-27', '2026-11-20'],
    ['on the very day, which is a holiday', 'service', 0, '2026-12-25', '2026-12-24'],
    ['neighbours are told on any day', 'notice', -6, '2026-11-27', '2026-11-21'],
    ['Reformation Day is one in the north', 'service', 7, '2028-10-24', '2028-11-01', 'Schleswig-Holstein'],
    ['and none in Bavaria, which has All Saints', 'service', 8, '2028-10-24', '2028-11-02', 'Bayern'],
    ['and without a state neither is', 'service', 7, '2028-10-24', '2028-10-31'],
    ['over the change of clocks', 'other', 1, '2026-10-24', '2026-10-25'],
  ];
for (const [what, kind, offset, date, due, state = ''] of days)
  test(what, () => assert.equal(dueDay({ kind, days: offset }, date, state), due));

test('the shipped moments are five, and each asks for something before or after its day', () => {
  const { moments, source } = readMoments();
  assert.ok(moments.length >= 5);
  assert.match(source, /Allmende/);
  for (const moment of moments) {
    const list = checklistOf(moment, '2026-12-12', { today: '2026-11-24', state: 'Hessen' });
    assert.equal(list.length, moment.steps.length);
    assert.deepEqual(
      list.map(({ due }) => due),
      list.map(({ due }) => due).toSorted(),
    );
  }
});

test('a broken file is refused, with the reason', () => {
  const good = readMoments();
  const [moment] = good.moments;
  assert.ok(moment);
  const [step] = moment.steps;
  for (const broken of [
    { ...good, moments: [moment, moment] },
    { ...good, moments: [{ ...moment, steps: [] }] },
    { ...good, moments: [{ ...moment, steps: [{ ...step, days: 4_000 }] }] },
    { ...good, moments: [{ ...moment, steps: [{ ...step, kind: 'other' }] }] },
    { ...good, moments: [{ ...moment, steps: [{ ...step, leikaKey: '12' }] }] },
    { ...good, extra: 1 },
  ])
    assert.equal(v.safeParse(MomentsSchema, broken).success, false);
});

test('a period after the day never ends earlier than it should, and never on a Sunday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 365 }), (start, offset) => {
      const date = addDays('2026-01-01', start);
      const due = dueDay({ kind: 'service', days: offset }, date, 'Sachsen');
      assert.ok(due >= addDays(date, offset));
      assert.notEqual(new Date(`${due}T00:00Z`).getUTCDay(), 0);
    }),
    { numRuns: 200 },
  );
});
