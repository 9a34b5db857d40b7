import type { Interval } from '../../../../foundation/statistics/interval.ts';
import type { Answer } from '../forecast/answer.ts';
import type { Question } from '../forecast/question.ts';
import type { PowerQuestion } from '../pilot/power.ts';

/** What the thread for long computations is asked, and what it says. */
export type Task =
  | { kind: 'forecast'; question: Question }
  | { kind: 'power'; questions: PowerQuestion[]; seed: number };

export type Message = { done: number; of: number } | { answer: Answer | Interval[] } | { failed: string };
