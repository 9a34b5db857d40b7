import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  differenceInDifferences,
  naiveChange,
  permutationP,
  type StudyDay,
} from './difference-in-differences.ts';
import { meanInterval, shareInterval } from './interval.ts';
import { powerBySimulation } from './power.ts';
import { studentReach, studentTwoSided } from './student.ts';
import { eventStudy, placeboEffect, type TimedDay } from './trend.ts';

const near = (actual: number | undefined, expected: number, within: number): void =>
  assert.ok(
    Math.abs((actual ?? Number.NaN) - expected) <= within,
    `${actual} is not ${expected} ± ${within}`,
  );

test("Student's t is that of the tables", () => {
  near(studentReach(10), 2.2281, 1e-4);
  near(studentReach(1), 12.7062, 1e-3);
  near(studentReach(1e6), 1.96, 1e-3);
  near(studentTwoSided(2.2281, 10), 0.05, 1e-5);
  assert.equal(studentTwoSided(0, 5), 1);
});

test('intervals of a mean and of a share', () => {
  const { estimate, low, high } = meanInterval([1, 2, 3, 4, 5]);
  near(estimate, 3, 0);
  near(low, 1.0368, 1e-3);
  near(high, 4.9632, 1e-3);
  assert.equal(meanInterval([3]).high, Number.POSITIVE_INFINITY);
  near(shareInterval(0, 20).high, 0.1611, 1e-3);
  near(shareInterval(10, 20).low, 0.2993, 1e-3);
});

/** Park and Miller, so that a run is the same everywhere. */
const randomOf = (seed: number): (() => number) => {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Days with a level of their own, a fall of everything by a tenth after the start, and the effect on top. */
const study = (seed: number, change: number, { days = 40, drives = 60, drift = 0 } = {}): TimedDay[] => {
  const random = randomOf(seed);
  const drawn = (mean: number) => {
    let sum = 0;
    for (let drive = 0; drive < drives; drive += 1)
      sum += random() < 0.4 ? 0 : (-Math.log(1 - random()) * mean) / 0.6;
    return { sum, count: drives };
  };
  return Array.from({ length: days }, (_, at) => {
    const isAfter = at >= days / 2;
    const level = 120 * Math.exp(0.2 * normal(random)) * (isAfter ? 0.9 : 1);
    const own = level * 1.3 * Math.exp(0.08 * normal(random) + drift * at);
    return { at, isAfter, treated: drawn(own * (isAfter ? 1 + change : 1)), control: drawn(level) };
  });
};

test('the known truth is met without bias, and the interval holds it in about 95 of 100 studies', (t) => {
  for (const change of [-0.25, -0.12, 0]) {
    const truth = Math.log(1 + change);
    const estimates = Array.from({ length: 300 }, (_, seed) => differenceInDifferences(study(seed, change)));
    const mean = estimates.reduce((sum, one) => sum + (one?.effect.estimate ?? Number.NaN), 0) / 300;
    near(100 * (Math.exp(mean) - 1), 100 * change, 1.5);
    const held = estimates.filter((one) => one && one.effect.low <= truth && truth <= one.effect.high).length;
    t.diagnostic(`${change * 100} %: mean ${(100 * (Math.exp(mean) - 1)).toFixed(1)} %, held ${held} of 300`);
    assert.ok(held >= 274 && held <= 297, `held ${held} of 300`);
  }
});

test('without an effect, one in twenty studies shows one, by either judge', (t) => {
  const trials = 200;
  const byT = powerBySimulation(
    trials,
    (seed) => (differenceInDifferences(study(seed + 900, 0))?.pValue ?? 1) < 0.05,
  );
  const shuffled = powerBySimulation(
    trials,
    (seed) => (permutationP(study(seed + 900, 0), randomOf(seed), 199) ?? 1) <= 0.05,
  );
  t.diagnostic(`false alarms ${byT.estimate} and ${shuffled.estimate}`);
  for (const { estimate } of [byT, shuffled])
    assert.ok(estimate >= 0.015 && estimate <= 0.095, `${estimate}`);
});

test('before and after alone takes a fall of everything for an effect', () => {
  const naive = Array.from({ length: 100 }, (_, seed) => naiveChange(study(seed, 0)) ?? 0);
  near(naive.reduce((sum, one) => sum + one, 0) / 100, -0.1, 0.02);
});

test('zeros, uneven days, and a day on which one group is missing', () => {
  const day = (isAfter: boolean, treated: [number, number], control: [number, number]): StudyDay => ({
    isAfter,
    treated: { sum: treated[0], count: treated[1] },
    control: { sum: control[0], count: control[1] },
  });
  const days = [
    day(false, [100, 10], [100, 10]),
    day(false, [0, 1], [200, 20]),
    day(false, [240, 20], [100, 10]),
    day(true, [50, 10], [100, 10]),
    day(true, [999, 10], [0, 0]),
    day(true, [60, 10], [100, 10]),
  ];
  const estimate = differenceInDifferences(days);
  near(estimate?.effect.estimate, Math.log(0.55 / 1.085), 0.06);
  near(differenceInDifferences(days.toReversed())?.effect.low, estimate?.effect.low ?? Number.NaN, 1e-9);
  assert.equal(differenceInDifferences(days.slice(0, 4)), undefined);
  assert.equal(differenceInDifferences([]), undefined);
});

test('a date on which nothing happened shows nothing, unless the groups drift apart', () => {
  const alarms = (drift: number): number =>
    powerBySimulation(100, (seed) => (placeboEffect(study(seed, -0.25, { drift }))?.pValue ?? 1) < 0.05)
      .estimate;
  assert.ok(alarms(0) <= 0.12, `${alarms(0)}`);
  assert.ok(alarms(0.05) >= 0.8, `${alarms(0.05)}`);
});

test('week by week: at zero before the start, at the effect after it', () => {
  const steps = eventStudy(study(5, -0.4, { drives: 300 }), 7);
  assert.deepEqual(
    steps.map(({ from, to, isAfter }) => [from, to, isAfter]),
    [
      [0, 6, false],
      [7, 13, false],
      [14, 19, false],
      [20, 20, true],
      [21, 27, true],
      [28, 34, true],
      [35, 39, true],
    ],
  );
  for (const { estimate, isAfter, days } of steps)
    if (days > 1) near(estimate?.effect.estimate, isAfter ? Math.log(0.6) : 0, 0.2);
});
