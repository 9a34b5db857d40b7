import type { Answers, Condition, FormDefinition, LayoutField, Step } from './form-definition.ts';

export const holds = (condition: Condition | undefined, answers: Answers): boolean => {
  if (condition === undefined) return true;
  if ('field' in condition) return answers[condition.field] === condition.equals;
  if ('all' in condition) return condition.all.every((one) => holds(one, answers));
  if ('any' in condition) return condition.any.some((one) => holds(one, answers));
  return !holds(condition.not, answers);
};

/** Every comparison inside a condition. */
export const comparisonsIn = (
  condition: Condition | undefined,
): { field: string; equals: string | number | boolean }[] => {
  if (condition === undefined) return [];
  if ('field' in condition) return [condition];
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  return comparisonsIn(condition.not);
};

/**
 * What is asked of somebody with these answers. What stands before decides what comes after, so that an answer to a
 * question that is no longer asked decides nothing.
 */
export const askedOf = (
  { steps }: Pick<FormDefinition, 'steps'>,
  answers: Answers,
): { steps: { step: Step; fields: LayoutField[] }[]; answers: Answers } => {
  const valid: Answers = {};
  const asked: { step: Step; fields: LayoutField[] }[] = [];
  for (const step of steps) {
    if (!holds(step.when, valid)) continue;
    const fields: LayoutField[] = [];
    for (const field of step.fields) {
      if (!holds(field.when, valid)) continue;
      fields.push(field);
      const value = answers[field.name];
      if (value !== undefined) valid[field.name] = value;
    }
    if (fields.length > 0) asked.push({ step, fields });
  }
  return { steps: asked, answers: valid };
};
