import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldOf, permitWith } from './form.builder.ts';
import type { Answers } from './form-definition.ts';
import { type Known, prefill } from './prefill.ts';

const form = permitWith(() => {});
const cases: [what: string, known: Known, answers: Answers][] = [
  ['nobody is signed in', {}, {}],
  ['a name alone', { name: 'Ines Muster' }, { name: 'Ines Muster' }],
  ['both', { name: 'Ines', email: 'ines@leezen.example' }, { name: 'Ines', mail: 'ines@leezen.example' }],
  ['a mail that the field would refuse', { name: 'Ines', email: 'ines' }, { name: 'Ines' }],
  ['a name that is too long', { name: 'x'.repeat(3_000) }, {}],
  ['the day of a checklist', { day: '2026-12-01' }, { movedIn: '2026-12-01' }],
  ['a day that there is not', { day: '2026-13-01' }, {}],
  ['blanks', { name: '  ', email: '' }, {}],
];
for (const [what, known, answers] of cases) test(what, () => assert.deepEqual(prefill(form, known), answers));

test('a field that asks for nothing of the person stays empty', () => {
  const other = permitWith((one) => {
    delete fieldOf(one, 'name').autocomplete;
    delete one.mailField;
    delete fieldOf(one, 'mail').autocomplete;
  });
  assert.deepEqual(prefill(other, { name: 'Ines', email: 'ines@leezen.example' }), {});
});
