import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../../forms/form-definition.ts';
import { holidayPass } from '../../forms/holiday-pass.ts';
import { asAsked } from '../../forms/representation.ts';
import { contentsHash, secondSignerOf, signaturesOf, signerName } from './signing.ts';

const needs: [answers: Answers, isNeeded: boolean][] = [
  [{}, false],
  [{ actingFor: 'self', isJointCustody: true }, false],
  [{ actingFor: 'child', isJointCustody: false }, false],
  [{ actingFor: 'child', isJointCustody: true }, true],
  [{ actingFor: 'club', isJointCustody: true }, false],
];
for (const [answers, isNeeded] of needs)
  test(`a second signature with ${JSON.stringify(answers)}: ${isNeeded}`, () => {
    const form = asAsked(holidayPass, answers);
    assert.equal(secondSignerOf(form, answers) !== undefined, isNeeded);
  });

test('the first signature is named as who acts, or as the form knows the applicant', () => {
  const nameOf = (answers: Answers) => signerName(asAsked(holidayPass, answers), answers);
  assert.equal(nameOf({ actingFor: 'child', actingName: 'Anna', representedName: 'Mia' }), 'Anna');
  assert.equal(nameOf({ actingFor: 'self', name: 'Mia' }), 'Mia');
  assert.equal(nameOf({}), '');
});

const ID = { id: '1', formId: 'a', formVersion: 1 };
const FILE = { id: 'f', field: 'scan' };
const signed = contentsHash(ID, { a: 1, b: 'x' }, [FILE]);
const hashes: [what: string, hash: string, isSame: boolean][] = [
  ['answers in another order', contentsHash(ID, { b: 'x', a: 1 }, [FILE]), true],
  ['a paper sent later', contentsHash(ID, { a: 1, b: 'x' }, [FILE, { id: 'g', field: '' }]), true],
  ['another answer', contentsHash(ID, { a: 2, b: 'x' }, [FILE]), false],
  ['one answer less', contentsHash(ID, { a: 1 }, [FILE]), false],
  ['another file', contentsHash(ID, { a: 1, b: 'x' }, [{ id: 'g', field: 'scan' }]), false],
  ['no file', contentsHash(ID, { a: 1, b: 'x' }, []), false],
  ['another application', contentsHash({ ...ID, id: '2' }, { a: 1, b: 'x' }, [FILE]), false],
  ['another version of the form', contentsHash({ ...ID, formVersion: 2 }, { a: 1, b: 'x' }, [FILE]), false],
];
for (const [what, hash, isSame] of hashes)
  test(`what was signed and ${what}: ${isSame ? 'the same' : 'something else'}`, () =>
    assert.equal(hash === signed, isSame));

test('handed on are names, times and who vouches, never an account, an address or a reason', () => {
  const first = { name: 'Anna', at: '2026-11-22T11:00:00Z', contents: 'x', language: 'de' as const };
  const second = { name: 'Ben', at: '2026-11-22T12:00:00Z' };
  const member = { name: 'Chor', town: 'Leezen' };
  const declined = { reason: 'Nein', at: '2026-11-21T12:00:00Z' };
  assert.deepEqual(signaturesOf({ member, first, second, declined, personId: '1', mailTo: 'a@b.example' }), {
    confirmedMember: member,
    signatures: [
      { role: 'applicant', name: 'Anna', signedAt: '2026-11-22T11:00:00Z' },
      { role: 'secondSigner', name: 'Ben', signedAt: '2026-11-22T12:00:00Z' },
    ],
  });
  assert.deepEqual(signaturesOf({}), { confirmedMember: null, signatures: [] });
});
