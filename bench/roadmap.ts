import { generateProblem } from '../src/modules/strategy/roadmap/order/generate-problem.builder.ts';
import { listOrder } from '../src/modules/strategy/roadmap/order/list-order.ts';
import { isFeasible, worthOf } from '../src/modules/strategy/roadmap/order/problem.ts';
import { exactOrder, relaxedBound } from '../src/modules/strategy/roadmap/order/propose-order.ts';
import { countVariables } from '../src/modules/strategy/roadmap/order/write-program.ts';
import { percentile, type Section, short } from './figures.ts';

const TOWNS = 20;
const MEASURES = 15;
const YEARS = 6;
const SECONDS = 60;
const SIZES = [
  [10, 5],
  [20, 6],
  [60, 8],
  [100, 8],
  [300, 10],
] as const;

const timed = <T>(work: () => T): { value: T; ms: number } => {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
};
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** How far the heuristic is from the best order, on 20 towns that the integer program solves to the end. */
export const measureOrderGap = (): Section => {
  const towns = Array.from({ length: TOWNS }, (_, at) => generateProblem(at + 1, MEASURES, YEARS));
  const all = towns.flatMap((problem) => {
    const exact = timed(() => exactOrder(problem, SECONDS));
    const listed = timed(() => listOrder(problem));
    if (!exact.value || !isFeasible(problem, listed.value)) return [];
    const best = worthOf(problem, exact.value);
    return [
      {
        gap: 1 - worthOf(problem, listed.value) / best,
        bound: relaxedBound(problem) / best - 1,
        exactMs: exact.ms,
        listMs: listed.ms,
      },
    ];
  });
  const line = (name: string, of: (one: (typeof all)[number]) => number, text: (value: number) => string) => [
    name,
    ...[0, 0.5, 1].map((share) => text(percentile(all.map(of), share))),
  ];
  return {
    title: `Roadmap: heuristic against the exact order, ${all.length} of ${TOWNS} generated towns of ${MEASURES} measures and ${YEARS} years solved to the end`,
    head: ['', 'least', 'median', 'most'],
    rows: [
      line('heuristic below the optimum', ({ gap }) => gap, percent),
      line('bound (relaxed program) above the optimum', ({ bound }) => bound, percent),
      line('exact, ms', ({ exactMs }) => exactMs, short),
      line('heuristic, ms', ({ listMs }) => listMs, short),
    ],
    notes: [
      `In ${all.filter(({ gap }) => gap < 1e-9).length} of ${all.length} towns the heuristic finds the optimum. Money and staff suffice for about half of the measures.`,
    ],
  };
};

/** Time by size, and how far below its bound the heuristic certainly is not. */
export const measureOrderSizes = (): Section => ({
  title: 'Roadmap: time by size',
  head: ['measures × years', 'choices', 'heuristic ms', 'bound ms', 'heuristic below its bound'],
  rows: SIZES.map(([measures, years]) => {
    const problem = generateProblem(1, measures, years);
    const listed = timed(() => listOrder(problem));
    const bound = timed(() => relaxedBound(problem));
    return [
      `${measures} × ${years}`,
      String(countVariables(problem)),
      short(listed.ms),
      short(bound.ms),
      `at most ${percent(1 - worthOf(problem, listed.value) / bound.value)}`,
    ];
  }),
  notes: [
    'The bound lets measures begin in parts; the true distance is smaller. Up to 150 choices the page asks the integer program first, for at most 10 s.',
  ],
});
