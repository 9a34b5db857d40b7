import { fits, type Job, lastStart, type Order, type Problem, worthOf } from './problem.ts';

/** Each measure in turn (what it needs before it) at the first year that still bears it. */
export const placeInTurn = (problem: Problem, turn: readonly number[]): Order => {
  const { jobs, limits, years } = problem;
  const order: Order = jobs.map(() => null);
  const tried = new Set<number>();
  const money = new Float64Array(years);
  const staff = new Float64Array(years);
  const hasRoom = (job: Job, start: number): boolean =>
    job.profile.every((load, year) => {
      const at = start + year;
      const limit = limits[at];
      return (
        (load.money === 0 || fits((money[at] ?? 0) + load.money, limit?.money ?? null)) &&
        (load.staff === 0 || fits((staff[at] ?? 0) + load.staff, limit?.staff ?? null))
      );
    });
  const place = (at: number): void => {
    const job = jobs[at];
    if (!job || tried.has(at)) return;
    tried.add(at);
    let start = job.earliest;
    for (const { job: needed, lag } of job.needs) {
      place(needed);
      const before = order[needed] ?? null;
      if (before === null) return;
      start = Math.max(start, before + lag);
    }
    while (start <= lastStart(problem, job) && !hasRoom(job, start)) start += 1;
    if (start > lastStart(problem, job)) return;
    order[at] = start;
    for (const [year, load] of job.profile.entries()) {
      money[start + year] = (money[start + year] ?? 0) + load.money;
      staff[start + year] = (staff[start + year] ?? 0) + load.staff;
    }
  };
  for (const at of turn) place(at);
  return order;
};

/** How much of what there is a measure takes, as a share of all years together. */
const shareOf = ({ limits }: Problem, { profile }: Job): number => {
  const share = (of: 'money' | 'staff') => {
    const there = limits.reduce((sum, limit) => sum + (limit[of] ?? Number.POSITIVE_INFINITY), 0);
    return there === 0 ? 0 : profile.reduce((sum, load) => sum + load[of], 0) / there;
  };
  return share('money') + share('staff');
};

const WORK = 12_000_000;
const MOST_TRIES = 20_000;
const MOVES_AWAY = 3;

type Found = { turn: number[]; order: Order; worth: number };
type Search = { problem: Problem; tries: number };

const tryTurn = (search: Search, turn: number[]): Found => {
  search.tries -= 1;
  const order = placeInTurn(search.problem, turn);
  return { turn, order, worth: worthOf(search.problem, order) };
};

const moved = (turn: readonly number[], from: number, to: number): number[] =>
  turn.toSpliced(from, 1).toSpliced(to, 0, turn[from] as number);

/** Moves one measure forward or back in the turn as long as that makes the order better. */
const climb = (search: Search, first: Found): Found => {
  let best = first;
  let isBetter = true;
  while (isBetter) {
    isBetter = false;
    for (const from of first.turn.keys())
      for (const to of first.turn.keys()) {
        if (search.tries <= 0) return best;
        if (from === to) continue;
        const next = tryTurn(search, moved(best.turn, from, to));
        if (next.worth <= best.worth + 1e-9) continue;
        best = next;
        isBetter = true;
      }
  }
  return best;
};

/** Climbs again and again from a few random moves beside the best one (iterated local search). */
const improve = (problem: Problem, first: number[]): Order => {
  const size = Math.max(1, problem.jobs.length * problem.years);
  const search: Search = { problem, tries: Math.min(MOST_TRIES, Math.ceil(WORK / size)) };
  let state = 1;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  let best = climb(search, tryTurn(search, first));
  while (search.tries > 0 && first.length > 1) {
    let { turn } = best;
    for (let move = 0; move < MOVES_AWAY; move += 1)
      turn = moved(turn, below(turn.length), below(turn.length));
    const next = climb(search, tryTurn(search, turn));
    if (next.worth > best.worth + 1e-9) best = next;
  }
  return best.order;
};

/** List scheduling by benefit for what it takes, then local improvement. Always the same for the same problem. */
export const listOrder = (problem: Problem): Order => {
  const { jobs } = problem;
  const by = (key: (job: Job) => number): number[] =>
    [...jobs.keys()].toSorted((a, b) => key(jobs[b] as Job) - key(jobs[a] as Job) || a - b);
  const turns = [
    by((job) => job.benefit / (shareOf(problem, job) + 1e-9)),
    by(({ benefit }) => benefit),
    by((job) => -shareOf(problem, job)),
  ];
  const reached = (turn: number[]) => worthOf(problem, placeInTurn(problem, turn));
  const [best = []] = turns.toSorted((a, b) => reached(b) - reached(a));
  return improve(problem, best);
};

/** As if money and staff had no limits: everything as early as dependencies let it. */
export const orderWithoutLimits = (problem: Problem): Order => {
  const free = { ...problem, limits: problem.limits.map(() => ({ money: null, staff: null })) };
  return placeInTurn(free, [...problem.jobs.keys()]);
};
