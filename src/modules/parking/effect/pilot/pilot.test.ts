import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceInDifferences } from '../../../../foundation/statistics/difference-in-differences.ts';
import { csvLines } from '../../../../foundation/table/csv.ts';
import { canonicalHash, canonicalJson } from '../../../../foundation/text/canonical-hash.ts';
import { addDays } from '../../../../foundation/time/zone.ts';
import { randomOf } from '../../simulator/days/random.ts';
import type { DayFigures } from '../../simulator/town/day-figures.ts';
import { centreOf, plainDay, sharedDay, stockOfCentre } from '../../simulator/town/simulate-days.ts';
import { REFERENCE } from '../../simulator/town/town.ts';
import { readDrives } from './drive.ts';
import { aPlan } from './pilot.builder.ts';
import { isOver, mayFreeze, periodFault, periodOf } from './plan.ts';
import { inventStudy, powersOf, searchTimes } from './power.ts';
import { planFields, readPlan } from './read-plan.ts';
import { type DayOfDistrict, reportOf } from './report.ts';

const times = searchTimes();
const plan = aPlan();

/** A pilot whose truth is known, as the rows of its days. */
const measured = (seed: number, effect: number, drives = 100): DayOfDistrict[] => {
  const question = { daysBefore: plan.days, daysAfter: plan.days, drivesADay: drives, effect };
  return inventStudy(times, question, randomOf(seed)).flatMap((day, at) => {
    const on = addDays(day.isAfter ? plan.afterFrom : plan.beforeFrom, day.isAfter ? at - plan.days : at);
    return [
      { day: on, isPilot: true, seconds: Math.round(60 * day.treated.sum), drives: day.treated.count },
      { day: on, isPilot: false, seconds: Math.round(60 * day.control.sum), drives: day.control.count },
    ];
  });
};

const STUDIES = 120;
const reports = (effect: number) =>
  Array.from({ length: STUDIES }, (_, seed) => reportOf(plan, measured(seed + 1, effect), seed));

test('the known truth is found within three points, and the interval holds it', (t) => {
  for (const effect of [-0.25, -0.12, 0]) {
    const all = reports(effect);
    const mean = all.reduce((sum, { change }) => sum + (change?.estimate ?? Number.NaN), 0) / STUDIES;
    const held = all.filter(({ change }) => change && change.low <= effect && effect <= change.high).length;
    const shown = all.filter(({ verdict }) => verdict === 'fallen' || verdict === 'risen').length;
    t.diagnostic(
      `${100 * effect} %: mean ${(100 * mean).toFixed(1)} %, held ${held}, shown ${shown} of ${STUDIES}`,
    );
    assert.ok(Math.abs(mean - effect) < 0.03, `${mean}`);
    assert.ok(held >= 0.88 * STUDIES, `held ${held}`);
    if (effect === 0) assert.ok(shown <= 0.1 * STUDIES, `false alarms ${shown}`);
    if (effect === -0.25) assert.ok(shown >= 0.75 * STUDIES, `shown ${shown}`);
  }
});

test('what the simulator does to one of two centres is found by comparing them, though everybody drives less meanwhile', (t) => {
  const centre = centreOf(REFERENCE, 1);
  const other = centreOf(REFERENCE, 2, centre.demand);
  const fewer = {
    pilot: centreOf(REFERENCE, 1, 0.96 * centre.demand),
    control: centreOf(REFERENCE, 2, 0.96 * centre.demand),
  };
  const shared = stockOfCentre(fewer.pilot, { drivers: 0.15, owners: 0.15, induced: 0 });
  const total = ({ searchMinutes, trips }: DayFigures) => ({ sum: searchMinutes, count: trips });
  const truth: number[] = [];
  const days = Array.from({ length: 40 }, (_, day) => {
    const isAfter = day >= 20;
    if (!isAfter)
      return { isAfter, treated: total(plainDay(centre, day)), control: total(plainDay(other, day)) };
    const sharing = sharedDay(fewer.pilot, shared, { rule: 'ours', day });
    truth.push(sharing.searchMinutes / plainDay(fewer.pilot, day).searchMinutes - 1);
    return { isAfter, treated: total(sharing), control: total(plainDay(fewer.control, day)) };
  });
  const mean = truth.reduce((sum, one) => sum + one, 0) / truth.length;
  const { effect } = differenceInDifferences(days) ?? assert.fail();
  const found = Math.expm1(effect.estimate);
  t.diagnostic(`true ${(100 * mean).toFixed(1)} %, found ${(100 * found).toFixed(1)} %`);
  assert.ok(Math.abs(found - mean) < 0.03, `${found} is far from ${mean}`);
  assert.ok(Math.expm1(effect.low) <= mean && mean <= Math.expm1(effect.high));
});

test('the power of the designs is near that of the preliminary study', (t) => {
  const designs = [
    [20, 40],
    [20, 100],
    [40, 100],
    [40, 300],
  ] as const;
  for (const [effect, found] of [
    [-0.249, [75, 92, 100, 100]],
    [-0.117, [20, 32, 53, 73]],
  ] as const) {
    const ours = powersOf(
      designs.map(([days, drivesADay]) => ({ daysBefore: days, daysAfter: days, drivesADay, effect })),
      1,
    ).map(({ estimate }) => 100 * estimate);
    t.diagnostic(
      `${100 * effect} %: ${ours.map((one) => one.toFixed(0)).join(' / ')} (${found.join(' / ')})`,
    );
    ours.forEach((one, at) => {
      assert.ok(Math.abs(one - (found[at] ?? 0)) <= 20, `${one} is far from ${found[at]}`);
      assert.ok(at === 0 || one >= (ours[at - 1] ?? 0) - 3, 'more measuring sees more');
    });
  }
});

test('too few drives are not measurable, and no mean is told of fewer than ten', () => {
  const few = measured(1, -0.5).filter(({ isPilot }, at) => isPilot || at < 6);
  const report = reportOf(plan, few, 1);
  assert.equal(report.verdict, 'not-measurable');
  assert.equal(report.change, undefined);
  const nine = reportOf(plan, [{ day: plan.beforeFrom, isPilot: true, seconds: 900, drives: 9 }], 1);
  assert.deepEqual(nine.cells.pilotBefore, { drives: 9, days: 1 });
  assert.equal(nine.naive, undefined);
});

test('districts that drifted apart before the start show nothing, however large the change', () => {
  const drifting = measured(3, -0.3, 400).map((row) => {
    const at = (Date.parse(row.day) - Date.parse(plan.beforeFrom)) / 86_400_000;
    return row.isPilot ? { ...row, seconds: Math.round(row.seconds * Math.exp(-0.04 * at)) } : row;
  });
  const report = reportOf(plan, drifting, 1);
  assert.equal(report.placebo?.isShown, true);
  assert.equal(report.verdict, 'not-shown');
});

test('a rise is called a rise', () => {
  assert.equal(reportOf(plan, measured(2, 0.6, 300), 1).verdict, 'risen');
});

test('a plan has its periods in order, room for its days, and is frozen before it begins', () => {
  assert.equal(periodFault(plan), undefined);
  assert.equal(periodFault({ ...plan, afterFrom: plan.beforeTo }), 'out-of-order');
  assert.equal(periodFault({ ...plan, days: 99 }), 'too-short');
  assert.equal(periodOf(plan, plan.beforeTo), 'before');
  assert.equal(periodOf(plan, addDays(plan.beforeTo, 1)), undefined);
  assert.ok(mayFreeze(plan, plan.beforeFrom));
  assert.ok(!mayFreeze(plan, addDays(plan.beforeFrom, 1)));
  assert.ok(!isOver(plan, addDays(plan.afterTo, 14)));
  assert.ok(isOver(plan, addDays(plan.afterTo, 15)));
});

const typed = Object.fromEntries(
  Object.entries(planFields).map(([field, name]) => [name, String(plan[field as 'name'])]),
);

test('a plan as typed, and what is wrong with it', () => {
  assert.deepEqual(readPlan(typed), { plan });
  assert.deepEqual(readPlan({ ...typed, vorher_von: '01.03.2027' }), { plan });
  const wrong: [Record<string, string>, object][] = [
    [{ name: ' ' }, { name: 'missing' }],
    [{ name: 'x'.repeat(101) }, { name: 'too-long' }],
    [{ vergleich: 'SÜDSTADT' }, { controlDistrict: 'same-district' }],
    [{ vorher_von: '2027-02-30' }, { beforeFrom: 'no-day' }],
    [{ tage: '4' }, { days: 'no-number' }],
    [{ fahrten: '1e3' }, { drives: 'no-number' }],
    [{ mindestens: '99' }, { smallestPercent: 'no-number' }],
    [{ nachher_bis: '2027-01-01' }, { beforeFrom: 'out-of-order' }],
    [{ tage: '100' }, { days: 'too-short' }],
  ];
  for (const [change, faults] of wrong) assert.deepEqual(readPlan({ ...typed, ...change }), { faults });
});

const read = (text: string) => readDrives(plan, csvLines(text).lines);

test('drives are taken or refused one by one; a column too many refuses the file', () => {
  const reading = read(
    [
      'Tag;Gebiet;Stunde;Sekunden',
      '2027-03-01;Südstadt;9;140',
      '02.03.2027;Vergleich;17;0',
      '2026-01-01;pilot;9;10',
      '2027-03-01;Weststadt;9;10',
      '2027-03-01;pilot;24;10',
      '2027-03-01;pilot;9;-3',
      '2027-03-01;pilot;9;99999',
      'gestern;pilot;9;10',
    ].join('\n'),
  );
  assert.ok('drives' in reading);
  assert.deepEqual(reading.drives, [
    { line: 2, day: '2027-03-01', hour: 9, isPilot: true, seconds: 140 },
    { line: 3, day: '2027-03-02', hour: 17, isPilot: false, seconds: 0 },
  ]);
  assert.deepEqual(
    reading.refused.map(({ fault }) => fault),
    ['outside-periods', 'unknown-district', 'no-hour', 'no-seconds', 'no-seconds', 'no-day'],
  );
  const row = '2027-03-01;pilot;9;10';
  assert.deepEqual(read(''), { fileFault: 'no-table' });
  assert.deepEqual(read(`Tag;Gebiet;Stunde\n${row}`), { fileFault: 'missing-column' });
  for (const extra of ['Kennzeichen', 'Name', 'lat', 'Notiz'])
    assert.deepEqual(read(`Tag;Gebiet;Stunde;Sekunden;${extra}\n${row};x`), { fileFault: 'foreign-column' });
  assert.deepEqual(read(`Tag;Gebiet;Stunde;Sekunden\n${row};KA-XX 1`), { fileFault: 'foreign-column' });
  assert.deepEqual(read('Tag;Gebiet;Stunde;Sekunden\nx;y;z;0'), { fileFault: 'nothing-left' });
  assert.deepEqual(read(`Tag;Gebiet;Stunde;Sekunden\n${`${row}\n`.repeat(50_001)}`), {
    fileFault: 'too-many-rows',
  });
});

test('the same content has the same hash, whatever the order of its keys', () => {
  assert.equal(
    canonicalJson({ b: [1, { d: 'ä', c: null }], a: true }),
    '{"a":true,"b":[1,{"c":null,"d":"ä"}]}',
  );
  assert.equal(canonicalHash({ a: 1, b: 2 }), canonicalHash({ b: 2, a: 1 }));
  assert.notEqual(canonicalHash({ a: 1 }), canonicalHash({ a: 2 }));
});
