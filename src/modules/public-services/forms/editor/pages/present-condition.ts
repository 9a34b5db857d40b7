import type { Language } from '../../../../../foundation/i18n/language.ts';
import type { FieldView } from '../../../../../foundation/ui/Control.tsx';
import type { EditorMessages } from '../../../web/index.ts';
import type { Condition, FormDefinition } from '../../form-definition.ts';
import { type ConditionChoice, chosenOf, conditionChoices, KEPT, MOST_LINES } from '../condition-choice.ts';

export type Words = { language: Language; t: EditorMessages };

const choiceText = ({ field, value, isNot }: ConditionChoice, { language, t }: Words): string => {
  const label = field.label[language];
  const words =
    typeof value === 'boolean'
      ? t.condition[value ? 'yes' : 'no']
      : (field.choices?.find((choice) => choice.value === value)?.label[language] ?? value);
  return isNot ? t.condition.isNot(label, words) : t.condition.is(label, words);
};

/** A condition in one sentence, for the overview. */
export const conditionText = (definition: FormDefinition, when: Condition, words: Words): string => {
  const choices = conditionChoices(definition);
  const chosen = chosenOf(when, choices);
  if (!chosen) return words.t.condition.complex;
  const { and, or } = words.t.condition;
  return chosen.keys
    .flatMap((key) => choices.find((choice) => choice.key === key) ?? [])
    .map((choice) => choiceText(choice, words))
    .join(chosen.join === 'any' ? or : and);
};

/** A condition as it would have been typed. */
export const typedCondition = (
  when: Condition | undefined,
  choices: ConditionChoice[],
  suffix = '',
): Record<string, string> => {
  const chosen = chosenOf(when, choices);
  if (!chosen) return { [`wenn${suffix}1`]: KEPT };
  const lines = chosen.keys.map((key, at): [string, string] => [`wenn${suffix}${at + 1}`, key]);
  return { ...Object.fromEntries(lines), [`verbinden${suffix}`]: chosen.join };
};

/** The lines of a condition as fields, as many as `count`. */
export const conditionFields = (
  choices: ConditionChoice[],
  words: Words,
  stateOf: (name: string) => { value: string; error: string | undefined },
  { isKept, suffix = '', count = MOST_LINES }: { isKept: boolean; suffix?: string; count?: number },
): FieldView[] => {
  const { t } = words;
  const options = [
    ...(isKept ? [{ value: KEPT, label: t.condition.kept }] : []),
    ...choices.map((choice) => ({ value: choice.key, label: choiceText(choice, words) })),
  ];
  const lines = Array.from({ length: count }, (_, at): FieldView => {
    const name = `wenn${suffix}${at + 1}`;
    const label = count === 1 ? t.fee.when : t.condition.line(String(at + 1));
    return { name, control: 'select', label, choices: options, empty: t.condition.always, ...stateOf(name) };
  });
  if (count === 1) return lines;
  const name = `verbinden${suffix}`;
  const state = stateOf(name);
  return [
    ...lines,
    {
      name,
      control: 'radios',
      label: t.condition.join,
      choices: [
        { value: 'all', label: t.condition.all },
        { value: 'any', label: t.condition.any },
      ],
      error: state.error,
      value: state.value || 'all',
    },
  ];
};
