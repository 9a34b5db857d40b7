import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideAdministratorChange, mayConfirm } from './administrator-rule.ts';

type Change = Parameters<typeof decideAdministratorChange>[0];
const cases: [
  what: string,
  change: Change['change'],
  administrators: string[],
  subject: string,
  decided: unknown,
][] = [
  ['the first one', 'grant', [], 'a', 'at-once'],
  ['a second one, whom nobody else could look at', 'grant', ['a'], 'b', 'at-once'],
  ['a third one', 'grant', ['a', 'b'], 'c', 'needs-another'],
  ['the last one goes', 'remove', ['a'], 'a', { refused: 'last-administrator' }],
  ['one of two goes', 'remove', ['a', 'b'], 'b', 'needs-another'],
  ['one of two wants to go', 'remove', ['a', 'b'], 'a', 'needs-another'],
];

for (const [what, change, administrators, subject, decided] of cases)
  test(`change of administrators: ${what}`, () =>
    assert.deepEqual(decideAdministratorChange({ change, administrators, proposer: 'a', subject }), decided));

const confirmers: [administrators: string[], proposedBy: string, confirmer: string, may: boolean][] = [
  [['a', 'b'], 'a', 'b', true],
  [['a', 'b'], 'a', 'a', false],
  [['a', 'b'], 'a', 'c', false],
  [['b'], 'a', 'b', true],
];
for (const [administrators, proposedBy, confirmer, expected] of confirmers)
  test(`${confirmer} confirms what ${proposedBy} proposed: ${expected}`, () =>
    assert.equal(mayConfirm(administrators, proposedBy, confirmer), expected));
