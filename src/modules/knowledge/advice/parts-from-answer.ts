import type { Parts } from '../library/contract.ts';
import type { AnswerKind } from './contract.ts';

const LONGEST_TITLE = 120;
const LONGEST_SUMMARY = 1000;
const LONGEST_STEPS = 4000;

const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 2).trimEnd()} …`;

/**
 * What an answer knows of an entry: title and field of the question, and the words of whoever answered. Of the asker
 * nothing goes in: the question may not be public. Everything else stays blank for its editors.
 */
export const partsFromAnswer = (
  kind: AnswerKind,
  { title, field }: { title: string; field: string },
  answers: readonly string[],
): Parts => {
  const text = answers.join('\n\n');
  const parts: Parts = { title: shortened(title, LONGEST_TITLE), field };
  if (kind === 'guide') return { ...parts, steps: shortened(text, LONGEST_STEPS) };
  return { ...parts, summary: shortened(text, LONGEST_SUMMARY) };
};
