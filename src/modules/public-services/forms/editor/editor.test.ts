import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition } from '../check-definition.ts';
import type { FormDefinition } from '../form-definition.ts';
import { residentParkingPermit } from '../resident-parking-permit.ts';
import { chosenOf, conditionChoices, conditionOf } from './condition-choice.ts';
import {
  freshName,
  moveQuestion,
  moveStep,
  putQuestion,
  putStep,
  removeQuestion,
  removeStep,
} from './edit-definition.ts';
import { emptyForm, formIdOf } from './edit-draft.ts';
import { findQuestion } from './question.ts';
import { feeRowsOf, readFees } from './read-fees.ts';
import { readGeneral } from './read-general.ts';
import { readQuestion } from './read-question.ts';
import { readSigning } from './read-signing.ts';
import { readStep } from './read-step.ts';

const names = ({ steps }: FormDefinition) =>
  steps.map(({ fields }) => fields.map(({ name }) => name).join(' '));

/** As an editor builds it: a page, then its questions, each as typed. */
const built = (pages: Record<string, Record<string, string>[]>): FormDefinition => {
  let definition = emptyForm('Hund anmelden');
  for (const [title, questions] of Object.entries(pages)) {
    const page = readStep(definition, undefined, { titelDe: title });
    assert.ok('step' in page);
    definition = putStep(definition, page.step);
    for (const typed of questions) {
      const place = { stepId: page.step.id, group: typed.gruppe };
      const read = readQuestion(definition, place, typed);
      assert.ok('question' in read, JSON.stringify(read));
      definition = putQuestion(definition, place, read.question);
    }
  }
  return definition;
};

const dog = built({
  'Ihr Hund': [
    { art: 'text', frageDe: 'Name des Hundes', pflicht: 'ja', hoechstens: '60' },
    { art: 'choice', frageDe: 'Größe', antworten: 'klein | small\nmittel\ngroß', pflicht: 'ja' },
    { art: 'yesNo', frageDe: 'Ist er geimpft?' },
  ],
  'Über Sie': [
    { art: 'mail', frageDe: 'E-Mail' },
    { art: 'upload', frageDe: 'Impfpass', wenn1: 'istErGeimpft=true', hoechstens: '2' },
    { art: 'group', frageDe: 'Weitere Hunde', hoechstens: '4' },
    { art: 'text', frageDe: 'Name', gruppe: 'weitereHunde' },
    { art: 'declaration', frageDe: 'Alles stimmt' },
  ],
});

test('what an editor puts together without a single technical word is a sound form', () => {
  assert.deepEqual(checkDefinition(dog), []);
  assert.deepEqual(names(dog), [
    'nameDesHundes groesse istErGeimpft',
    'eMail impfpass weitereHunde allesStimmt',
  ]);
  assert.deepEqual(dog.schema.properties.nameDesHundes, { type: 'string', maxLength: 60 });
  assert.deepEqual(dog.schema.properties.groesse, { type: 'string', enum: ['klein', 'mittel', 'gross'] });
  assert.deepEqual(dog.schema.properties.weitereHunde, { type: 'array', maxItems: 4 });
  assert.deepEqual(dog.schema.required, ['nameDesHundes', 'groesse', 'allesStimmt']);
  assert.deepEqual(findQuestion(dog, 'groesse')?.field.choices?.[0], {
    value: 'klein',
    label: { de: 'klein', en: 'small' },
  });
  assert.equal(findQuestion(dog, 'name', 'weitereHunde')?.field.kind, 'text');
});

test('the shipped form comes through the editor unchanged, question by question', () => {
  for (const { id, fields } of residentParkingPermit.steps)
    for (const field of fields) {
      const question = findQuestion(residentParkingPermit, field.name);
      assert.ok(question);
      const again = putQuestion(residentParkingPermit, { stepId: id }, question);
      assert.deepEqual(new Set(again.schema.required), new Set(residentParkingPermit.schema.required));
      assert.deepEqual(again.steps, residentParkingPermit.steps, field.name);
      assert.deepEqual(again.schema.properties, residentParkingPermit.schema.properties, field.name);
    }
});

test('moving goes up and down, over the edge of a page, and never loses a question', () => {
  const cases: [FormDefinition, string[]][] = [
    [
      moveQuestion(dog, 'groesse', 'up'),
      ['groesse nameDesHundes istErGeimpft', 'eMail impfpass weitereHunde allesStimmt'],
    ],
    [
      moveQuestion(dog, 'istErGeimpft', 'down'),
      ['nameDesHundes groesse', 'istErGeimpft eMail impfpass weitereHunde allesStimmt'],
    ],
    [
      moveQuestion(dog, 'eMail', 'up'),
      ['nameDesHundes groesse istErGeimpft eMail', 'impfpass weitereHunde allesStimmt'],
    ],
    [moveQuestion(dog, 'nameDesHundes', 'up'), names(dog)],
    [moveQuestion(dog, 'allesStimmt', 'down'), names(dog)],
    [moveQuestion(dog, 'nobody', 'down'), names(dog)],
    [moveStep(dog, 'ueberSie', 'up'), names(dog).toReversed()],
    [moveStep(dog, 'ihrHund', 'up'), names(dog)],
  ];
  for (const [at, [moved, expected]] of cases.entries()) {
    assert.deepEqual(names(moved), expected, String(at));
    assert.deepEqual(Object.keys(moved.schema.properties), Object.keys(dog.schema.properties));
  }
  assert.deepEqual(
    checkDefinition(moveStep(dog, 'ueberSie', 'up')).map(({ fault }) => fault),
    ['condition-looks-ahead'],
  );
});

test('what goes takes its answers out of the schema, and what depended on it is named', () => {
  const without = removeQuestion(dog, 'istErGeimpft');
  assert.ok(!('istErGeimpft' in without.schema.properties));
  assert.deepEqual(checkDefinition(without), [{ at: 'impfpass', fault: 'condition-unknown-field' }]);
  const page = removeStep({ ...dog, mailField: 'eMail' }, 'ueberSie');
  assert.deepEqual(Object.keys(page.schema.properties), ['nameDesHundes', 'groesse', 'istErGeimpft']);
  assert.equal(page.mailField, undefined);
  assert.deepEqual(checkDefinition(page), []);
  const inner = removeQuestion(dog, 'name', 'weitereHunde');
  assert.deepEqual(checkDefinition(inner), [{ at: 'weitereHunde', fault: 'no-fields' }]);
});

test('a condition is lines of what was asked before; what lines cannot say stays as it is', () => {
  const choices = conditionChoices(dog, { before: 'impfpass' });
  assert.deepEqual(
    choices.map(({ key }) => key),
    [
      'groesse=klein',
      'groesse=mittel',
      'groesse=gross',
      'groesse!klein',
      'groesse!mittel',
      'groesse!gross',
      'istErGeimpft=true',
      'istErGeimpft=false',
    ],
  );
  assert.equal(conditionChoices(dog, { before: 'groesse' }).length, 0);
  assert.equal(conditionChoices(dog, { onNewOf: 'ihrHund' }).length, 8);
  for (const keys of [[], ['groesse=klein'], ['groesse!klein', 'istErGeimpft=true']])
    for (const join of ['all', 'any'] as const) {
      const read = conditionOf({ join, keys }, choices);
      assert.ok(read !== 'unknown');
      assert.deepEqual(chosenOf(read.when, choices)?.keys, keys);
      if (keys.length > 1) assert.equal(chosenOf(read.when, choices)?.join, join);
    }
  assert.equal(conditionOf({ join: 'all', keys: ['groesse=riesig'] }, choices), 'unknown');
  const deep = { all: [{ any: [{ field: 'groesse', equals: 'klein' }] }] };
  assert.equal(chosenOf(deep, choices), undefined);
  const field = { ...findQuestion(dog, 'impfpass')?.field, when: deep };
  const kept = putQuestion(dog, { stepId: 'ueberSie' }, { field, isRequired: false } as never);
  const read = readQuestion(
    kept,
    { stepId: 'ueberSie', name: 'impfpass' },
    { art: 'upload', frageDe: 'Impfpass', wenn1: '*' },
  );
  assert.ok('question' in read);
  assert.deepEqual(read.question.field.when, deep);
});

test('what cannot be is refused beside its field', () => {
  const question = (typed: Record<string, string>) => {
    const read = readQuestion(dog, { stepId: 'ihrHund' }, { art: 'text', frageDe: 'Rasse', ...typed });
    return 'faults' in read ? read.faults : {};
  };
  const cases: [Record<string, string>, Record<string, string>][] = [
    [{}, {}],
    [{ art: 'script' }, { art: 'unknown-choice' }],
    [{ frageDe: '  ' }, { frageDe: 'missing' }],
    [{ frageDe: 'x'.repeat(301) }, { frageDe: 'too-long' }],
    [{ frageEn: 'x'.repeat(301) }, { frageEn: 'too-long' }],
    [{ hoechstens: 'viele' }, { hoechstens: 'not-a-number' }],
    [{ mindestens: '5', hoechstens: '3' }, { hoechstens: 'least-above-most' }],
    [{ art: 'choice', antworten: 'ja' }, { antworten: 'too-few-choices' }],
    [{ art: 'choice', antworten: 'ja\nja' }, { antworten: 'choice-twice' }],
    [
      { art: 'choice', antworten: Array.from({ length: 101 }, (_, at) => at).join('\n') },
      { antworten: 'too-many' },
    ],
    [{ wenn1: 'groesse=riesig' }, { wenn1: 'unknown-choice' }],
  ];
  for (const [typed, faults] of cases)
    assert.deepEqual(question(typed), faults, JSON.stringify(typed).slice(0, 80));
  const inGroup = readQuestion(
    dog,
    { stepId: 'ueberSie', group: 'weitereHunde' },
    { art: 'upload', frageDe: 'x' },
  );
  assert.deepEqual(inGroup, { faults: { art: 'unknown-choice' } });
});

test('the answers of a choice keep the value under which they are stored', () => {
  const read = readQuestion(
    dog,
    { stepId: 'ihrHund', name: 'groesse' },
    { art: 'choice', frageDe: 'Wie groß?', antworten: 'riesig\nklein | little\ngroß\nGroß!' },
  );
  assert.ok('question' in read);
  assert.equal(read.question.field.name, 'groesse');
  assert.deepEqual(
    read.question.field.choices?.map(({ value }) => value),
    ['riesig', 'klein', 'gross', 'gross2'],
  );
});

test('general facts and fees are read as people write them', () => {
  const typed = {
    titelDe: 'Hund anmelden',
    textDe: 'Für die Hundesteuer.',
    bereitDe: 'Impfpass\nAusweis',
    bereitEn: 'Vaccination card',
    minuten: '5',
    werktage: '10',
    aufbewahren: '180',
    leistung: '99102009060000',
    vertrauen: 'low',
    nachricht: 'eMail',
  };
  const general = readGeneral(dog, typed);
  assert.ok('definition' in general);
  assert.deepEqual(checkDefinition(general.definition), []);
  assert.deepEqual(general.definition.needed, [
    { de: 'Impfpass', en: 'Vaccination card' },
    { de: 'Ausweis', en: 'Ausweis' },
  ]);
  assert.equal(general.definition.mailField, 'eMail');
  assert.deepEqual(readGeneral(dog, { ...typed, titelDe: '', leistung: '12', minuten: '1,5' }), {
    faults: { titelDe: 'missing', minuten: 'not-a-number', leistung: 'not-a-service-key' },
  });
  const fees = readFees(dog, {
    gebuehr: 'ja',
    fuer0De: 'Steuer',
    betrag0: '30,7',
    'wenn0-1': 'groesse=gross',
  });
  assert.ok('definition' in fees);
  assert.deepEqual(fees.definition.fees, [
    { label: { de: 'Steuer', en: 'Steuer' }, cents: 3070, when: { field: 'groesse', equals: 'gross' } },
  ]);
  assert.equal(feeRowsOf(fees.definition).length, 3);
  assert.deepEqual(readFees(dog, { gebuehr: 'ja', fuer0De: 'Steuer', betrag0: 'viel', betrag1: '3' }), {
    faults: { betrag0: 'not-an-amount', fuer1De: 'missing' },
  });
  assert.deepEqual(readFees(dog, { gebuehr: 'keine' }), { definition: { ...dog, fees: [] } });
  assert.deepEqual(readFees({ ...dog, fees: [] }, { gebuehr: 'unbekannt' }), { definition: dog });
});

test('for whom and who signs: all or nothing', () => {
  const typed = {
    'fuer-self': 'ja',
    'fuer-child': 'ja',
    weitereDe: 'Anderer Elternteil',
    erklaerungDe: 'Ich stimme zu.',
  };
  const read = readSigning(dog, { ...typed, 'wenn-zweite-1': 'actingFor=child' });
  assert.deepEqual(read, { faults: { 'wenn-zweite-1': 'unknown-choice' } });
  const acting = readSigning(dog, typed);
  assert.ok('definition' in acting);
  assert.deepEqual(acting.definition.actingFor, ['self', 'child']);
  const both = readSigning(acting.definition, { ...typed, 'wenn-zweite-1': 'actingFor=child' });
  assert.ok('definition' in both);
  assert.deepEqual(both.definition.secondSigner?.when, { field: 'actingFor', equals: 'child' });
  assert.deepEqual(checkDefinition(both.definition), []);
  assert.deepEqual(readSigning(both.definition, {}), { definition: dog });
  assert.deepEqual(readSigning(dog, { 'fuer-child': 'ja', weitereDe: 'x' }), {
    faults: { 'fuer-self': 'too-few-kinds', erklaerungDe: 'missing' },
  });
});

test('names and addresses come from words', () => {
  assert.equal(freshName('Straße, Haus-Nr. 5', new Set()), 'strasseHausNr5');
  assert.equal(freshName('12', new Set()), 'frage');
  assert.equal(freshName('Name', new Set(['name', 'name2'])), 'name3');
  assert.match(freshName('x'.repeat(100), new Set(['x'.repeat(36)])), /^x{36}2$/);
  assert.equal(formIdOf('Hund anmelden (Steuer)'), 'hund-anmelden-steuer');
  assert.equal(formIdOf('?!'), '');
});
