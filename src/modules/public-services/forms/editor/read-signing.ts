import type { Typed } from '../check-answers.ts';
import { actingKinds, type FormDefinition } from '../form-definition.ts';
import { conditionChoices } from './condition-choice.ts';
import { type EditFaults, reading } from './typed.ts';

const LONGEST_LABEL = 200;
const LONGEST_DECLARATION = 1_000;

/** For whom the form may be filled in, and who signs beside the applicant. Who ticks nothing is asked nothing. */
export const readSigning = (
  definition: FormDefinition,
  typed: Typed,
): { definition: FormDefinition } | { faults: EditFaults } => {
  const { actingFor: _, secondSigner: before, ...rest } = definition;
  const reader = reading(typed);
  const kinds = actingKinds.filter((kind) => reader.isTicked(`fuer-${kind}`));
  if (kinds.length === 1) reader.wrong('fuer-self', 'too-few-kinds');
  const label = reader.message('weitere', LONGEST_LABEL);
  const declaration = reader.message('erklaerung', LONGEST_DECLARATION);
  if (label && !declaration) reader.wrong('erklaerungDe', 'missing');
  if (declaration && !label) reader.wrong('weitereDe', 'missing');
  const when = reader.condition(conditionChoices(definition), before?.when, '-zweite-');
  if (Object.keys(reader.faults).length > 0) return { faults: reader.faults };
  return {
    definition: {
      ...rest,
      ...(kinds.length > 0 && { actingFor: kinds }),
      ...(label && declaration && { secondSigner: { label, declaration, ...(when && { when }) } }),
    },
  };
};
