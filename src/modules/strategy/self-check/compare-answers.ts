import { type Question, questions } from './questions.ts';

/** 0 nothing, 1 begun, 2 partly, 3 throughout; null is "I do not know". */
export type Level = 0 | 1 | 2 | 3;
export const levels: readonly Level[] = [0, 1, 2, 3];

export type CheckAnswer = { question: string; today: Level | null; target: Level | null };

export type Compared = {
  question: Question;
  /** How many said something. */ answers: number;
  /** How many do not know. */ unknown: number;
  /** The middle of what was said; null: nobody knows. */ today: number | null;
  target: number | null;
  /** Between the lowest and the highest of today; two or more want to be talked through. */ spread: number;
  /** From today to the target, not below 0. */ gap: number | null;
};

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const known = (values: readonly (Level | null)[]): Level[] => values.filter((value) => value !== null);

/** Where a difference between people is worth a talk. */
export const SPREAD_TO_TALK = 2;

/** What several people said apart, question by question; nobody's answer is shown by name. */
export const compareAnswers = (answers: readonly CheckAnswer[]): Compared[] => {
  const byQuestion = Map.groupBy(answers, ({ question }) => question);
  return questions.flatMap((question) => {
    const given = byQuestion.get(question.id) ?? [];
    if (given.length === 0) return [];
    const now = known(given.map(({ today }) => today));
    const today = median(now);
    const target = median(known(given.map((one) => one.target)));
    return [
      {
        question,
        answers: given.length,
        unknown: given.length - now.length,
        today,
        target,
        spread: now.length > 1 ? Math.max(...now) - Math.min(...now) : 0,
        gap: today === null || target === null ? null : Math.max(0, target - today),
      },
    ];
  });
};

/** The largest gaps first; what nobody knows comes before what is fine: not knowing is a gap as well. */
export const gapsIn = (compared: readonly Compared[]): Compared[] =>
  compared
    .filter(({ gap, today }) => today === null || (gap ?? 0) >= 1)
    .toSorted((a, b) => (b.gap ?? 1) - (a.gap ?? 1) || b.spread - a.spread);
