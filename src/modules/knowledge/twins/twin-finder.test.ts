import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Feature, features, numericFeatures, wordFeatures } from '../contract.ts';
import { profileOf, profilesOf } from './profile.builder.ts';
import { bendOf, type Profile } from './profile.ts';
import { scaled, scaleOf } from './scale.ts';
import { findTwinsAmong, LARGEST_DIFFERENCE, notComparedIn } from './twin-finder.ts';
import { presets, saysNothing, type Weights, weightsOf } from './weights.ts';

const figure = fc.option(fc.double({ min: 0, max: 100_000, noNaN: true }), { freq: 6 });
const word = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 6 });
const country = fc
  .array(
    fc.record({
      figures: fc.array(figure, { minLength: numericFeatures.length, maxLength: numericFeatures.length }),
      words: fc.array(word, { minLength: wordFeatures.length, maxLength: wordFeatures.length }),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map(profilesOf);
const weights: fc.Arbitrary<Weights> = fc
  .record(Object.fromEntries(features.map((feature) => [feature, fc.nat({ max: 5 })])))
  .map((some) => some as Weights);

/** Nothing clever: every pair by the definition, all sorted. */
const plainDistances = (profiles: Profile[], own: Profile, weight: Weights): number[] => {
  const scales = Object.fromEntries(
    numericFeatures.map((name) => [
      name,
      scaleOf(profiles.flatMap(({ numbers }) => numbers[name] ?? []).map((value) => bendOf[name](value))),
    ]),
  );
  const differenceOf = (feature: Feature, other: Profile): number | undefined => {
    for (const name of wordFeatures)
      if (name === feature) {
        const [a, b] = [own.words[name], other.words[name]];
        return a === undefined || b === undefined ? undefined : Number(a !== b);
      }
    for (const name of numericFeatures)
      if (name === feature) {
        const [a, b, scale] = [own.numbers[name], other.numbers[name], scales[name]];
        if (a === undefined || b === undefined || !scale) return undefined;
        return Math.min(
          LARGEST_DIFFERENCE,
          Math.abs(scaled(bendOf[name](a), scale) - scaled(bendOf[name](b), scale)),
        );
      }
    return undefined;
  };
  return profiles
    .filter(({ ars }) => ars !== own.ars)
    .flatMap((other) => {
      const known = features.flatMap((feature) => {
        const difference = differenceOf(feature, other);
        return weight[feature] > 0 && difference !== undefined
          ? [{ weight: weight[feature], difference }]
          : [];
      });
      const sum = known.reduce((all, each) => all + each.weight, 0);
      if (sum === 0) return [];
      return Math.sqrt(known.reduce((all, each) => all + each.weight * each.difference ** 2, 0) / sum);
    })
    .sort((a, b) => a - b);
};

const isClose = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

test('the nearest are exactly those of comparing everybody with everybody', () => {
  fc.assert(
    fc.property(country, weights, fc.integer({ min: 1, max: 20 }), (profiles, weight, limit) => {
      const finder = findTwinsAmong(profiles);
      for (const own of profiles.slice(0, 5)) {
        const found = finder.nearest({ ars: own.ars, weights: weight, limit }) ?? [];
        const expected = plainDistances(profiles, own, weight).slice(0, limit);
        assert.equal(found.length, expected.length);
        for (const [at, { distance }] of found.entries())
          assert.ok(isClose(distance, expected[at] ?? Number.NaN), `${distance} is not ${expected[at]}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('nobody is its own twin, and nobody is named twice', () => {
  fc.assert(
    fc.property(country, weights, (profiles, weight) => {
      for (const { ars } of profiles) {
        const found = findTwinsAmong(profiles).nearest({ ars, weights: weight, limit: 20 }) ?? [];
        const keys = found.map(({ profile }) => profile.ars);
        assert.ok(!keys.includes(ars));
        assert.equal(new Set(keys).size, keys.length);
      }
    }),
  );
});

test('it is as far from here to there as back', () => {
  fc.assert(
    fc.property(country, weights, (profiles, weight) => {
      const finder = findTwinsAmong(profiles);
      for (const { ars: a } of profiles.slice(0, 8))
        for (const { ars: b } of profiles.slice(0, 8))
          assert.equal(finder.distance(a, b, weight), finder.distance(b, a, weight));
    }),
  );
});

test('other units of a figure change nothing: hectares for square kilometres', () => {
  const inUnits = (factor: number) =>
    [3, 8, 15, 40, 90, 400].map((area, at) => profileOf(`${at}`, { area: area * factor }));
  const weight = weightsOf('size');
  const answer = (factor: number) =>
    findTwinsAmong(inUnits(factor))
      .nearest({ ars: '2', weights: weight, limit: 5 })
      ?.map(({ profile, distance }) => `${profile.ars} ${distance.toFixed(6)}`);
  assert.deepEqual(answer(100), answer(1));
});

test('one city of millions among villages does not move the scale', () => {
  const villages = [500, 700, 900, 1_100, 1_500, 2_000, 3_000].map((population, at) =>
    profileOf(`${at}`, { population }),
  );
  const weight = weightsOf('size');
  const own = (all: Profile[]) => findTwinsAmong(all).distance('0', '1', weight) ?? 0;
  const changed = own([...villages, profileOf('9', { population: 3_700_000 })]);
  assert.ok(Math.abs(changed / own(villages) - 1) < 0.35, `${changed} against ${own(villages)}`);
});

test('what is not known of one of two is left out and named', () => {
  const finder = findTwinsAmong([
    profileOf('0', { population: 1000, area: 10 }),
    profileOf('1', { population: 1000 }),
    profileOf('2', { population: 4000, area: 10 }),
    profileOf('3', { population: 9000, area: 40 }),
    profileOf('4'),
  ]);
  const weight = { ...weightsOf('size'), density: 0, administration: 0 };
  const found = finder.nearest({ ars: '0', weights: weight, limit: 5 }) ?? [];
  assert.deepEqual(
    found.map(({ profile }) => profile.ars),
    ['1', '2', '3'],
  );
  assert.equal(found[0]?.distance, 0);
  assert.deepEqual(found[0] && notComparedIn(found[0], weight), ['area']);
  assert.deepEqual(found[1] && notComparedIn(found[1], weight), []);
});

test('a key of nobody has no answer', () => {
  assert.equal(
    findTwinsAmong([profileOf('0')]).nearest({ ars: '1', weights: presets.size, limit: 3 }),
    undefined,
  );
});

test('every preset says something and leaves something out', () => {
  for (const preset of Object.values(presets)) {
    assert.equal(saysNothing(preset), false);
    assert.ok(features.some((feature) => preset[feature] === 0));
  }
});
