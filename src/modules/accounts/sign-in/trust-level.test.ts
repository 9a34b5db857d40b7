import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reaches, trustLevelOf } from './trust-level.ts';

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

test('a level reaches itself and what is below', () => {
  assert.deepEqual(
    (['low', 'substantial', 'high'] as const).map((needs) => reaches('substantial', needs)),
    [true, true, false],
  );
});
