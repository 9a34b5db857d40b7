import { readTyped } from './check-answers.ts';
import type { Answers, FormDefinition, LayoutField } from './form-definition.ts';

/** What the house knows of whoever is signed in, by the words of autocomplete in HTML, and the day they came with. */
export type Known = { name?: string | undefined; email?: string | undefined; day?: string | undefined };

/** Answers that need not be typed again; what the field itself would refuse is left out. */
export const prefill = (definition: FormDefinition, known: Known): Answers => {
  const knownOf = ({ name, autocomplete }: LayoutField): string | undefined => {
    if (autocomplete === 'email' || name === definition.mailField) return known.email;
    if (name === definition.dayField) return known.day;
    return autocomplete === 'name' ? known.name : undefined;
  };
  const fields = definition.steps.flatMap((step) => step.fields).filter((field) => knownOf(field));
  const typed = Object.fromEntries(fields.map((field) => [field.name, knownOf(field) ?? '']));
  const { answers, faults } = readTyped(definition, fields, typed);
  const wrong = new Set(faults.map(({ at }) => at));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !wrong.has(name)));
};
