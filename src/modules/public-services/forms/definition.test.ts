import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstOpenStep, missingIn, readTyped } from './check-answers.ts';
import { checkDefinition } from './check-definition.ts';
import { askedOf } from './condition.ts';
import { fieldOf, permitWith } from './form.builder.ts';
import type { FormDefinition } from './form-definition.ts';
import { residentParkingPermit as permit } from './resident-parking-permit.ts';

test('the demonstration form is in order', () => assert.deepEqual(checkDefinition(permit), []));

const contradictions: [what: string, change: (form: FormDefinition) => void, at: string, fault: string][] = [
  [
    'a condition on a field that does not exist',
    (form) => {
      form.steps[2]!.when = { field: 'colour', equals: 'red' };
    },
    'holder',
    'condition-unknown-field',
  ],
  [
    'a condition on a later field',
    (form) => {
      form.steps[0]!.when = { field: 'isOwnVehicle', equals: true };
    },
    'person',
    'condition-looks-ahead',
  ],
  [
    'a field that depends on itself',
    (form) => {
      fieldOf(form, 'plate').when = { not: { field: 'plate', equals: 'X' } };
    },
    'plate',
    'condition-looks-ahead',
  ],
  [
    'a condition that can never hold',
    (form) => {
      form.steps[2]!.when = { field: 'isOwnVehicle', equals: 'no' };
    },
    'holder',
    'condition-never',
  ],
  [
    'a fee that depends on a question that nobody asks',
    (form) => {
      form.fees = [{ label: { de: 'G', en: 'F' }, cents: 1, when: { field: 'dog', equals: true } }];
    },
    'fees.0',
    'condition-unknown-field',
  ],
  [
    'a level that nobody knows',
    (form) => {
      form.trustLevel = 'medium' as never;
    },
    'trustLevel',
    'unknown-level',
  ],
  [
    'a fee below nothing',
    (form) => {
      form.fees = [{ label: { de: 'G', en: 'F' }, cents: -1 }];
    },
    'fees.0',
    'fee-out-of-range',
  ],
  [
    'half a cent',
    (form) => {
      form.fees = [{ label: { de: 'G', en: 'F' }, cents: 0.5 }];
    },
    'fees.0',
    'fee-out-of-range',
  ],
  [
    'a field without schema',
    (form) => {
      delete form.schema.properties.street;
    },
    'street',
    'not-in-schema',
  ],
  [
    'a schema without field',
    (form) => {
      form.schema.properties.age = { type: 'number' };
    },
    'age',
    'not-on-a-page',
  ],
  [
    'two fields of one name',
    (form) => {
      fieldOf(form, 'street').name = 'name';
    },
    'name',
    'named-twice',
  ],
  [
    'a kind that nobody knows',
    (form) => {
      fieldOf(form, 'street').kind = 'colour' as never;
    },
    'street',
    'unknown-kind',
  ],
  [
    'a text with the schema of a number',
    (form) => {
      form.schema.properties.street = { type: 'number' };
    },
    'street',
    'wrong-type',
  ],
  [
    'an expression that may run for minutes',
    (form) => {
      form.schema.properties.street = { type: 'string', pattern: '(a+)+$' };
    },
    'street.pattern',
    'word-not-allowed',
  ],
  [
    'a schema that is none',
    (form) => {
      form.schema.properties.street = { type: 'string', maxLength: 'long' };
    },
    'schema',
    'schema-broken',
  ],
  [
    'a choice of one',
    (form) => {
      const field = fieldOf(form, 'street');
      field.kind = 'choice';
      field.choices = [{ value: 'a', label: field.label }];
    },
    'street',
    'no-choices',
  ],
  [
    'a group in a group',
    (form) => {
      fieldOf(form, 'furtherPlates').fields!.push({ ...fieldOf(form, 'furtherPlates'), name: 'inner' });
    },
    'furtherPlates.inner',
    'group-in-group',
  ],
  [
    'ten thousand rows',
    (form) => {
      fieldOf(form, 'furtherPlates').most = 10_000;
    },
    'furtherPlates',
    'too-many',
  ],
  [
    'a declaration that one may leave out',
    (form) => {
      form.schema.required = ['name'];
    },
    'isTrue',
    'declaration-optional',
  ],
  [
    'a required field that does not exist',
    (form) => {
      form.schema.required!.push('ghost');
    },
    'ghost',
    'required-unknown',
  ],
  [
    'a page without questions',
    (form) => {
      form.steps[2]!.fields = [];
    },
    'holder',
    'no-fields',
  ],
  [
    'notices to a field that is no mail address',
    (form) => {
      form.mailField = 'name';
    },
    'name',
    'mail-field-unknown',
  ],
  [
    'a day for a field that is no date',
    (form) => {
      form.dayField = 'name';
    },
    'name',
    'day-field-unknown',
  ],
  [
    'kept for ever',
    (form) => {
      form.keptDays = 99_999;
    },
    'keptDays',
    'days-out-of-range',
  ],
];
for (const [what, change, at, fault] of contradictions)
  test(`refused: ${what}`, () => {
    const faults = checkDefinition(permitWith(change));
    assert.ok(
      faults.some((one) => one.at === at && one.fault === fault),
      JSON.stringify(faults),
    );
  });

test('all faults are told at once', () => {
  const faults = checkDefinition(
    permitWith((form) => {
      form.keptDays = 1;
      form.promiseDays = 0;
      form.mailField = 'x';
    }),
  );
  assert.equal(faults.length, 3);
});

test('a page is asked where its condition holds, and what it asked before decides nothing any more', () => {
  const ids = (answers: Parameters<typeof askedOf>[1]) =>
    askedOf(permit, answers).steps.map(({ step }) => step.id);
  assert.deepEqual(ids({ isOwnVehicle: false }), ['person', 'vehicle', 'holder', 'evidence', 'end']);
  assert.deepEqual(ids({ isOwnVehicle: true, holder: 'Anna' }), ['person', 'vehicle', 'evidence', 'end']);
  assert.equal(askedOf(permit, { isOwnVehicle: true, holder: 'Anna' }).answers.holder, undefined);
});

const vehicle = permit.steps[1]!.fields;

test('a page is read with all its faults', () => {
  const { answers, faults } = readTyped(permit, vehicle, {
    plate: 'KAAB',
    isOwnVehicle: 'ja',
    'furtherPlates.0.plate': 'ka-x 1',
    'furtherPlates.1.plate': 'falsch',
  });
  assert.deepEqual(faults, [
    { at: 'plate', reason: 'not-a-licence-plate' },
    { at: 'furtherPlates.1.plate', reason: 'not-a-licence-plate' },
  ]);
  assert.deepEqual(answers.isOwnVehicle, true);
});

test('what the schema forbids has its reason', () => {
  const { faults } = readTyped(permit, permit.steps[0]!.fields, { name: 'A', street: 'x'.repeat(101) });
  assert.deepEqual(faults, [
    { at: 'name', reason: 'too-short' },
    { at: 'street', reason: 'too-long' },
  ]);
});

for (const number of ['3', '10000', 'x', '-1'])
  test(`row ${number} of a group of three is refused`, () => {
    const { answers, faults } = readTyped(permit, vehicle, { [`furtherPlates.${number}.plate`]: 'KA-X 1' });
    if (number === '-1') assert.equal(answers.furtherPlates, undefined);
    else assert.deepEqual(faults, [{ at: 'furtherPlates', reason: 'too-many-rows' }]);
  });

test('what must be answered is named, a hidden question is not', () => {
  assert.deepEqual(missingIn(permit, vehicle, { plate: 'KA-X 1' }, new Set()), [
    { at: 'isOwnVehicle', reason: 'missing' },
  ]);
  const full = {
    name: 'Anna',
    street: 'Weg',
    houseNumber: '1',
    postcode: '76131',
    plate: 'KA-X 1',
    isTrue: true,
  };
  assert.equal(firstOpenStep(permit, { ...full, isOwnVehicle: true }, new Set()), undefined);
  assert.equal(firstOpenStep(permit, { ...full, isOwnVehicle: false }, new Set()), 'holder');
  const strict = permitWith((form) => {
    form.schema.required?.push('registration');
  });
  assert.equal(firstOpenStep(strict, { ...full, isOwnVehicle: true }, new Set()), 'evidence');
  assert.equal(firstOpenStep(strict, { ...full, isOwnVehicle: true }, new Set(['registration'])), undefined);
});
