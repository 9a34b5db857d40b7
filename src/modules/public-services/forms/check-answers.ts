import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { askedOf } from './condition.ts';
import {
  type Answers,
  type FormDefinition,
  type LayoutField,
  MOST_ROWS,
  type Row,
  type Value,
} from './form-definition.ts';
import { type FieldReason, readField } from './read-field.ts';

/** `at` is the name of the field; inside a group with the number of the row: `persons.0.name`. */
export type FieldFault = { at: string; reason: FieldReason };

export type Typed = Record<string, string>;

const REASONS: Record<string, FieldReason> = {
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  minLength: 'too-short',
  maxLength: 'too-long',
  maxItems: 'too-many-rows',
  minItems: 'missing',
  enum: 'not-a-choice',
  required: 'missing',
};

const ajv = new Ajv2020({ strict: true, allErrors: false });
const MOST_COMPILED = 500;
const compiled = new Map<string, ValidateFunction>();

/** Compiling takes milliseconds, asking takes microseconds: the same few schemas come again and again. */
const validatorOf = (schema: object): ValidateFunction => {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const made = ajv.compile(schema);
  compiled.set(key, made);
  return made;
};

const schemaFault = (schema: object | undefined, value: Value): FieldReason | undefined => {
  if (schema === undefined) return 'not-allowed';
  const validate = validatorOf(schema);
  if (validate(value)) return undefined;
  return REASONS[validate.errors?.[0]?.keyword ?? ''] ?? 'not-allowed';
};

type ReadAnswers = { answers: Answers; faults: FieldFault[] };

const readOne = (
  field: LayoutField,
  at: string,
  typed: Typed,
): { value?: string | number | boolean; fault?: FieldFault } => {
  const read = readField(field, typed[at] ?? '');
  if (read === undefined) return {};
  return 'reason' in read ? { fault: { at, reason: read.reason } } : { value: read.value };
};

const readGroup = (field: LayoutField, typed: Typed): { rows: Row[]; faults: FieldFault[] } => {
  const most = Math.min(field.most ?? MOST_ROWS, MOST_ROWS);
  const numbers = Object.keys(typed)
    .filter((at) => at.startsWith(`${field.name}.`))
    .map((at) => Number(at.split('.')[1]));
  if (numbers.some((number) => !(number < most)))
    return { rows: [], faults: [{ at: field.name, reason: 'too-many-rows' }] };
  const rows: Row[] = [];
  const faults: FieldFault[] = [];
  for (let number = 0; number < most; number += 1) {
    const row: Row = {};
    let isTyped = false;
    for (const inner of field.fields ?? []) {
      const at = `${field.name}.${number}.${inner.name}`;
      const { value, fault } = readOne(inner, at, typed);
      if (value !== undefined) row[inner.name] = value;
      if (fault) faults.push(fault);
      isTyped ||= value !== undefined || fault !== undefined;
    }
    if (!isTyped) continue;
    for (const inner of field.fields ?? [])
      if (
        row[inner.name] === undefined &&
        !faults.some(({ at }) => at === `${field.name}.${number}.${inner.name}`)
      )
        faults.push({ at: `${field.name}.${number}.${inner.name}`, reason: 'missing' });
    rows.push(row);
  }
  return { rows, faults };
};

/** What somebody typed on one page, as normal values; the faults of all fields at once. */
export const readTyped = (definition: FormDefinition, fields: LayoutField[], typed: Typed): ReadAnswers => {
  const answers: Answers = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    if (field.kind === 'upload') continue;
    if (field.kind === 'group') {
      const read = readGroup(field, typed);
      if (read.rows.length > 0) answers[field.name] = read.rows;
      faults.push(...read.faults);
      continue;
    }
    const { value, fault } = readOne(field, field.name, typed);
    if (fault) faults.push(fault);
    if (value !== undefined) answers[field.name] = value;
  }
  for (const [at, value] of Object.entries(answers)) {
    const reason = schemaFault(definition.schema.properties[at], value);
    if (reason && !faults.some((fault) => fault.at.split('.')[0] === at)) faults.push({ at, reason });
  }
  return { answers, faults };
};

/** The answers as they would be with what is typed on a page: an answer may bring up a question beside it. */
export const answersWith = (
  definition: FormDefinition,
  stepId: string,
  answers: Answers,
  typed: Typed,
): Answers => {
  const fields = definition.steps.find(({ id }) => id === stepId)?.fields ?? [];
  const others = Object.entries(answers).filter(([at]) => !fields.some(({ name }) => name === at));
  return { ...Object.fromEntries(others), ...readTyped(definition, fields, typed).answers };
};

/** Fields of a page that must be answered and are not; `uploaded` names the fields that have a file. */
export const missingIn = (
  { schema }: FormDefinition,
  fields: LayoutField[],
  answers: Answers,
  uploaded: ReadonlySet<string>,
): FieldFault[] =>
  fields
    .filter(({ name }) => schema.required?.includes(name))
    .flatMap((field): FieldFault[] => {
      if (field.kind === 'upload')
        return uploaded.has(field.name) ? [] : [{ at: field.name, reason: 'no-file' }];
      if (answers[field.name] !== undefined) return [];
      return [{ at: field.name, reason: field.kind === 'declaration' ? 'not-ticked' : 'missing' }];
    });

/** Whether a page is done with these answers. */
export const isStepDone = (
  definition: FormDefinition,
  fields: LayoutField[],
  answers: Answers,
  uploaded: ReadonlySet<string>,
): boolean =>
  missingIn(definition, fields, answers, uploaded).length === 0 &&
  fields.every(({ name }) => {
    const value = answers[name];
    return value === undefined || schemaFault(definition.schema.properties[name], value) === undefined;
  });

/** The whole form before it is sent: every page that is asked of this person is done. @returns the first that is not. */
export const firstOpenStep = (
  definition: FormDefinition,
  answers: Answers,
  uploaded: ReadonlySet<string>,
): string | undefined => {
  const asked = askedOf(definition, answers);
  return asked.steps.find(({ fields }) => !isStepDone(definition, fields, asked.answers, uploaded))?.step.id;
};
