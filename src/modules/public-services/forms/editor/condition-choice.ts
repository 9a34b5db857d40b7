import type { Condition, FormDefinition, LayoutField } from '../form-definition.ts';
import { asAsked } from '../representation.ts';

/** "Only where this question was answered so", as one line of a list: nobody has to write an expression. */
export type ConditionChoice = {
  key: string;
  field: LayoutField;
  value: string | boolean;
  isNot: boolean;
};

/** What the pages of the editor can show of a condition: some lines, joined by "all" or "one of them". */
export type ChosenCondition = { join: 'all' | 'any'; keys: string[] };

export const MOST_LINES = 3;
/** Stands for a condition that came from elsewhere and has more to it than lines can say: it stays as it is. */
export const KEPT = '*';

const keyOf = (name: string, value: string | boolean, isNot: boolean): string =>
  `${name}${isNot ? '!' : '='}${value}`;

const choicesOfField = (field: LayoutField): ConditionChoice[] => {
  const one = (value: string | boolean, isNot: boolean): ConditionChoice => ({
    key: keyOf(field.name, value, isNot),
    field,
    value,
    isNot,
  });
  if (field.kind === 'yesNo') return [one(true, false), one(false, false)];
  if (field.kind !== 'choice') return [];
  return [false, true].flatMap((isNot) => (field.choices ?? []).map(({ value }) => one(value, isNot)));
};

/** Fields that are asked before a page or a question; without `before` all of the form. */
const askedBefore = (definition: FormDefinition, before?: string): LayoutField[] => {
  const found: LayoutField[] = [];
  for (const step of asAsked(definition, {}).steps) {
    if (step.id === before) return found;
    for (const field of step.fields) {
      if (field.name === before) return found;
      found.push(field);
    }
  }
  return found;
};

/** @param before a page or a question by its name; a new question stands last on the page `onNewOf`. */
export const conditionChoices = (
  definition: FormDefinition,
  { before, onNewOf }: { before?: string | undefined; onNewOf?: string | undefined } = {},
): ConditionChoice[] => {
  const at = definition.steps.findIndex(({ id }) => id === onNewOf);
  const next = at < 0 ? before : definition.steps[at + 1]?.id;
  return askedBefore(definition, next).flatMap(choicesOfField);
};

const lineOf = (condition: Condition): string | undefined => {
  const isNot = 'not' in condition;
  const inner = isNot ? condition.not : condition;
  if (!('field' in inner) || typeof inner.equals === 'number') return undefined;
  return keyOf(inner.field, inner.equals, isNot);
};

/** @returns undefined where lines cannot say it. */
export const chosenOf = (
  condition: Condition | undefined,
  choices: ConditionChoice[],
): ChosenCondition | undefined => {
  if (condition === undefined) return { join: 'all', keys: [] };
  const join = 'any' in condition ? 'any' : 'all';
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  const keys = parts.map(lineOf).filter((key) => choices.some((choice) => choice.key === key)) as string[];
  return keys.length === parts.length && keys.length <= MOST_LINES ? { join, keys } : undefined;
};

/** @returns the condition, undefined for "always"; `unknown` where a line is none of those offered. */
export const conditionOf = (
  { join, keys }: ChosenCondition,
  choices: ConditionChoice[],
): { when: Condition | undefined } | 'unknown' => {
  const parts: Condition[] = [];
  for (const key of new Set(keys)) {
    const choice = choices.find((one) => one.key === key);
    if (!choice) return 'unknown';
    const comparison = { field: choice.field.name, equals: choice.value };
    parts.push(choice.isNot ? { not: comparison } : comparison);
  }
  if (parts.length <= 1) return { when: parts[0] };
  return { when: join === 'any' ? { any: parts } : { all: parts } };
};
