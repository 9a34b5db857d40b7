import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFacts } from '../measures/measure.ts';
import { criticalPath, dependencyCycle } from './critical-path.ts';
import { earlyStarts } from './early-starts.ts';
import { moveFacts } from './move-facts.ts';
import { monthsOf, type PlannedMeasure, plannedMeasure } from './plan.ts';
import { loadOf } from './yearly-load.ts';

const planned = (id: string, begins: string, ends: string, needs: string[] = []): PlannedMeasure =>
  plannedMeasure({ id, state: 'planned', facts: { ...noFacts, title: id, begins, ends, dependsOn: needs } });

test('the years of a measure reach from the first to the last that period or costs name', () => {
  const costs = { once: 1000, running: 100, staff: 0.5 };
  const one = plannedMeasure({
    id: 'a',
    state: 'running',
    facts: {
      ...noFacts,
      begins: '2028-04',
      ends: '2029-03',
      years: [
        { ...costs, year: 2027 },
        { ...costs, year: 2029 },
      ],
    },
  });
  assert.deepEqual(
    [one.first, one.profile.map(({ money }) => money), one.beginsIn, one.endsIn, one.isFixed, one.benefit],
    [2027, [1100, 0, 1100], 1, 3, true, 3],
  );
  const undated = plannedMeasure({ id: 'b', state: 'idea', facts: noFacts });
  assert.deepEqual([undated.first, undated.profile.length, monthsOf(undated)], [null, 1, 12]);
});

test('what begins before its need has ended is named; without dates nothing is said', () => {
  const needed = planned('a', '2027-01', '2027-06');
  const pairs = (...later: PlannedMeasure[]) =>
    earlyStarts([needed, ...later]).map(({ id, needs }) => id + needs);
  assert.deepEqual(pairs(planned('b', '2027-06', '2027-09', ['a'])), ['ba']);
  assert.deepEqual(pairs(planned('b', '2027-07', '2027-09', ['a'])), []);
  const undated = plannedMeasure({ id: 'c', state: 'idea', facts: { ...noFacts, dependsOn: ['a'] } });
  assert.deepEqual(pairs(undated), []);
});

const PATHS: [string, PlannedMeasure[], string, number][] = [
  ['nothing', [], '', 0],
  ['one', [planned('a', '2027-01', '2027-06')], 'a', 6],
  [
    'the longer of two chains',
    [
      planned('a', '2027-01', '2027-06'),
      planned('b', '2027-07', '2028-06', ['a']),
      planned('c', '2027-07', '2027-09', ['a']),
      planned('d', '2027-01', '2027-12'),
    ],
    'a b',
    18,
  ],
  [
    'a chain beats a long single one',
    [
      planned('a', '2027-01', '2027-12'),
      planned('b', '2028-01', '2028-02', ['a']),
      planned('c', '2027-01', '2028-01'),
    ],
    'a b',
    14,
  ],
];
for (const [name, measures, ids, months] of PATHS)
  test(`critical path: ${name}`, () =>
    assert.deepEqual(criticalPath(measures), { ids: ids === '' ? [] : ids.split(' '), months }));

test('a circle of dependencies is named', () => {
  const circle = [
    planned('a', '2027-01', '2027-06', ['b']),
    planned('b', '2027-01', '2027-06', ['c']),
    planned('c', '2027-01', '2027-06', ['b']),
  ];
  assert.deepEqual(
    dependencyCycle(circle)?.map(({ id }) => id),
    ['b', 'c'],
  );
  assert.equal(dependencyCycle(circle.slice(0, 2)), undefined);
});

test('load per year against its limits; where there is none nothing is over', () => {
  const one: PlannedMeasure = {
    ...planned('a', '2027-01', '2028-12'),
    profile: [
      { money: 500, staff: 0.1 },
      { money: 100, staff: 0.2 },
    ],
  };
  const load = loadOf(
    [one, { ...one, first: 2028 }, { ...one, first: null }],
    [2027, 2028, 2029],
    [
      { year: 2027, money: 499, staff: 0.1 },
      { year: 2028, money: 600, staff: 0.2 },
    ],
  );
  assert.deepEqual(
    load.map(({ moneyUsed, isOverMoney, isOverStaff }) => [moneyUsed, isOverMoney, isOverStaff]),
    [
      [500, true, false],
      [600, false, true],
      [100, false, false],
    ],
  );
});

test('moved, a measure takes period, costs and open milestones along', () => {
  const facts = {
    ...noFacts,
    begins: '2027-03',
    ends: '2028-02',
    years: [{ year: 2027, once: 1, running: 0, staff: 0 }],
    milestones: [
      { id: 'a', title: 'open', due: '2028-02-29', doneOn: null },
      { id: 'b', title: 'done', due: '2027-03-01', doneOn: '2027-03-02' },
    ],
  };
  const moved = moveFacts(facts, 2027, 2028);
  assert.deepEqual([moved.begins, moved.ends, moved.years[0]?.year], ['2028-03', '2029-02', 2028]);
  assert.deepEqual(
    moved.milestones.map(({ due }) => due),
    ['2029-02-28', '2027-03-01'],
  );
  const dated = moveFacts(noFacts, null, 2029);
  assert.deepEqual([dated.begins, dated.ends], ['2029-01', '2029-12']);
});
