import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckAnswer, compareAnswers, gapsIn, type Level } from './compare-answers.ts';
import { areas } from './contract.ts';
import { questions } from './questions.ts';

const answer = (question: string, today: Level | null, target: Level | null): CheckAnswer => ({
  question,
  today,
  target,
});

test('about forty questions, twelve of them short, each area and frame is asked for, no id twice', () => {
  assert.equal(questions.length, 40);
  assert.equal(questions.filter(({ isShort }) => isShort).length, 12);
  assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
  for (const area of areas)
    assert.ok(
      questions.some((one) => one.area === area),
      area,
    );
});

for (const { name, given, expected } of [
  { name: 'one person', given: [[1, 3]], expected: { today: 1, target: 3, gap: 2, spread: 0, unknown: 0 } },
  {
    name: 'an even number',
    given: [
      [0, 2],
      [1, 3],
    ],
    expected: { today: 0.5, target: 2.5, gap: 2, spread: 1, unknown: 0 },
  },
  {
    name: 'people who disagree',
    given: [
      [0, 3],
      [3, 3],
      [1, 3],
    ],
    expected: { today: 1, target: 3, gap: 2, spread: 3, unknown: 0 },
  },
  {
    name: 'who does not know',
    given: [
      [null, 3],
      [2, 3],
    ],
    expected: { today: 2, target: 3, gap: 1, spread: 0, unknown: 1 },
  },
  {
    name: 'nobody knows',
    given: [[null, 3]],
    expected: { today: null, target: 3, gap: null, spread: 0, unknown: 1 },
  },
  {
    name: 'a target below today',
    given: [[3, 1]],
    expected: { today: 3, target: 1, gap: 0, spread: 0, unknown: 0 },
  },
] as { name: string; given: [Level | null, Level | null][]; expected: object }[])
  test(`${name}: the middle, the gap and the difference`, () => {
    const [compared] = compareAnswers(given.map(([today, target]) => answer('lead-owner', today, target)));
    const { question: _, answers, ...rest } = compared ?? ({} as never);
    assert.equal(answers, given.length);
    assert.deepEqual(rest, expected);
  });

test('the largest gap first; what nobody knows is a gap, what is fine is none', () => {
  const compared = compareAnswers([
    answer('lead-owner', 1, 2),
    answer('staff-time', 0, 3),
    answer('data-list', null, 3),
    answer('safe-plan', 3, 3),
  ]);
  assert.deepEqual(
    gapsIn(compared).map(({ question }) => question.id),
    ['staff-time', 'lead-owner', 'data-list'],
  );
});
