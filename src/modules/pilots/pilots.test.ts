import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anySeries, normalOf, seeded } from '../../foundation/statistics/series.builder.ts';
import type { DayValue, Method, PilotPlan } from './contract.ts';
import { pilotEffect } from './effect/pilot-effect.ts';
import { powerTable } from './effect/power-table.ts';
import { prepareDays } from './effect/study-days.ts';
import { verdictOf } from './effect/verdict.ts';
import { type Lack, lacksOf } from './plan/lacks.ts';
import { emptyPlan } from './plan/pilot-plan.ts';
import { readPlan, writeLeftOut } from './plan/read-plan.ts';
import { readTable } from './series/read-table.ts';

const VERDICTS: [low: number, estimate: number, high: number, direction: 'up' | 'down', verdict: string][] = [
  [0.05, 0.15, 0.25, 'up', 'works'],
  [0.12, 0.15, 0.18, 'up', 'works'],
  // Shown, but smaller than what matters, by the best estimate; larger is not excluded.
  [0.02, 0.08, 0.14, 'up', 'cannot-tell'],
  // Shown, and too small for sure.
  [0.02, 0.05, 0.08, 'up', 'does-not'],
  [-0.05, 0.01, 0.07, 'up', 'does-not'],
  [-0.3, -0.2, -0.1, 'up', 'does-not'],
  [-0.1, 0.12, 0.34, 'up', 'cannot-tell'],
  [-0.25, -0.15, -0.05, 'down', 'works'],
  [-0.07, -0.01, 0.05, 'down', 'does-not'],
  [-0.14, -0.08, -0.02, 'down', 'cannot-tell'],
  [0.1, 0.2, 0.3, 'down', 'does-not'],
];
for (const [low, estimate, high, direction, verdict] of VERDICTS)
  test(`${low} … ${estimate} … ${high} where ${direction} by 10 % matters: ${verdict}`, () =>
    assert.equal(verdictOf({ low, estimate, high }, direction, 0.1), verdict));

test('a table of days: German and plain numbers, a heading, blanks; faults with their lines', () => {
  const read = readTable('Tag;Anzahl\n02.01.2026;1.234,5\n2026-01-01;12\n03.01.2026;\n04.01.2026;0.25');
  assert.deepEqual(read, {
    days: [
      ['2026-01-01', 12],
      ['2026-01-02', 1234.5],
      ['2026-01-04', 0.25],
    ],
  });
  assert.deepEqual(readTable('2026-01-01;x\n2026-01-02;-1\n2026-01-03;1\n2026-01-03;2\n31.02.2026;1'), {
    faults: [
      { line: 1, why: 'no-number' },
      { line: 2, why: 'no-number' },
      { line: 4, why: 'twice' },
      { line: 5, why: 'no-day' },
    ],
  });
  assert.deepEqual(readTable('Tag;Wert'), { refused: 'empty' });
  assert.deepEqual(readTable('x;1\n'.repeat(4001)), { refused: 'too-long' });
});

const TYPED = {
  titel: 'Radstraße',
  ziel: 'Mehr Räder',
  hypothese: 'Es ist sicherer',
  aufgabe: 'Verkehrsplanung',
  richtung: 'up',
  mindestens: '12,5',
  methode: 'differences',
  sicherheit: '95',
  ausnahmen: '24.12.2026; 01.01.2027; Ferien\n2026-12-06; Markt',
  vorher_von: '2026-08-01',
  start: '2026-12-01',
  ende: '2027-01-25',
  'reihe:own:a': 'indicator',
  'reihe:own:b': 'comparison',
  'reihe:own:c': '',
};
const stored = emptyPlan('Radstraße', '2026-11-22');

test('a plan as it was typed, and what is not readable', () => {
  const read = readPlan(TYPED, stored);
  assert.ok('plan' in read);
  const { plan } = read;
  assert.deepEqual([plan.smallest, plan.indicators, plan.comparisons], [12.5, ['own:a'], ['own:b']]);
  assert.deepEqual(plan.leftOut[0], { from: '2026-12-24', to: '2027-01-01', reason: 'Ferien' });
  assert.equal(writeLeftOut(plan.leftOut), '2026-12-24; 2027-01-01; Ferien\n2026-12-06; Markt');
  const faults = (typed: Record<string, string>) => {
    const answer = readPlan({ ...TYPED, ...typed }, stored);
    return 'faults' in answer ? answer.faults : undefined;
  };
  assert.deepEqual(faults({ titel: ' ', mindestens: '0' }), { titel: 'missing', mindestens: 'no-number' });
  assert.deepEqual(faults({ ende: '2026-12-05' }), { ende: 'wrong-length' });
  assert.deepEqual(faults({ ende: '2026-11-05' }), { ende: 'wrong-order' });
  assert.deepEqual(faults({ start: '31.02.2026' }), { start: 'no-day' });
  assert.deepEqual(faults({ ausnahmen: 'Weihnachten' }), { ausnahmen: 'no-day' });
  assert.deepEqual(faults({ methode: 'x', sicherheit: '50', richtung: '' }), {
    richtung: 'no-choice',
    methode: 'no-choice',
    sicherheit: 'no-choice',
  });
});

const MONDAY = Date.parse('2026-01-05');
const dayAt = (at: number) => new Date(MONDAY + at * 86_400_000).toISOString().slice(0, 10);
const FROM = { from: dayAt(0), to: dayAt(175) };
const noHoliday = () => false;

test('left out with its reason: holidays, chosen days, silence, broken counters, zeros', () => {
  const flat = (change: (at: number) => number | undefined): DayValue[] =>
    Array.from({ length: 176 }, (_, at) => [dayAt(at), change(at) ?? Number.NaN] as const).filter(
      ([, value]) => !Number.isNaN(value),
    );
  const indicator = flat((at) => (at === 20 ? 5 : at === 30 ? undefined : 100));
  const comparison = flat((at) => (at === 40 ? 1 : 50));
  const few = flat((at) => (at % 3 === 0 ? 0 : 0.1));
  const plan = { leaveOutHolidays: true, leftOut: [{ from: dayAt(50), to: dayAt(52), reason: '' }] };
  const prepared = prepareDays(
    plan,
    { indicators: [indicator], comparisons: [comparison] },
    FROM,
    (day) => day === dayAt(60),
  );
  assert.deepEqual(prepared.leftOut, { holiday: 1, chosen: 3, zero: 0, defect: 2, gap: 1 });
  assert.equal(prepared.days.length, 169);
  assert.equal(prepared.days[0]?.log, Math.log(100));
  const sparse = prepareDays(plan, { indicators: [few, few], comparisons: [] }, FROM, noHoliday);
  assert.ok(sparse.leftOut.zero + sparse.leftOut.defect > 50);
  assert.equal(prepareDays(plan, { indicators: [], comparisons: [] }, FROM, noHoliday).days.length, 0);
});

const planOf = (method: Method, more: Partial<PilotPlan> = {}): PilotPlan => ({
  ...stored,
  goal: 'x',
  hypothesis: 'x',
  role: 'x',
  method,
  indicators: ['own:a'],
  comparisons: method === 'differences' || method === 'synthetic' ? ['1', '2', '3', '4', '5', '6'] : [],
  baselineFrom: dayAt(0),
  start: dayAt(120),
  end: dayAt(175),
  ...more,
});

/** Seven invented counters under one weather; the first one is changed from the start on. */
const counters = (seed: number, change: number, length = 176, start = 120): DayValue[][] => {
  const random = seeded(seed);
  const weather = Array.from({ length }, () => 0.15 * normalOf(random));
  return Array.from({ length: 7 }, (_, street) =>
    anySeries(random, {
      days: length,
      lasting: 0.04,
      passing: 0.03,
      start,
      change: street === 0 ? change : 0,
    }).map(({ at, log }) => [dayAt(at), Math.round(Math.exp(log + (weather[at] ?? 0)))] as const),
  );
};
const prepared = (method: Method, [own = [], ...others]: DayValue[][], plan = planOf(method)) =>
  prepareDays(
    plan,
    { indicators: [own], comparisons: plan.comparisons.length > 0 ? others : [] },
    { from: plan.baselineFrom, to: plan.end },
    noHoliday,
  );

const METHODS: [Method, days: number, start: number][] = [
  ['differences', 176, 120],
  ['synthetic', 176, 120],
  ['interrupted', 176, 120],
  ['before-after', 456, 400],
];
for (const [method, length, start] of METHODS)
  test(`${method}: a planted change is found within its interval and judged; nothing planted is not called success`, (t) => {
    const plan = planOf(method, { start: dayAt(start), end: dayAt(length - 1) });
    const judge = (seed: number, change: number) =>
      pilotEffect(plan, prepared(method, counters(seed, change, length, start), plan));
    const all = Array.from({ length: 10 }, (_, seed) => judge(seed + 11, Math.log(1.4)));
    const covering = all.filter(({ change }) => change && change.low < 0.4 && change.high > 0.4);
    const working = all.filter(({ verdict }) => verdict === 'works');
    t.diagnostic(`${covering.length} of 10 cover the planted change, ${working.length} are judged to work`);
    assert.ok(covering.length >= 8 && working.length >= 9);
    const wrong = Array.from({ length: 10 }, (_, seed) => judge(seed + 11, 0).verdict).filter(
      (verdict) => verdict === 'works',
    );
    assert.ok(wrong.length <= 1);
    const found = judge(11, Math.log(1.4));
    assert.equal(found.days.length, found.before + found.during);
    assert.equal(found.compared === null, !['differences', 'synthetic'].includes(method));
    const table = powerTable(
      plan,
      prepared(method, counters(11, 0, length, start), plan).days.filter(({ day }) => day < plan.start),
    );
    assert.deepEqual(
      table.map(({ weeks }) => weeks),
      [2, 4, 6, 8, 12, 16, 26],
    );
    assert.ok(
      table.every(({ change }) => change > 0.01 && change < 1.5),
      JSON.stringify(table),
    );
  });

test('too few days of the run: cannot tell', () => {
  const plan = planOf('differences', { end: dayAt(125) });
  const found = pilotEffect(plan, prepared('differences', counters(1, 0), plan));
  assert.deepEqual([found.verdict, found.change], ['cannot-tell', null]);
});

test('what is missing before a plan can be fixed', () => {
  const full = prepared('differences', counters(1, 0), planOf('differences', { end: dayAt(119) }));
  const lacks = (plan: PilotPlan, days = full, today = dayAt(119)) => lacksOf(plan, days, today);
  const cases: [PilotPlan, Lack[]][] = [
    [planOf('differences'), []],
    [planOf('differences', { goal: '', hypothesis: '', role: '' }), ['goal', 'hypothesis', 'role']],
    [planOf('differences', { indicators: [] }), ['indicator']],
    [planOf('differences', { comparisons: ['1', '2'] }), ['comparisons']],
    [planOf('synthetic', { comparisons: ['1', '2', '3', '4'] }), ['comparisons']],
    [planOf('interrupted', { comparisons: ['1'] }), ['no-comparison-wanted']],
    [planOf('before-after'), ['baseline-year', 'baseline-short']],
  ];
  for (const [plan, expected] of cases) assert.deepEqual(lacks(plan), expected);
  assert.deepEqual(lacks(planOf('differences'), full, dayAt(121)), ['started']);
  const holes = { days: full.days.slice(0, 50), leftOut: { ...full.leftOut, gap: 30, zero: 10 } };
  assert.deepEqual(lacks(planOf('differences'), holes), ['gaps', 'zeros']);
});
