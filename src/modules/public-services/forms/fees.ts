import { askedOf, holds } from './condition.ts';
import type { Answers, Fee, FormDefinition } from './form-definition.ts';

/** What is due with these answers, and the sum. Undefined: the form says nothing of a fee. */
export const feesOf = (
  definition: FormDefinition,
  answers: Answers,
): { fees: Fee[]; totalCents: number } | undefined => {
  if (!definition.fees) return undefined;
  const asked = askedOf(definition, answers);
  const fees = definition.fees.filter(({ when }) => holds(when, asked.answers));
  return { fees, totalCents: fees.reduce((sum, { cents }) => sum + cents, 0) };
};
