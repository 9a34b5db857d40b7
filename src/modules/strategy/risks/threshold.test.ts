import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dpia } from './contract.ts';
import { missingIn, noDpia, thresholdOf } from './threshold.ts';

const yes = { hasPersonalData: true };
for (const [name, given, expected] of [
  ['nothing answered', {}, 'unanswered'],
  ['no personal data', { hasPersonalData: false, criteria: ['scoring', 'monitoring'] }, 'no-personal-data'],
  ['a case of the law', { ...yes, cases: ['public-monitoring'] }, 'obligatory'],
  ['two criteria', { ...yes, criteria: ['large-scale', 'vulnerable'] }, 'required'],
  ['one criterion', { ...yes, criteria: ['innovative'] }, 'weigh'],
  ['none', yes, 'not-required'],
] as [string, Partial<Dpia>, string][])
  test(`${name}: ${expected}`, () => assert.equal(thresholdOf({ ...noDpia, ...given }), expected));

test('where it is due everything but the views of those concerned must stand there; else the reason alone', () => {
  const due = { ...noDpia, ...yes, cases: ['profiling'] as Dpia['cases'] };
  assert.deepEqual(missingIn(due), [
    'description',
    'purpose',
    'necessity',
    'dangers',
    'safeguards',
    'officer',
  ]);
  const full = {
    description: 'a',
    purpose: 'b',
    necessity: 'c',
    dangers: 'd',
    safeguards: 'e',
    officer: 'f',
  };
  assert.deepEqual(missingIn({ ...due, ...full }), []);
  assert.deepEqual(missingIn({ ...noDpia, hasPersonalData: false }), ['description']);
  assert.equal(missingIn(noDpia).length, 7);
});
