import type { FieldView } from '../../../../../foundation/ui/Control.tsx';
import type { EditView } from '../../../web/index.ts';
import type { Typed } from '../../check-answers.ts';
import type { Condition, FormDefinition } from '../../form-definition.ts';
import { type ConditionChoice, chosenOf, conditionChoices } from '../condition-choice.ts';
import type { EditFaults } from '../typed.ts';
import { conditionFields, type Words } from './present-condition.ts';

/** What stands in the fields of a page, and what is wrong with it. */
export type Shown = { typed: Typed; faults: EditFaults };
export type Groups = EditView['groups'];

export const makers = ({ t }: Words, { typed, faults }: Shown) => {
  const stateOf = (name: string) => {
    const fault = faults[name];
    return { value: typed[name] ?? '', error: fault && t.edit[fault] };
  };
  const make =
    (control: FieldView['control']) =>
    (name: string, label: string, more: Partial<FieldView> = {}): FieldView => ({
      name,
      control,
      label,
      ...more,
      ...stateOf(name),
    });
  const line = make('line');
  const area = make('area');
  const both = (
    name: string,
    label: string,
    field = line,
    hints: { de?: string; en?: string } = {},
  ): FieldView[] => [
    field(`${name}De`, t.both(label, t.german), { hint: hints.de }),
    field(`${name}En`, t.both(label, t.english), { hint: hints.en ?? t.englishHint }),
  ];
  return { stateOf, line, area, select: make('select'), radios: make('radios'), tick: make('tick'), both };
};

export const yes = (is: boolean): string => (is ? 'ja' : '');
export const numberText = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',');
export const isKept = (when: Condition | undefined, choices: ConditionChoice[]): boolean =>
  chosenOf(when, choices) === undefined;

/** "When is this asked?", where anything before it can decide that. */
export const conditionGroup = (
  definition: FormDefinition,
  place: Parameters<typeof conditionChoices>[1],
  when: Condition | undefined,
  words: Words,
  shown: Shown,
): Groups => {
  const choices = conditionChoices(definition, place);
  if (choices.length === 0 && when === undefined) return [];
  const { legend, lead } = words.t.condition;
  const { stateOf } = makers(words, shown);
  const fields = conditionFields(choices, words, stateOf, { isKept: isKept(when, choices) });
  return [{ legend, lead, fields }];
};
