import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closenessOf, explainTwin } from './explain-twin.ts';
import { profileOf } from './profile.builder.ts';
import { reasonText } from './put-into-words.ts';
import type { Twin } from './twin-finder.ts';
import { weightsOf } from './weights.ts';

const own = profileOf(
  '0',
  { population: 8120, city: 31, area: 20, surroundings: 857_548, town: 0 },
  { administration: 'unionMunicipality', state: 'Hessen' },
);
const other = profileOf(
  '1',
  { population: 8340, city: 34.4, area: 61.3, surroundings: 844_210, town: 0 },
  { administration: 'unionMunicipality', state: 'Bayern' },
);
const twin: Twin = {
  profile: other,
  distance: 0.3,
  differences: {
    population: 0.02,
    city: 0.2,
    area: 1.4,
    surroundings: 0.05,
    town: 0,
    administration: 0,
    state: 1,
  },
};
const textsOf = (language: 'de' | 'en') =>
  explainTwin(own, twin, weightsOf('balanced')).map((reason) => reasonText(language, reason));

test('a twin is explained in words, what weighs most first, and what differs is not hidden', () => {
  assert.deepEqual(textsOf('de'), [
    'fast gleich viele Menschen (8.120 / 8.340)',
    'gleiche Verwaltungsform (Verbandsgemeinde)',
    'fast gleich viele Menschen im Umkreis von 30 km (858.000 / 844.000)',
    'ähnlich weit zur nächsten Großstadt (31 km / 34 km)',
    'größere Fläche (61 km² statt 20 km²)',
    'anderes Land (Bayern)',
  ]);
  assert.equal(textsOf('en')[0], 'almost as many inhabitants (8,120 / 8,340)');
});

test('what was not weighed is no reason', () => {
  const weights = { ...weightsOf('balanced'), population: 0, area: 0, state: 0 };
  const named = explainTwin(own, twin, weights).map(({ feature }) => feature);
  assert.ok(!named.includes('population') && !named.includes('area') && !named.includes('state'));
});

test('two that are large towns themselves are told so', () => {
  const weights = weightsOf('balanced', { population: 0, administration: 0, surroundings: 0 });
  const texts = explainTwin(own, twin, weights).map((reason) => reasonText('de', reason));
  assert.ok(texts.includes('beide haben über 20.000 Menschen'));
});

const steps: [number, string][] = [
  [0, 'very'],
  [0.25, 'very'],
  [0.4, 'well'],
  [0.9, 'partly'],
  [2, 'little'],
];
for (const [distance, name] of steps)
  test(`a distance of ${distance} is called ${name}`, () => assert.equal(closenessOf(distance), name));
