import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpen, type Question, readAnswer, readQuestions, tally, writeQuestions } from './survey.ts';

const TYPED = 'Wie zufrieden? | Skala\nWas fehlt? | Text\nWann? | früh; spät; früh';
const questions: Question[] = [
  { kind: 'scale', text: 'Wie zufrieden?' },
  { kind: 'text', text: 'Was fehlt?' },
  { kind: 'choice', text: 'Wann?', choices: ['früh', 'spät'] },
];

test('questions are read line by line, and written back as they were', () => {
  assert.deepEqual(readQuestions(TYPED), questions);
  assert.deepEqual(readQuestions(writeQuestions(questions)), questions);
});

for (const typed of ['', 'ohne Strich', '| Skala', 'Frage | eins', `${'Frage | Text\n'.repeat(21)}`])
  test(`no questions: ${typed.slice(0, 20)}`, () => assert.equal(readQuestions(typed), undefined));

test('only what is offered is taken, and saying nothing is no answer', () => {
  const read = (...said: string[]) =>
    readAnswer(questions, Object.fromEntries(said.map((text, at) => [`frage-${at}`, text])));
  assert.deepEqual(read('5', ' Licht ', 'spät'), ['5', 'Licht', 'spät']);
  assert.deepEqual(read('6', '', 'früh'), ['', '', 'früh']);
  assert.equal(read('6', ' ', 'nie'), undefined);
  assert.equal(read('1', 'x'.repeat(2001), ''), undefined);
});

test('answers are counted by question; texts stand in an order that tells nothing', () => {
  const [scale, text, choice] = tally(questions, [
    ['5', 'b', 'früh'],
    ['5', 'a', ''],
    ['', '', 'spät'],
  ]);
  assert.deepEqual([scale?.answered, scale?.counts.at(-1)], [2, ['5', 2]]);
  assert.deepEqual(text?.texts, ['a', 'b']);
  assert.deepEqual(choice?.counts, [
    ['früh', 1],
    ['spät', 1],
  ]);
});

test('it is open from its publication to the end of its last day', () => {
  const closesOn = '2026-11-22';
  assert.equal(isOpen({ publishedAt: null, closesOn }, '2026-11-22'), false);
  assert.equal(isOpen({ publishedAt: new Date(), closesOn }, '2026-11-22'), true);
  assert.equal(isOpen({ publishedAt: new Date(), closesOn }, '2026-11-23'), false);
});
