import type { Job, Order, Problem } from './problem.ts';
import { isFeasible, worthOf } from './problem.ts';

/** A town with so many measures and years, the same for the same seed: money and staff suffice for about half of them. */
export const generateProblem = (seed: number, measures: number, years: number): Problem => {
  let state = seed * 7919 + 13;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const jobs = Array.from({ length: measures }, (_, at): Job => {
    const length = 1 + below(Math.min(3, years));
    const once = (1 + below(40)) * 5000;
    return {
      id: `m${at}`,
      benefit: 1 + below(5),
      profile: Array.from({ length }, (__, year) => ({
        money: year === 0 ? once : Math.round(once / 10),
        staff: (1 + below(10)) / 10,
      })),
      earliest: below(6) === 0 ? 1 : 0,
      // Only what stands before it: no circles.
      needs: at > 0 && below(3) === 0 ? [{ job: below(at), lag: 1 + below(2) }] : [],
    };
  });
  const total = (of: 'money' | 'staff') =>
    jobs.reduce((sum, { profile }) => sum + profile.reduce((one, load) => one + load[of], 0), 0);
  return {
    years,
    limits: Array.from({ length: years }, () => ({
      money: Math.round((total('money') * 0.5) / years),
      staff: Math.round((total('staff') * 0.6 * 10) / years) / 10,
    })),
    jobs,
  };
};

/** The best worth, by trying every order there is: the judge of the integer program. */
export const bestByForce = (problem: Problem): number => {
  let best = 0;
  const go = (order: Order): void => {
    if (order.length === problem.jobs.length) {
      if (isFeasible(problem, order)) best = Math.max(best, worthOf(problem, order));
      return;
    }
    for (const start of [null, ...Array.from({ length: problem.years }, (_, year) => year)])
      go([...order, start]);
  };
  go([]);
  return best;
};
