import { oneLine, plainText } from '../../../foundation/text/plain-text.ts';
import { fieldsOfAction } from '../library/contract.ts';
import type { QuestionFault, QuestionPart } from './contract.ts';

export type NewQuestion = {
  title: string;
  question: string;
  field: string;
  words: string;
  entryId: string | undefined;
  mostPopulation: number | undefined;
  isPublic: boolean;
};
export type QuestionFaults = Partial<Record<QuestionPart, QuestionFault>>;

const LONGEST_TITLE = 120;
const LONGEST_QUESTION = 4000;
const LONGEST_WORDS = 200;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A question as it was typed, or what is wrong with it. An entry may be named by its whole address. */
export const readQuestion = (
  typed: Record<string, string>,
): { question: NewQuestion } | { faults: QuestionFaults } => {
  const title = oneLine(typed.titel, 1000) ?? '';
  const question = plainText(typed.frage, 2 * LONGEST_QUESTION) ?? '';
  const words = oneLine(typed.woerter, 1000) ?? '';
  const field = fieldsOfAction.find((one) => one === typed.feld);
  const entry = oneLine(typed.eintrag, 500);
  const entryId = UUID.exec(entry ?? '')?.[0];
  const people = oneLine(typed.menschen, 50)?.replace(/[.\s]/g, '');
  const faults: QuestionFaults = {
    ...faultOf('title', title === '' && 'missing', title.length > LONGEST_TITLE && 'too-long'),
    ...faultOf('question', question === '' && 'missing', question.length > LONGEST_QUESTION && 'too-long'),
    ...faultOf('field', field === undefined && 'no-choice'),
    ...faultOf('words', words.length > LONGEST_WORDS && 'too-long'),
    ...faultOf('entry', entry !== undefined && entryId === undefined && 'no-entry'),
    ...faultOf('people', people !== undefined && !/^[1-9]\d{0,7}$/.test(people) && 'no-number'),
  };
  if (Object.keys(faults).length > 0 || field === undefined) return { faults };
  return {
    question: {
      title,
      question,
      field,
      words,
      entryId,
      mostPopulation: people === undefined ? undefined : Number(people),
      isPublic: typed.oeffentlich === 'ja',
    },
  };
};

const faultOf = (part: QuestionPart, ...found: (QuestionFault | false)[]): QuestionFaults => {
  const fault = found.find((one) => one !== false);
  return fault ? { [part]: fault } : {};
};
