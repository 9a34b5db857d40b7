import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../foundation/testing/database.ts';
import { loadPlaceIndex, seedMunicipalities } from '../../municipalities/index.ts';
import { numericFeatures } from '../contract.ts';
import { measureBorders } from './border-distance.ts';
import { measureMunicipalities } from './measure-municipalities.ts';
import { findTwinsAmong } from './twin-finder.ts';
import { presets } from './weights.ts';

const context = await testDatabase({ name: 'register', work: seedMunicipalities });
await seedMunicipalities(context);
const profiles = measureMunicipalities(await loadPlaceIndex(context.database));
const byArs = new Map(profiles.map((profile) => [profile.ars, profile]));
const LEEZEN = '010605053053';
const KARLSRUHE = '082120000000';
const SAARBRUECKEN = '100410100100';

test('all inhabited municipalities of the register are measured, and only they', () => {
  const lines = readFileSync('data/municipalities/register.csv', 'utf8').split('\n');
  const inhabited = lines.filter(
    (line) => /^\d{12},/.test(line) && !/^\d+,\w*[uU]nincorporatedArea,/.test(line),
  );
  assert.equal(profiles.length, 10_773);
  assert.equal(profiles.length, inhabited.length);
  for (const feature of numericFeatures)
    assert.ok(
      profiles.every(({ numbers }) => Number.isFinite(numbers[feature])),
      feature,
    );
});

test('position is measured as the crow flies', () => {
  const leezen = byArs.get(LEEZEN)?.numbers;
  // Lübeck lies 28 km east of it, Bad Segeberg is smaller than 20,000.
  assert.ok(leezen?.city && leezen.city > 25 && leezen.city < 32);
  assert.equal(byArs.get(KARLSRUHE)?.numbers.city, 0);
  const border = byArs.get(SAARBRUECKEN)?.numbers.outerBorder;
  assert.ok(border && border < 6, `${border} km to France`);
});

test('a village in an Amt is twinned with villages of an Amt; a city with cities', () => {
  const finder = findTwinsAmong(profiles);
  const twins = finder.nearest({ ars: LEEZEN, weights: presets.balanced, limit: 20 }) ?? [];
  assert.equal(twins.length, 20);
  for (const { profile } of twins) {
    assert.equal(profile.words.administration, 'collectiveOffice');
    const { population = 0 } = profile.numbers;
    assert.ok(population > 600 && population < 5400, `${profile.name}: ${population}`);
  }
  const cities = finder.nearest({ ars: KARLSRUHE, weights: presets.size, limit: 5 }) ?? [];
  for (const { profile } of cities) assert.ok((profile.numbers.population ?? 0) > 200_000, profile.name);
});

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
});

test('a border that two states share is theirs, the rest is the edge of the country', () => {
  const distances = measureBorders([square(9, 50, 10, 51), square(10, 50, 11, 51)]);
  const { stateBorder = 0, outerBorder = 0 } = distances({ lon: 9.8, lat: 50.5 });
  assert.ok(Math.abs(stateBorder - 14.2) < 0.3, `${stateBorder}`);
  assert.ok(Math.abs(outerBorder - 55.6) < 1, `${outerBorder}`);
  assert.deepEqual(Object.keys(measureBorders([square(9, 50, 10, 51)])({ lon: 9.5, lat: 50.5 })), [
    'outerBorder',
  ]);
  assert.deepEqual(measureBorders([])({ lon: 9.5, lat: 50.5 }), {});
});
