import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readParts } from '../library/check-parts.ts';
import { answerKinds } from './contract.ts';
import { partsFromAnswer } from './parts-from-answer.ts';

const question = { title: 'Wer misst Wasserstände?', field: 'environment', asker: 'Geheim' };

test('a guide gets the steps, a case study the summary; the rest is blank', () => {
  assert.deepEqual(Object.keys(partsFromAnswer('guide', question, ['So.'])), ['title', 'field', 'steps']);
  assert.deepEqual(Object.keys(partsFromAnswer('caseStudy', question, ['So.'])), [
    'title',
    'field',
    'summary',
  ]);
});

for (const kind of answerKinds)
  test(`a long answer makes a draft of a ${kind} without faults, and without the asker`, () => {
    const parts = partsFromAnswer(kind, question, ['Wort '.repeat(2000), 'Schluss']);
    assert.deepEqual(readParts(kind, parts as Record<string, string>).faults, {});
    assert.doesNotMatch(JSON.stringify(parts), /Geheim/);
  });
