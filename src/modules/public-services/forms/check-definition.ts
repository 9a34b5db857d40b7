import { Ajv2020 } from 'ajv/dist/2020.js';
import { comparisonsIn } from './condition.ts';
import {
  actingKinds,
  FEWEST_KEPT_DAYS,
  type FieldKind,
  type FormDefinition,
  fieldKinds,
  HIGHEST_FEE_CENTS,
  type LayoutField,
  MOST_FEES,
  MOST_FIELDS,
  MOST_FILES,
  MOST_KEPT_DAYS,
  MOST_ROWS,
  MOST_STEPS,
  trustLevels,
} from './form-definition.ts';
import { asAsked } from './representation.ts';

export type DefinitionFault = {
  at: string;
  fault:
    | 'named-twice'
    | 'bad-name'
    | 'unknown-kind'
    | 'not-in-schema'
    | 'not-on-a-page'
    | 'wrong-type'
    | 'word-not-allowed'
    | 'schema-broken'
    | 'required-unknown'
    | 'condition-unknown-field'
    | 'condition-looks-ahead'
    | 'condition-never'
    | 'no-choices'
    | 'no-fields'
    | 'group-in-group'
    | 'too-many'
    | 'declaration-optional'
    | 'mail-field-unknown'
    | 'day-field-unknown'
    | 'days-out-of-range'
    | 'fee-out-of-range'
    | 'unknown-level';
};

const TYPES: Record<FieldKind, string> = {
  text: 'string',
  longText: 'string',
  number: 'number',
  yesNo: 'boolean',
  choice: 'string',
  date: 'string',
  postcode: 'string',
  houseNumber: 'string',
  iban: 'string',
  taxId: 'string',
  licencePlate: 'string',
  mail: 'string',
  phone: 'string',
  group: 'array',
  upload: 'array',
  declaration: 'boolean',
};

// No patterns: an expression that runs for minutes would stop the house. The kinds check what patterns are for.
const WORDS = [
  'type',
  'title',
  'description',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
];
const ALLOWED = new Set([...WORDS, 'exclusiveMinimum', 'exclusiveMaximum', 'enum', 'items']);
const NAME = /^[a-z][a-zA-Z0-9]{0,39}$/;

const ajv = new Ajv2020({ strict: true });

const fieldFaults = (field: LayoutField, isInner: boolean): DefinitionFault['fault'][] => {
  const { name, kind, choices = [], fields = [], most = 1 } = field;
  const isGroup = kind === 'group';
  const checks: [DefinitionFault['fault'], boolean][] = [
    ['bad-name', !NAME.test(name)],
    ['unknown-kind', !fieldKinds.includes(kind)],
    ['no-choices', kind === 'choice' && choices.length < 2],
    ['named-twice', new Set(choices.map(({ value }) => value)).size !== choices.length],
    ['no-fields', isGroup && fields.length === 0],
    ['group-in-group', isInner && (isGroup || kind === 'upload' || kind === 'declaration')],
    ['too-many', most > (kind === 'upload' ? MOST_FILES : MOST_ROWS)],
  ];
  return checks.filter(([, is]) => is).map(([fault]) => fault);
};

const layoutFaults = ({ steps }: FormDefinition): DefinitionFault[] => {
  const faults: DefinitionFault[] = [];
  const seen = new Set<string>();
  const see = (at: string) => {
    if (seen.has(at)) faults.push({ at, fault: 'named-twice' });
    seen.add(at);
  };
  if (steps.length === 0) faults.push({ at: 'steps', fault: 'no-fields' });
  const count = steps.reduce((sum, { fields }) => sum + fields.length, 0);
  if (steps.length > MOST_STEPS || count > MOST_FIELDS) faults.push({ at: 'steps', fault: 'too-many' });
  for (const { id, fields } of steps) {
    if (!NAME.test(id)) faults.push({ at: id, fault: 'bad-name' });
    see(`step ${id}`);
    if (fields.length === 0) faults.push({ at: id, fault: 'no-fields' });
    for (const field of fields) {
      see(field.name);
      for (const fault of fieldFaults(field, false)) faults.push({ at: field.name, fault });
      const inner = field.fields ?? [];
      for (const one of inner)
        for (const fault of fieldFaults(one, true)) faults.push({ at: `${field.name}.${one.name}`, fault });
      if (new Set(inner.map(({ name }) => name)).size !== inner.length)
        faults.push({ at: field.name, fault: 'named-twice' });
    }
  }
  return faults;
};

const schemaFaults = ({ schema, steps }: FormDefinition): DefinitionFault[] => {
  const faults: DefinitionFault[] = [];
  const fields = steps.flatMap((step) => step.fields);
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (const { name, kind } of fields) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (!property) faults.push({ at: name, fault: 'not-in-schema' });
    else if (property.type !== TYPES[kind] && !(kind === 'number' && property.type === 'integer'))
      faults.push({ at: name, fault: 'wrong-type' });
    if (kind === 'declaration' && !schema.required?.includes(name))
      faults.push({ at: name, fault: 'declaration-optional' });
  }
  for (const [at, property] of Object.entries(schema.properties)) {
    if (!byName.has(at)) faults.push({ at, fault: 'not-on-a-page' });
    for (const word of Object.keys(property))
      if (!ALLOWED.has(word)) faults.push({ at: `${at}.${word}`, fault: 'word-not-allowed' });
  }
  for (const at of schema.required ?? []) if (!byName.has(at)) faults.push({ at, fault: 'required-unknown' });
  if (faults.length > 0) return faults;
  try {
    ajv.compile(schema);
  } catch {
    faults.push({ at: 'schema', fault: 'schema-broken' });
  }
  return faults;
};

const possible = (field: LayoutField, value: string | number | boolean): boolean => {
  if (field.kind === 'choice') return field.choices?.some((choice) => choice.value === value) ?? false;
  if (field.kind === 'yesNo' || field.kind === 'declaration') return typeof value === 'boolean';
  return typeof value === (field.kind === 'number' ? 'number' : 'string');
};

/** A condition may only look back: then nothing can run in a circle, and nobody's page changes behind them. */
const conditionFaults = ({ steps, fees = [], secondSigner }: FormDefinition): DefinitionFault[] => {
  const all = new Map(steps.flatMap((step) => step.fields).map((field) => [field.name, field]));
  const before = new Map<string, LayoutField>();
  const faults: DefinitionFault[] = [];
  const check = (at: string, condition: Parameters<typeof comparisonsIn>[0]): void => {
    for (const { field, equals } of comparisonsIn(condition)) {
      const asked = before.get(field);
      if (!all.has(field)) faults.push({ at, fault: 'condition-unknown-field' });
      else if (!asked) faults.push({ at, fault: 'condition-looks-ahead' });
      else if (!possible(asked, equals)) faults.push({ at, fault: 'condition-never' });
    }
  };
  for (const step of steps) {
    check(step.id, step.when);
    for (const field of step.fields) {
      check(field.name, field.when);
      before.set(field.name, field);
    }
  }
  for (const [at, { when }] of fees.entries()) check(`fees.${at}`, when);
  check('secondSigner', secondSigner?.when);
  return faults;
};

const feeFaults = ({ fees = [] }: FormDefinition): DefinitionFault[] => [
  ...(fees.length > MOST_FEES ? [{ at: 'fees', fault: 'too-many' as const }] : []),
  ...fees.flatMap(({ cents }, at) =>
    Number.isInteger(cents) && cents >= 0 && cents <= HIGHEST_FEE_CENTS
      ? []
      : [{ at: `fees.${at}`, fault: 'fee-out-of-range' as const }],
  ),
];

const actingFaults = ({ actingFor }: FormDefinition): DefinitionFault[] => {
  if (actingFor === undefined) return [];
  const at = 'actingFor';
  if (!actingFor.every((kind) => actingKinds.includes(kind))) return [{ at, fault: 'unknown-kind' }];
  if (new Set(actingFor).size !== actingFor.length) return [{ at, fault: 'named-twice' }];
  return actingFor.length < 2 ? [{ at, fault: 'no-choices' }] : [];
};

/** All that is wrong with a definition at once; an empty list: it can be filled in. */
export const checkDefinition = (definition: FormDefinition): DefinitionFault[] => {
  const { promiseDays, keptDays, mailField, dayField, trustLevel, steps } = definition;
  const acting = actingFaults(definition);
  // With the pages that are asked before: their names are taken, and conditions may look back at them.
  const whole = acting.length > 0 ? definition : asAsked(definition, {});
  const rules = [layoutFaults, schemaFaults, conditionFaults, feeFaults];
  const faults = [...acting, ...rules.flatMap((rule) => rule(whole))];
  const isAsked = (asked: string, kind: FieldKind) =>
    steps.some(({ fields }) => fields.some((field) => field.name === asked && field.kind === kind));
  if (mailField !== undefined && !isAsked(mailField, 'mail'))
    faults.push({ at: mailField, fault: 'mail-field-unknown' });
  if (dayField !== undefined && !isAsked(dayField, 'date'))
    faults.push({ at: dayField, fault: 'day-field-unknown' });
  if (trustLevel !== undefined && !trustLevels.includes(trustLevel))
    faults.push({ at: 'trustLevel', fault: 'unknown-level' });
  if (!(promiseDays >= 1 && promiseDays <= 250))
    faults.push({ at: 'promiseDays', fault: 'days-out-of-range' });
  if (!(keptDays >= FEWEST_KEPT_DAYS && keptDays <= MOST_KEPT_DAYS))
    faults.push({ at: 'keptDays', fault: 'days-out-of-range' });
  return faults;
};
