import { type Load, lagOf, type PlannedMeasure } from '../plan.ts';
import { loadOf, type YearLimit } from '../yearly-load.ts';

/** A measure that may be moved; years are counted from the first one of the agenda. */
export type Job = {
  id: string;
  benefit: number;
  profile: Load[];
  /** Not before this year: what stays where it is has to end first. */ earliest: number;
  needs: { job: number; lag: number }[];
};

/** In which order, under the limits of each year? A limit that nobody has set is null. */
export type Problem = {
  years: number;
  limits: { money: number | null; staff: number | null }[];
  jobs: Job[];
};

/** The first year of each measure; null: it does not fit. */
export type Order = (number | null)[];

/** Each year later, a measure is worth so much less: a benefit that comes early lasts longer. */
const YEARLY_WEIGHT = 0.95;
export const weightOf = (year: number): number => YEARLY_WEIGHT ** year;

export const worthOf = ({ jobs }: Problem, order: Order): number =>
  jobs.reduce((sum, { benefit }, at) => {
    const start = order[at] ?? null;
    return start === null ? sum : sum + benefit * weightOf(start);
  }, 0);

/** The last year in which a measure can begin, so that all of it lies in the agenda. */
export const lastStart = ({ years }: Problem, { profile }: Job): number => years - profile.length;

const LITTLE = 1e-6;

export const fits = (used: number, limit: number | null): boolean => limit === null || used <= limit + LITTLE;

/** Whether an order keeps all limits and dependencies. */
export const isFeasible = (problem: Problem, order: Order): boolean => {
  const { jobs, limits } = problem;
  const used = limits.map(() => ({ money: 0, staff: 0 }));
  for (const [at, job] of jobs.entries()) {
    const start = order[at] ?? null;
    if (start === null) continue;
    if (start < job.earliest || start > lastStart(problem, job)) return false;
    for (const { job: needed, lag } of job.needs) {
      const before = order[needed] ?? null;
      if (before === null || start < before + lag) return false;
    }
    for (const [year, { money, staff }] of job.profile.entries()) {
      const sum = used[start + year];
      if (!sum) return false;
      sum.money += money;
      sum.staff += staff;
    }
  }
  return used.every(
    ({ money, staff }, year) =>
      (money === 0 || fits(money, limits[year]?.money ?? null)) &&
      (staff === 0 || fits(staff, limits[year]?.staff ?? null)),
  );
};

/** What may be moved, under what is left beside the measures that stay. Dependencies must have no circle. */
export const problemOf = (
  measures: readonly PlannedMeasure[],
  { years, limits }: { years: readonly number[]; limits: readonly YearLimit[] },
): Problem => {
  const from = years[0] ?? 0;
  const movable = measures.filter(({ isFixed }) => !isFixed);
  const fixed = measures.filter(({ isFixed }) => isFixed);
  const load = loadOf(fixed, years, limits);
  const left = (limit: number | null, used: number) => (limit === null ? null : Math.max(0, limit - used));
  return {
    years: years.length,
    limits: load.map(({ money, staff, moneyUsed, staffUsed }) => ({
      money: left(money, moneyUsed),
      staff: left(staff, staffUsed),
    })),
    jobs: movable.map((one) => ({
      id: one.id,
      benefit: one.benefit,
      profile: one.profile,
      earliest: Math.max(
        0,
        ...fixed.flatMap((other) =>
          one.needs.includes(other.id) && other.first !== null
            ? [other.first + lagOf(other, one) - from]
            : [],
        ),
      ),
      needs: movable.flatMap((other, job) =>
        one.needs.includes(other.id) ? [{ job, lag: lagOf(other, one) }] : [],
      ),
    })),
  };
};
