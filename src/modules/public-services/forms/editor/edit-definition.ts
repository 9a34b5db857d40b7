import { foldText } from '../../../../foundation/text/search-text.ts';
import type { FormDefinition, LayoutField, Step } from '../form-definition.ts';
import { type Place, propertyOf, type Question } from './question.ts';

export type Direction = 'up' | 'down';

const LONGEST_NAME = 36;

/** A short name from a label, other than those taken: answers are kept under it, so it never changes afterwards. */
export const freshName = (label: string, taken: ReadonlySet<string>): string => {
  const [first = '', ...others] = foldText(label)
    .replace(/^[^a-z]+/, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const long = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  const name = long.slice(0, LONGEST_NAME) || 'frage';
  for (let number = 1; ; number += 1) {
    const fresh = number === 1 ? name : `${name}${number}`;
    if (!taken.has(fresh)) return fresh;
  }
};

const mapSteps = (definition: FormDefinition, map: (step: Step) => Step): FormDefinition => ({
  ...definition,
  steps: definition.steps.map(map),
});

/** Puts the page in place of the one with its id, or behind all others. */
export const putStep = (definition: FormDefinition, step: Step): FormDefinition =>
  definition.steps.some(({ id }) => id === step.id)
    ? mapSteps(definition, (one) => (one.id === step.id ? step : one))
    : { ...definition, steps: [...definition.steps, step] };

const put = (fields: LayoutField[], field: LayoutField): LayoutField[] =>
  fields.some(({ name }) => name === field.name)
    ? fields.map((one) => (one.name === field.name ? field : one))
    : [...fields, field];

/** Puts a question in place of the one with its name, or last on its page or in its group. */
export const putQuestion = (
  definition: FormDefinition,
  { stepId, group }: Place,
  question: Question,
): FormDefinition => {
  const { field, isRequired } = question;
  const laidOut = mapSteps(definition, (step) => {
    if (step.id !== stepId) return step;
    if (group === undefined) return { ...step, fields: put(step.fields, field) };
    const fields = step.fields.map((one) =>
      one.name === group ? { ...one, fields: put(one.fields ?? [], field) } : one,
    );
    return { ...step, fields };
  });
  if (group !== undefined) return laidOut;
  const { properties, required = [] } = definition.schema;
  const others = required.filter((name) => name !== field.name);
  return {
    ...laidOut,
    schema: {
      ...definition.schema,
      properties: { ...properties, [field.name]: propertyOf(question, properties[field.name]) },
      required: isRequired ? [...others, field.name] : others,
    },
  };
};

const forget = (definition: FormDefinition, names: ReadonlySet<string>): FormDefinition => {
  const { mailField, dayField, ...rest } = definition;
  const { properties, required = [] } = definition.schema;
  return {
    ...rest,
    ...(mailField !== undefined && !names.has(mailField) && { mailField }),
    ...(dayField !== undefined && !names.has(dayField) && { dayField }),
    schema: {
      ...definition.schema,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name))),
      required: required.filter((name) => !names.has(name)),
    },
  };
};

export const removeStep = (definition: FormDefinition, id: string): FormDefinition => {
  const names = definition.steps.find((step) => step.id === id)?.fields.map(({ name }) => name) ?? [];
  const steps = definition.steps.filter((step) => step.id !== id);
  return forget({ ...definition, steps }, new Set(names));
};

export const removeQuestion = (definition: FormDefinition, name: string, group?: string): FormDefinition => {
  const without = (fields: LayoutField[] = []) => fields.filter((field) => field.name !== name);
  if (group === undefined)
    return forget(
      mapSteps(definition, (step) => ({ ...step, fields: without(step.fields) })),
      new Set([name]),
    );
  return mapSteps(definition, (step) => ({
    ...step,
    fields: step.fields.map((field) =>
      field.name === group ? { ...field, fields: without(field.fields) } : field,
    ),
  }));
};

const swapped = <Item>(items: Item[], at: number, direction: Direction): Item[] => {
  const to = direction === 'up' ? at - 1 : at + 1;
  const [one, other] = [items[at], items[to]];
  return one === undefined || other === undefined ? items : items.with(at, other).with(to, one);
};

export const moveStep = (definition: FormDefinition, id: string, direction: Direction): FormDefinition => ({
  ...definition,
  steps: swapped(
    definition.steps,
    definition.steps.findIndex((step) => step.id === id),
    direction,
  ),
});

/** One place up or down; beyond the edge of its page to the neighbouring one. A question of a group stays inside it. */
export const moveQuestion = (
  definition: FormDefinition,
  name: string,
  direction: Direction,
  group?: string,
): FormDefinition => {
  const at = (fields: LayoutField[]) => fields.findIndex((field) => field.name === name);
  if (group !== undefined)
    return mapSteps(definition, (step) => ({
      ...step,
      fields: step.fields.map((field) =>
        field.name === group && field.fields
          ? { ...field, fields: swapped(field.fields, at(field.fields), direction) }
          : field,
      ),
    }));
  const { steps } = definition;
  const page = steps.findIndex(({ fields }) => at(fields) >= 0);
  const step = steps[page];
  const field = step?.fields.find((one) => one.name === name);
  if (!step || !field) return definition;
  const isAtEdge = at(step.fields) === (direction === 'up' ? 0 : step.fields.length - 1);
  if (!isAtEdge)
    return putStep(definition, { ...step, fields: swapped(step.fields, at(step.fields), direction) });
  const neighbour = steps[direction === 'up' ? page - 1 : page + 1];
  if (!neighbour) return definition;
  const fields = direction === 'up' ? [...neighbour.fields, field] : [field, ...neighbour.fields];
  return [
    { ...step, fields: step.fields.filter((one) => one !== field) },
    { ...neighbour, fields },
  ].reduce(putStep, definition);
};
