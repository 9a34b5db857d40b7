import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuarter, nextQuarter, phaseOn, phasesOf } from './room/sprint.ts';
import { readBallot, resultOf } from './votes/ballot.ts';

test('the quarters, and phases from their first Monday on', () => {
  for (const [day, next] of [
    ['2026-01-01', '2026-2'],
    ['2026-06-30', '2026-3'],
    ['2026-11-24', '2027-1'],
    ['2026-12-31', '2027-1'],
  ] as const)
    assert.equal(nextQuarter(day), next, day);
  assert.deepEqual(['2027-1', '2027-5', '27-1', '2027-1 '].map(isQuarter), [true, false, false, false]);
  // The 1st of January 2024 is a Monday, that of 2027 a Friday, the 1st of October 2028 a Sunday.
  for (const [quarter, monday] of [
    ['2024-1', '2024-01-01'],
    ['2027-1', '2027-01-04'],
    ['2028-4', '2028-10-02'],
  ] as const)
    assert.equal(phasesOf(quarter)[0]?.from, monday, quarter);
});

test('which phase runs', () => {
  const plans = phasesOf('2027-1');
  for (const [day, phase] of [
    ['2026-12-01', 'understand'],
    ['2027-01-04', 'understand'],
    ['2027-01-17', 'understand'],
    ['2027-01-18', 'sketch'],
    ['2028-01-01', 'test'],
  ] as const)
    assert.equal(phaseOn(plans, day), phase, day);
});

test('a ballot is read, or refused', () => {
  const ids = ['a', 'b'];
  const one = { kind: 'one', dots: 1 } as const;
  const dots = { kind: 'dots', dots: 3 } as const;
  for (const [typed, round, expected] of [
    [{ idee: 'a' }, one, [['a', 1]]],
    [{ idee: 'c' }, one, 'no-choice'],
    [{}, one, 'no-choice'],
    [
      { 'punkte-a': '2', 'punkte-b': ' 1 ' },
      dots,
      [
        ['a', 2],
        ['b', 1],
      ],
    ],
    [{ 'punkte-a': '4' }, dots, 'too-many-dots'],
    [{ 'punkte-a': '-1', 'punkte-b': '3' }, dots, 'no-choice'],
    [{ 'punkte-a': '1.5' }, dots, 'no-choice'],
    [{ 'punkte-c': '1' }, dots, 'no-choice'],
    [{ 'punkte-a': '0' }, dots, 'no-choice'],
  ] as const) {
    const read = readBallot(typed, round, ids);
    assert.deepEqual('votes' in read ? [...read.votes] : read.refused, expected, JSON.stringify(typed));
  }
});

test('numbers are shown after the end, and only of three ballots or more', () => {
  const tally = [{ votes: 1 }, { votes: 2 }];
  const closedAt = new Date();
  assert.equal(resultOf({ closedAt: null, ballots: 9 }, tally), 'still-open');
  assert.equal(resultOf({ closedAt, ballots: 2 }, tally), 'too-few');
  assert.deepEqual(resultOf({ closedAt, ballots: 3 }, tally), [{ votes: 2 }, { votes: 1 }]);
});
