import type { Message } from '../../../../foundation/i18n/message.ts';
import { plainText } from '../../../../foundation/text/plain-text.ts';
import type { Typed } from '../check-answers.ts';
import type { Condition } from '../form-definition.ts';
import { type ConditionChoice, conditionOf, KEPT, MOST_LINES } from './condition-choice.ts';

export type EditFault =
  | 'missing'
  | 'too-long'
  | 'not-a-number'
  | 'least-above-most'
  | 'too-few-choices'
  | 'too-few-kinds'
  | 'choice-twice'
  | 'unknown-choice'
  | 'not-an-amount'
  | 'not-a-service-key'
  | 'too-many';

/** What is wrong, by the name of the field in the browser. */
export type EditFaults = Record<string, EditFault>;

/** Reads the fields of one page of the editor and gathers what is wrong with them. */
export const reading = (typed: Typed) => {
  const faults: EditFaults = {};
  const wrong = (name: string, fault: EditFault): void => {
    faults[name] ??= fault;
  };
  const text = (name: string, longest: number): string => {
    const read = plainText(typed[name], 20_000)?.trim() ?? '';
    if (read.length > longest) wrong(name, 'too-long');
    return read;
  };
  return {
    faults,
    wrong,
    text,
    isTicked: (name: string): boolean => (typed[name] ?? '') !== '',
    lines: (name: string): string[] =>
      text(name, 20_000)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    /** In both languages; who writes no English leaves the German text there. */
    message: (name: string, longest: number): Message | undefined => {
      const de = text(`${name}De`, longest);
      return de === '' ? undefined : { de, en: text(`${name}En`, longest) || de };
    },
    number: (name: string): number | undefined => {
      const read = (typed[name] ?? '').trim().replace(',', '.');
      if (read === '') return undefined;
      if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(read)) {
        wrong(name, 'not-a-number');
        return undefined;
      }
      return Number(read);
    },
    /** @param kept what stays where the condition says more than the lines can. */
    condition: (
      choices: ConditionChoice[],
      kept: Condition | undefined,
      suffix = '',
    ): Condition | undefined => {
      const keys = Array.from({ length: MOST_LINES }, (_, at) => typed[`wenn${suffix}${at + 1}`] ?? '');
      if (keys.includes(KEPT)) return kept;
      const join = typed[`verbinden${suffix}`] === 'any' ? 'any' : 'all';
      const read = conditionOf({ join, keys: keys.filter(Boolean) }, choices);
      if (read !== 'unknown') return read.when;
      wrong(`wenn${suffix}1`, 'unknown-choice');
      return undefined;
    },
  };
};
