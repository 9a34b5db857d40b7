import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTrustLevel, reaches, trustLevelOf, wordsReaching } from './trust-level.ts';

const words = { low: ['STORK-QAA-Level-1'], substantial: ['STORK-QAA-Level-3'], high: ['STORK-QAA-Level-4'] };

const cases: [claim: unknown, level: string][] = [
  ['STORK-QAA-Level-4', 'high'],
  ['STORK-QAA-Level-3', 'substantial'],
  ['STORK-QAA-Level-1', 'low'],
  [['STORK-QAA-Level-3'], 'substantial'],
  [['STORK-QAA-Level-4', 'STORK-QAA-Level-3'], 'substantial'],
  [undefined, 'low'],
  [null, 'low'],
  ['', 'low'],
  ['high', 'low'],
  ['stork-qaa-level-4', 'low'],
  [4, 'low'],
  [[], 'low'],
  [{ level: 'STORK-QAA-Level-4' }, 'low'],
  [['STORK-QAA-Level-4', 'unknown'], 'low'],
  ['constructor', 'low'],
];

for (const [claim, level] of cases)
  test(`the claim ${JSON.stringify(claim)} means ${level}`, () => {
    assert.equal(trustLevelOf(claim, words), level);
  });

test('what is asked for begins with the level that is needed', () => {
  assert.deepEqual(wordsReaching('substantial', words), ['STORK-QAA-Level-3', 'STORK-QAA-Level-4']);
  assert.deepEqual(wordsReaching('high', { ...words, high: [] }), []);
  assert.deepEqual(['low', 'high', 'HIGH', '', undefined].map(isTrustLevel), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a level reaches itself and what is below', () => {
  assert.deepEqual(
    (['low', 'substantial', 'high'] as const).map((needs) => reaches('substantial', needs)),
    [true, true, false],
  );
});
