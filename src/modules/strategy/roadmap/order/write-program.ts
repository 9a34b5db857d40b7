import { type Job, lastStart, type Problem, weightOf } from './problem.ts';

/** The variable that a measure begins in a year. */
export const variable = (job: number, start: number): string => `x${job}_${start}`;

const startsOf = (problem: Problem, job: Job): number[] => {
  const count = lastStart(problem, job) - job.earliest + 1;
  return count <= 0 ? [] : Array.from({ length: count }, (_, at) => job.earliest + at);
};

export const countVariables = (problem: Problem): number =>
  problem.jobs.reduce((sum, job) => sum + startsOf(problem, job).length, 0);

type Term = { factor: number; name: string };
const sum = (terms: readonly Term[]): string =>
  terms.map(({ factor, name }) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join('\n  ');

// Thousands of euros: coefficients of one size are what a solver computes with best.
const SCALE = { money: 1000, staff: 1 } as const;

const limitRows = (problem: Problem, of: 'money' | 'staff'): string[] =>
  problem.limits.flatMap((limit, year) => {
    const most = limit[of];
    if (most === null) return [];
    const terms = problem.jobs.flatMap((job, at) =>
      startsOf(problem, job).flatMap((start): Term[] => {
        const load = job.profile[year - start]?.[of] ?? 0;
        return load === 0 ? [] : [{ factor: load / SCALE[of], name: variable(at, start) }];
      }),
    );
    return terms.length === 0 ? [] : [`${sum(terms)} <= ${most / SCALE[of]}`];
  });

/** Who has begun by a year needs what it needs to have begun by so many years before. */
const needRows = (problem: Problem): string[] =>
  problem.jobs.flatMap((job, at) =>
    job.needs.flatMap(({ job: needed, lag }) => {
      const other = problem.jobs[needed];
      if (!other) return [];
      return startsOf(problem, job).map((year) => {
        const begun: Term[] = startsOf(problem, job)
          .filter((start) => start <= year)
          .map((start) => ({ factor: 1, name: variable(at, start) }));
        const before: Term[] = startsOf(problem, other)
          .filter((start) => start + lag <= year)
          .map((start) => ({ factor: -1, name: variable(needed, start) }));
        return `${sum([...begun, ...before])} <= 0`;
      });
    }),
  );

/** The problem as an integer program in CPLEX LP format; relaxed: measures may begin in parts. */
export const writeProgram = (problem: Problem, { isRelaxed }: { isRelaxed: boolean }): string => {
  const all = problem.jobs.flatMap((job, at) =>
    startsOf(problem, job).map((start) => ({
      factor: job.benefit * weightOf(start),
      name: variable(at, start),
    })),
  );
  const onceRows = problem.jobs.flatMap((job, at) => {
    const terms = startsOf(problem, job).map((start) => ({ factor: 1, name: variable(at, start) }));
    return terms.length === 0 ? [] : [`${sum(terms)} <= 1`];
  });
  const rows = [
    ...onceRows,
    ...limitRows(problem, 'money'),
    ...limitRows(problem, 'staff'),
    ...needRows(problem),
  ];
  return [
    'Maximize',
    ` worth: ${sum(all)}`,
    'Subject To',
    ...rows.map((row, at) => ` c${at}: ${row}`),
    ...(isRelaxed
      ? ['Bounds', ...all.map(({ name }) => ` 0 <= ${name} <= 1`)]
      : ['Binary', ...all.map(({ name }) => ` ${name}`)]),
    'End',
  ].join('\n');
};
