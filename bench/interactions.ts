import {
  cyclesByForce,
  pathsByForce,
  sumsByForce,
  unlocksByForce,
} from '../src/modules/strategy/interactions/brute-force.builder.ts';
import { findCycles } from '../src/modules/strategy/interactions/find-cycles.ts';
import { graphOf, type InfluenceGraph } from '../src/modules/strategy/interactions/influence-graph.ts';
import { sumsOf } from '../src/modules/strategy/interactions/influence-sums.ts';
import { aTown } from '../src/modules/strategy/interactions/interactions.builder.ts';
import { conflictsOf, knockOnsOf } from '../src/modules/strategy/interactions/knock-on.ts';
import { unlocksOf, withoutNode } from '../src/modules/strategy/interactions/unlocks.ts';
import { against, median, type Section, short } from './figures.ts';

const ATTEMPTS = 7;
const MOST_MS = 200;
const SIZES = [
  [20, 60],
  [50, 250],
  [100, 600],
  [300, 2000],
] as const;
/** What trying everything still ends with. */ const LONGEST = 4;
const MOST_BY_FORCE = 60;

const time = (attempts: number, work: () => unknown): number =>
  median(
    Array.from({ length: attempts }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );

/** Everything that the pages of an agenda ask of its graph. */
const analyse = (graph: InfluenceGraph): void => {
  const { cycles } = findCycles(graph);
  sumsOf(graph);
  unlocksOf(graph);
  knockOnsOf(graph, 0);
  conflictsOf(graph, 0);
  withoutNode(graph, 0, cycles);
};

const alike = {
  ours: (graph: InfluenceGraph): void => {
    findCycles(graph, { longest: LONGEST, most: 1_000_000, steps: 100_000_000 });
    sumsOf(graph);
    unlocksOf(graph);
    knockOnsOf(graph, 0);
  },
  force: (graph: InfluenceGraph): void => {
    cyclesByForce(graph, LONGEST);
    sumsByForce(graph);
    unlocksByForce(graph);
    pathsByForce(graph, 0, 3);
  },
};

/** The whole analysis by size; the second implementation where it ends in time. */
export const measureInteractions = (): Section => ({
  title: 'Interactions of an agenda: the whole analysis by size, and against trying everything',
  head: [
    'measures, interactions',
    'analysis ms',
    'all cycles of up to',
    `ours ≤ ${LONGEST} ms`,
    'brute force ms',
    'aim',
  ],
  rows: SIZES.map(([measures, interactions]) => {
    const { nodes, interactions: edges } = aTown(measures, interactions);
    const graph = graphOf(nodes, edges);
    const whole = time(ATTEMPTS, () => analyse(graph));
    const isSmall = interactions <= MOST_BY_FORCE;
    return [
      `${measures}, ${interactions.toLocaleString('en-GB')}`,
      short(whole),
      String(findCycles(graph).completeTo),
      isSmall ? short(time(ATTEMPTS, () => alike.ours(graph))) : '–',
      isSmall ? short(time(1, () => alike.force(graph))) : '–',
      against(whole, MOST_MS, 'most'),
    ];
  }),
  notes: [
    'The analysis: graph walked for sums, cycles, what unlocks most, knock-on effects, conflicts and removal of one measure; median of seven. Cycles end at 300, at a length of 8, or at a stated amount of work.',
  ],
});
