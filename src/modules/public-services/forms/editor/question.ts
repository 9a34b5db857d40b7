import type { FormDefinition, LayoutField, Step } from '../form-definition.ts';

/** A question as an editor thinks of it: the field, and what the schema of the answers says of it. */
export type Question = {
  field: LayoutField;
  isRequired: boolean;
  /** Of a number its value, of a text its length, of rows and files their count. */
  least?: number | undefined;
  most?: number | undefined;
  /** A number without fraction. */ isWhole?: boolean | undefined;
};

/** Where a question stands: on a page, or inside a repeating group of it. */
export type Place = { stepId: string; group?: string | undefined };

type Words = Record<string, unknown>;

const BOUNDS = {
  number: ['minimum', 'maximum'],
  text: ['minLength', 'maxLength'],
  longText: ['minLength', 'maxLength'],
  group: ['minItems', 'maxItems'],
} as const;

const boundsOf = (kind: string): readonly [string, string] | undefined => BOUNDS[kind as keyof typeof BOUNDS];

const numberAt = (words: Words, name: string | undefined): number | undefined => {
  const value = name === undefined ? undefined : words[name];
  return typeof value === 'number' ? value : undefined;
};

export const stepOf = ({ steps }: FormDefinition, name: string): Step | undefined =>
  steps.find(({ fields }) => fields.some((field) => field.name === name));

/** @returns undefined where the form has no such question. */
export const findQuestion = (
  definition: FormDefinition,
  name: string,
  group?: string,
): Question | undefined => {
  const fields = definition.steps.flatMap((step) => step.fields);
  if (group !== undefined) {
    const field = fields.find((one) => one.name === group)?.fields?.find((one) => one.name === name);
    return field && { field, isRequired: true };
  }
  const field = fields.find((one) => one.name === name);
  if (!field) return undefined;
  const words = definition.schema.properties[name] ?? {};
  const [least, most] = boundsOf(field.kind) ?? [];
  return {
    field,
    isRequired: definition.schema.required?.includes(name) ?? false,
    least: numberAt(words, least),
    most: field.kind === 'upload' ? field.most : numberAt(words, most),
    isWhole: words.type === 'integer',
  };
};

const typeOf = ({ field, isWhole }: Question): string => {
  if (field.kind === 'number') return isWhole ? 'integer' : 'number';
  if (field.kind === 'yesNo' || field.kind === 'declaration') return 'boolean';
  return field.kind === 'group' || field.kind === 'upload' ? 'array' : 'string';
};

/** What the schema of the answers says of a question. @param before what it said: words the editor does not show stay. */
export const propertyOf = (question: Question, before: Words = {}): Words => {
  const { field, least, most } = question;
  const type = typeOf(question);
  const [leastWord, mostWord] = boundsOf(field.kind) ?? [];
  const own = new Set([leastWord, mostWord, 'enum']);
  const others = before.type === type ? Object.entries(before).filter(([word]) => !own.has(word)) : [];
  return {
    ...Object.fromEntries(others),
    type,
    ...(leastWord && least !== undefined && { [leastWord]: least }),
    ...(mostWord && most !== undefined && { [mostWord]: most }),
    ...(field.kind === 'choice' && { enum: field.choices?.map(({ value }) => value) ?? [] }),
  };
};
