import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstOpenStep } from './check-answers.ts';
import { checkDefinition } from './check-definition.ts';
import { askedOf } from './condition.ts';
import { permitWith } from './form.builder.ts';
import type { ActingFor, Answers, FormDefinition } from './form-definition.ts';
import { holidayPass } from './holiday-pass.ts';
import { prefill } from './prefill.ts';
import { actsFor, asAsked } from './representation.ts';

const forAll = permitWith((form) => {
  form.actingFor = ['self', 'child', 'parent', 'firm', 'club'];
});

test('a form that does not ask for whom it is stays as it is', () => {
  const form = permitWith(() => {});
  assert.equal(asAsked(form, { actingFor: 'child' }), form);
});

const kinds: ActingFor[] = ['self', 'child', 'parent', 'firm', 'club'];
const pairs = kinds.flatMap((one, at) => kinds.slice(at + 1).map((other): ActingFor[] => [one, other]));
for (const actingFor of [...pairs, kinds])
  test(`${actingFor.join(', ')}: the pages that are asked before contradict nothing`, () => {
    const form = permitWith((one) => {
      one.actingFor = actingFor;
    });
    assert.deepEqual(checkDefinition(form), []);
  });

const faulty: [what: string, change: (form: FormDefinition) => void, at: string, fault: string][] = [
  [
    'a field of the form that has a name of these pages',
    (form) => {
      form.actingFor = ['self', 'child'];
      form.steps[0]!.fields[0]!.name = 'actingName';
      form.schema.properties.actingName = { type: 'string' };
    },
    'actingName',
    'named-twice',
  ],
  [
    'a second signature that depends on a question that nobody asks',
    (form) => {
      const words = { de: 'x', en: 'x' };
      form.secondSigner = { label: words, declaration: words, when: { field: 'ghost', equals: true } };
    },
    'secondSigner',
    'condition-unknown-field',
  ],
  [
    'a second signature for whom nobody can ask',
    (form) => {
      const words = { de: 'x', en: 'x' };
      form.actingFor = ['self', 'child'];
      form.secondSigner = { label: words, declaration: words, when: { field: 'actingFor', equals: 'firm' } };
    },
    'secondSigner',
    'condition-never',
  ],
];
const strange: [actingFor: string[], fault: string][] = [
  [[], 'no-choices'],
  [['child'], 'no-choices'],
  [['child', 'child'], 'named-twice'],
  [['self', 'dog'], 'unknown-kind'],
];
for (const [actingFor, fault] of strange)
  test(`refused: to act for ${JSON.stringify(actingFor)}`, () => {
    const form = permitWith((one) => {
      one.actingFor = actingFor as ActingFor[];
    });
    assert.deepEqual(checkDefinition(form), [{ at: 'actingFor', fault }]);
  });
for (const [what, change, at, fault] of faulty)
  test(`refused: ${what}`, () =>
    assert.ok(
      checkDefinition(permitWith(change)).some((one) => one.at === at && one.fault === fault),
      JSON.stringify(checkDefinition(permitWith(change))),
    ));

const child = { representedName: 'Mia', representedBirthDate: '2019-03-03', actingName: 'Anna' };
/** Which fields of the pages before are asked, and the first page that is not done. */
const asked: [answers: Answers, fields: string[], open: string][] = [
  [{}, ['actingFor'], 'actingFor'],
  [{ actingFor: 'self' }, ['actingFor'], 'person'],
  [
    { actingFor: 'child', ...child, authorityForChild: 'custody' },
    ['actingFor', 'representedName', 'representedBirthDate', 'actingName', 'authorityForChild'],
    'person',
  ],
  [
    { actingFor: 'child', ...child, authorityForChild: 'guardian' },
    [
      'actingFor',
      'representedName',
      'representedBirthDate',
      'actingName',
      'authorityForChild',
      'authorityEvidence',
    ],
    'authority',
  ],
  [
    {
      actingFor: 'parent',
      representedName: 'Ida',
      actingName: 'Anna',
      authorityForParent: 'powerOfAttorney',
      authorityEvidence: 'upload',
    },
    [
      'actingFor',
      'representedName',
      'actingName',
      'authorityForParent',
      'authorityEvidence',
      'authorityFile',
    ],
    'authorityFile',
  ],
  [
    { actingFor: 'firm', representedName: 'Muster', actingName: 'Anna', authorityForBody: 'board' },
    ['actingFor', 'representedName', 'registerNumber', 'actingName', 'authorityForBody'],
    'person',
  ],
  [
    {
      actingFor: 'club',
      representedName: 'Verein',
      actingName: 'Anna',
      authorityForBody: 'powerOfAttorney',
      authorityEvidence: 'onRequest',
    },
    ['actingFor', 'representedName', 'registerNumber', 'actingName', 'authorityForBody', 'authorityEvidence'],
    'person',
  ],
];
for (const [answers, fields, open] of asked)
  test(`${JSON.stringify(answers)}: what is asked, and what is open`, () => {
    const form = asAsked(forAll, answers);
    const own = new Set(forAll.steps.flatMap((step) => step.fields.map(({ name }) => name)));
    const names = askedOf(form, answers).steps.flatMap((step) => step.fields.map(({ name }) => name));
    assert.deepEqual(
      names.filter((name) => !own.has(name)),
      fields,
    );
    assert.equal(firstOpenStep(form, answers, new Set()), open);
  });

test('what is known of who sits there goes into their own name and address, never into what is about somebody else', () => {
  const known = { name: 'Anna Muster', email: 'anna@beispiel.example' };
  assert.deepEqual(prefill(asAsked(forAll, {}), known), {
    actingName: 'Anna Muster',
    mail: 'anna@beispiel.example',
  });
});

test('a browser fills in fields of the form by itself only where it is about whoever sits there', () => {
  const filledIn = (answers: Answers) =>
    asAsked(forAll, answers)
      .steps.flatMap(({ fields }) => fields)
      .filter(({ autocomplete }) => autocomplete !== undefined)
      .map(({ name }) => name);
  const own = ['actingName', 'mail'];
  for (const actingFor of ['child', 'parent', 'firm', 'club']) assert.deepEqual(filledIn({ actingFor }), own);
  assert.deepEqual(filledIn({}), own);
  assert.deepEqual(filledIn({ actingFor: 'self' }), ['actingName', 'name', 'street', 'postcode', 'mail']);
});

test('whom somebody acts for', () => {
  assert.deepEqual([{}, { actingFor: 'self' }, { actingFor: 'club' }, { actingFor: 'king' }].map(actsFor), [
    undefined,
    undefined,
    'club',
    undefined,
  ]);
});

test('the demonstration form is in order', () => assert.deepEqual(checkDefinition(holidayPass), []));
