import createSolver from 'highs';
import { listOrder, orderWithoutLimits } from './list-order.ts';
import { isFeasible, type Order, type Problem, worthOf } from './problem.ts';
import { countVariables, variable, writeProgram } from './write-program.ts';

export type Proposal = {
  order: Order;
  worth: number;
  /** No order is worth more than this. */ bound: number;
  how: 'exact' | 'heuristic';
  /** What it would be worth if money and staff had no limits. */ free: number;
};

/** Up to so many choices (measures times years) the integer program is solved to the end. */
const MOST_EXACT = 150;
const SECONDS = 10;
const LITTLE = 1e-6;

const solver = await createSolver();

/** The best order there is; undefined where the solver did not come to an end in its time. */
export const exactOrder = (problem: Problem, seconds = SECONDS): Order | undefined => {
  if (countVariables(problem) === 0) return problem.jobs.map(() => null);
  const solved = solver.solve(writeProgram(problem, { isRelaxed: false }), {
    time_limit: seconds,
    mip_rel_gap: 0,
    output_flag: false,
  });
  if (solved.Status !== 'Optimal') return undefined;
  const { Columns } = solved;
  const order = problem.jobs.map((_, job): number | null => {
    for (let start = 0; start < problem.years; start += 1)
      if ((Columns[variable(job, start)]?.Primal ?? 0) > 0.5) return start;
    return null;
  });
  return isFeasible(problem, order) ? order : undefined;
};

/** What the relaxed program is worth: measures may begin in parts, so that no real order is worth more. */
export const relaxedBound = (problem: Problem): number => {
  if (countVariables(problem) === 0) return 0;
  const solved = solver.solve(writeProgram(problem, { isRelaxed: true }), { output_flag: false });
  return solved.Status === 'Optimal'
    ? solved.ObjectiveValue + LITTLE
    : worthOf(problem, orderWithoutLimits(problem));
};

/** An order under the limits: exact where the program is small, else a good one with a bound that says how good. */
export const proposeOrder = (problem: Problem): Proposal => {
  const free = worthOf(problem, orderWithoutLimits(problem));
  const exact = countVariables(problem) <= MOST_EXACT ? exactOrder(problem) : undefined;
  if (exact) {
    const worth = worthOf(problem, exact);
    return { order: exact, worth, bound: worth, how: 'exact', free };
  }
  const order = listOrder(problem);
  const worth = worthOf(problem, order);
  return {
    order,
    worth,
    bound: Math.max(worth, Math.min(free, relaxedBound(problem))),
    how: 'heuristic',
    free,
  };
};
