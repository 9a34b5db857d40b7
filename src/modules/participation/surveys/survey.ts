import type { Day } from '../../../foundation/time/zone.ts';

export type Question =
  | { kind: 'scale'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'choice'; text: string; choices: string[] };

export type Survey = {
  ars: string;
  id: string;
  title: string;
  lead: string;
  about: string;
  /** The last day on which answers are taken. */ closesOn: Day;
  questions: Question[];
  publishedAt: Date | null;
};

/** What was said to each question, by its place; empty: nothing. */
export type Answer = string[];

export const SCALE = [1, 2, 3, 4, 5] as const;
const MOST_QUESTIONS = 20;
const MOST_CHOICES = 12;
const LONGEST_TEXT = 2000;
/** Below, single answers could be guessed. */
export const FEWEST_SHOWN = 5;

const SCALE_WORD = /^(skala|scale)$/i;
const TEXT_WORD = /^text$/i;

/** "Question | Skala", "Question | Text", "Question | one; two; three" on each line. @returns undefined where one is not so. */
export const readQuestions = (typed: string): Question[] | undefined => {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const questions = lines.flatMap((line): Question[] => {
    const at = line.lastIndexOf('|');
    const [text, how] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 1 || text.length === 0 || text.length > 300) return [];
    if (SCALE_WORD.test(how)) return [{ kind: 'scale', text }];
    if (TEXT_WORD.test(how)) return [{ kind: 'text', text }];
    const choices = [
      ...new Set(
        how
          .split(';')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ];
    return choices.length >= 2 && choices.length <= MOST_CHOICES ? [{ kind: 'choice', text, choices }] : [];
  });
  const isWhole =
    questions.length === lines.length && questions.length > 0 && questions.length <= MOST_QUESTIONS;
  return isWhole ? questions : undefined;
};

export const writeQuestions = (questions: readonly Question[]): string =>
  questions
    .map((one) => {
      const how = one.kind === 'choice' ? one.choices.join('; ') : one.kind === 'scale' ? 'Skala' : 'Text';
      return `${one.text} | ${how}`;
    })
    .join('\n');

/** Only what a question offers is taken. @returns undefined where nothing at all was said, or a text is too long. */
export const readAnswer = (
  questions: readonly Question[],
  typed: Readonly<Record<string, string>>,
): Answer | undefined => {
  const said = questions.map((question, at) => {
    const text = (typed[`frage-${at}`] ?? '').replaceAll('\r\n', '\n').trim();
    if (question.kind === 'text') return text;
    const offered = question.kind === 'scale' ? SCALE.map(String) : question.choices;
    return offered.includes(text) ? text : '';
  });
  const isFair = said.some((text) => text !== '') && said.every((text) => text.length <= LONGEST_TEXT);
  return isFair ? said : undefined;
};

export type Tally = {
  question: Question;
  answered: number;
  counts: [text: string, count: number][];
  texts: string[];
};

/** How often what was said; texts stand apart, without an order that would tell who said what else. */
export const tally = (questions: readonly Question[], answers: readonly Answer[]): Tally[] =>
  questions.map((question, at) => {
    const said = answers.flatMap((answer) => answer[at] || []);
    const offered =
      question.kind === 'scale' ? SCALE.map(String) : question.kind === 'choice' ? question.choices : [];
    return {
      question,
      answered: said.length,
      counts: offered.map((text) => [text, said.filter((one) => one === text).length]),
      texts: question.kind === 'text' ? said.toSorted((a, b) => a.localeCompare(b, 'de')) : [],
    };
  });

export const isOpen = (
  { publishedAt, closesOn }: Pick<Survey, 'publishedAt' | 'closesOn'>,
  today: Day,
): boolean => publishedAt !== null && today <= closesOn;
