const HOUR_MILLISECONDS = 3_600_000;
/** Fewer say nothing of how a town answers. */
const LEAST_ANSWERS = 3;

export type Answered = { ars: string; asked_at: Date; answered_at: Date };
export type AnswerTime = { /** Median. */ hours: number; answers: number };

/** How long each town takes to answer: the middle of its answers, so that one holiday does not decide. */
export const answerTimes = (answers: readonly Answered[]): Map<string, AnswerTime> =>
  new Map(
    [...Map.groupBy(answers, ({ ars }) => ars)].flatMap(([ars, own]) => {
      if (own.length < LEAST_ANSWERS) return [];
      const hours = own
        .map(({ asked_at, answered_at }) => (answered_at.getTime() - asked_at.getTime()) / HOUR_MILLISECONDS)
        .sort((a, b) => a - b);
      const [low = 0, high = low] = [
        hours[Math.floor((own.length - 1) / 2)],
        hours[Math.floor(own.length / 2)],
      ];
      return [[ars, { hours: (low + high) / 2, answers: own.length }]];
    }),
  );
