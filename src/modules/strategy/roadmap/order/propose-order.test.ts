import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestByForce, generateProblem } from './generate-problem.builder.ts';
import { listOrder, orderWithoutLimits, placeInTurn } from './list-order.ts';
import { isFeasible, type Job, type Problem, problemOf, worthOf } from './problem.ts';
import { exactOrder, proposeOrder, relaxedBound } from './propose-order.ts';

const job = (benefit: number, money: number, more: Partial<Job> = {}): Job => ({
  id: `${benefit}`,
  benefit,
  profile: [{ money, staff: 0 }],
  earliest: 0,
  needs: [],
  ...more,
});
const yearly = (years: number, money: number | null, jobs: Job[]): Problem => ({
  years,
  limits: Array.from({ length: years }, () => ({ money, staff: null })),
  jobs,
});

// Worked by hand: 100 a year for two years.
const HAND: [string, Problem, (number | null)[]][] = [
  ['the better one first', yearly(2, 100, [job(2, 100), job(5, 100)]), [1, 0]],
  ['two small ones before a large one', yearly(1, 100, [job(4, 100), job(3, 50), job(3, 50)]), [null, 0, 0]],
  ['what is too dear does not fit', yearly(2, 100, [job(5, 101), job(1, 10)]), [null, 0]],
  [
    'what is needed comes first, even if it is worth less',
    yearly(2, 100, [job(5, 100, { needs: [{ job: 1, lag: 1 }] }), job(1, 100), job(2, 100)]),
    [1, 0, null],
  ],
  ['what stays has to end first', yearly(3, 100, [job(5, 10, { earliest: 2 })]), [2]],
  [
    'too long for the agenda',
    yearly(1, null, [
      job(5, 0, {
        profile: [
          { money: 0, staff: 0 },
          { money: 0, staff: 0 },
        ],
      }),
    ]),
    [null],
  ],
  ['no limits: everything at once', yearly(2, null, [job(1, 999), job(2, 999)]), [0, 0]],
];
for (const [name, problem, expected] of HAND)
  test(`worked by hand: ${name}`, () => {
    assert.deepEqual(exactOrder(problem), expected);
    const { order, how, worth, bound } = proposeOrder(problem);
    assert.deepEqual(order, expected);
    assert.deepEqual([how, worth], ['exact', bound]);
  });

test('a later year is worth less, by the stated weight', () => {
  const problem = yearly(3, null, [job(4, 0)]);
  assert.ok(Math.abs(worthOf(problem, [2]) - 4 * 0.95 ** 2) < 1e-12);
});

for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
  test(`the integer program finds what trying everything finds, and the bound holds: town ${seed}`, () => {
    const problem = generateProblem(seed, 5, 4);
    const best = bestByForce(problem);
    const exact = exactOrder(problem);
    assert.ok(exact && isFeasible(problem, exact));
    assert.ok(Math.abs(worthOf(problem, exact) - best) < 1e-6);
    const listed = listOrder(problem);
    assert.ok(isFeasible(problem, listed));
    assert.ok(worthOf(problem, listed) <= best + 1e-9);
    assert.ok(relaxedBound(problem) >= best - 1e-6);
    assert.ok(worthOf(problem, orderWithoutLimits(problem)) >= best - 1e-9);
  });

test('a large town gets a feasible order with a bound above it', () => {
  const problem = generateProblem(9, 120, 8);
  const { order, how, worth, bound, free } = proposeOrder(problem);
  assert.equal(how, 'heuristic');
  assert.ok(isFeasible(problem, order));
  assert.ok(worth <= bound && bound <= free);
  assert.ok(worth >= bound * 0.85, `${worth} of ${bound}`);
});

test('an order that breaks a limit, a dependency or the agenda is not feasible', () => {
  const problem = yearly(2, 100, [job(1, 60), job(1, 60, { needs: [{ job: 0, lag: 1 }] })]);
  assert.equal(isFeasible(problem, [0, 1]), true);
  for (const order of [
    [0, 0],
    [null, 1],
    [0, 2],
    [1, 0],
  ])
    assert.equal(isFeasible(problem, order), false);
  assert.deepEqual(placeInTurn(problem, [1, 0]), [0, 1]);
});

test('what runs stays, takes its part of the limits and has to end before what needs it', () => {
  const one = {
    title: '',
    lane: '',
    profile: [
      { money: 30, staff: 0.5 },
      { money: 30, staff: 0 },
    ],
    beginsIn: 3,
    endsIn: 6,
    benefit: 3,
  };
  const running = { ...one, id: 'r', first: 2027, needs: [], isFixed: true };
  const after = { ...one, id: 'a', first: null, needs: ['r', 'gone'], isFixed: false, beginsIn: 7 };
  const before = { ...after, id: 'b', beginsIn: 1 };
  const years = [2027, 2028, 2029];
  const problem = problemOf([running, after, before], {
    years,
    limits: [{ year: 2027, money: 100, staff: 0.2 }],
  });
  assert.deepEqual(problem.limits, [
    { money: 70, staff: 0 },
    { money: null, staff: null },
    { money: null, staff: null },
  ]);
  // It ends in June 2028: who begins in July can do so in the same year, who begins in January cannot.
  assert.deepEqual(
    problem.jobs.map(({ earliest }) => earliest),
    [1, 2],
  );
});
