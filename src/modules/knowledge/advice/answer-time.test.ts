import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerTimes } from './answer-time.ts';

const asked_at = new Date('2026-11-01T00:00:00Z');
const after = (ars: string, ...hours: number[]) =>
  hours.map((hour) => ({ ars, asked_at, answered_at: new Date(asked_at.getTime() + hour * 3_600_000) }));

const cases: [hours: number[], median: number | undefined][] = [
  [[5, 10], undefined],
  [[30, 1, 2], 2],
  [[1, 3, 5, 900], 4],
];
for (const [hours, median] of cases)
  test(`${hours.join(', ')} hours: ${median ?? 'too few to say'}`, () => {
    assert.equal(answerTimes(after('a', ...hours)).get('a')?.hours, median);
  });

test('each town by itself', () => {
  const times = answerTimes([...after('a', 1, 1, 1), ...after('b', 9, 9, 9)]);
  assert.deepEqual([times.get('a')?.hours, times.get('b')?.hours], [1, 9]);
});
