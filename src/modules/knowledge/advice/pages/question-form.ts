import type { FieldView } from '../../../../foundation/ui/Control.tsx';
import { fieldsOfAction } from '../../library/contract.ts';
import type { QuestionFaults } from '../check-question.ts';
import type { QuestionPart } from '../contract.ts';
import { fieldName, type Words } from './present-question.ts';

/** The fields of a new question, with what was typed and what is wrong with it. */
export const questionFields = (
  { language, t }: Words,
  typed: Record<string, string>,
  faults: QuestionFaults,
): FieldView[] => {
  const { labels, hints } = t.form;
  const field = (
    part: QuestionPart,
    name: string,
    control: FieldView['control'],
    more: Partial<FieldView> = {},
  ): FieldView => {
    const fault = faults[part];
    const hint = hints[part as keyof typeof hints];
    return {
      name,
      control,
      label: labels[part],
      ...(hint !== undefined && { hint }),
      value: typed[name] ?? '',
      error: fault && t.form.faults[fault],
      ...more,
    };
  };
  return [
    field('title', 'titel', 'line'),
    field('question', 'frage', 'area'),
    field('field', 'feld', 'select', {
      choices: fieldsOfAction.map((value) => ({ value, label: fieldName(language, value) })),
    }),
    field('words', 'woerter', 'line'),
    field('entry', 'eintrag', 'line'),
    field('people', 'menschen', 'line', { inputMode: 'numeric' }),
    {
      name: 'oeffentlich',
      control: 'tick',
      label: labels.public,
      hint: hints.public,
      value: typed.oeffentlich ?? '',
    },
  ];
};
