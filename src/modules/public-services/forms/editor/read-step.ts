import type { Typed } from '../check-answers.ts';
import type { FormDefinition, Step } from '../form-definition.ts';
import { conditionChoices } from './condition-choice.ts';
import { freshName } from './edit-definition.ts';
import { type EditFaults, reading } from './typed.ts';

const LONGEST_TITLE = 200;
const LONGEST_LEAD = 1_000;

/** A page of the form as the editor typed it. @param id of the page that is changed; absent: a new one, last. */
export const readStep = (
  definition: FormDefinition,
  id: string | undefined,
  typed: Typed,
): { step: Step } | { faults: EditFaults } => {
  const reader = reading(typed);
  const known = definition.steps.find((step) => step.id === id);
  const title = reader.message('titel', LONGEST_TITLE);
  if (!title) reader.wrong('titelDe', 'missing');
  const lead = reader.message('text', LONGEST_LEAD);
  const when = reader.condition(conditionChoices(definition, { before: known?.id }), known?.when);
  if (!title || Object.keys(reader.faults).length > 0) return { faults: reader.faults };
  const taken = new Set(definition.steps.map((step) => step.id));
  return {
    step: {
      id: known?.id ?? freshName(title.de, taken),
      title,
      ...(lead && { lead }),
      ...(when && { when }),
      fields: known?.fields ?? [],
    },
  };
};
