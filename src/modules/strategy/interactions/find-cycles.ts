import type { Arc, InfluenceGraph } from './influence-graph.ts';

export type Cycle = {
  arcs: readonly Arc[];
  /** Signs multiplied: what goes round grows, or returns. */ kind: 'reinforcing' | 'balancing';
  /** Of the weakest influence in it. */ strength: number;
  /** Months that one round takes. */ delay: number;
};

export type Cycles = {
  /** The shortest first. */ cycles: Cycle[];
  /** All cycles of up to so many influences are there; longer ones may be missing. */ completeTo: number;
};

const LONGEST = 8;
const MOST_CYCLES = 300;
const MOST_STEPS = 400_000;

const cycleOf = (arcs: readonly Arc[]): Cycle => ({
  arcs,
  kind: arcs.reduce((sign, arc) => sign * arc.sign, 1) > 0 ? 'reinforcing' : 'balancing',
  strength: Math.min(...arcs.map(({ strength }) => strength)),
  delay: arcs.reduce((sum, { delay }) => sum + delay, 0),
});

/** Steps back to `start` over nodes that do not lie before it, as far as `length` reaches. */
const distancesTo = ({ into, nodes }: InfluenceGraph, start: number, length: number): number[] => {
  const distance = nodes.map(() => Number.POSITIVE_INFINITY);
  distance[start] = 0;
  let ring = [start];
  for (let steps = 1; steps < length && ring.length > 0; steps += 1) {
    const next: number[] = [];
    for (const at of ring)
      for (const { from } of into[at] ?? [])
        if (from > start && distance[from] === Number.POSITIVE_INFINITY) {
          distance[from] = steps;
          next.push(from);
        }
    ring = next;
  }
  return distance;
};

type Search = { found: Cycle[]; steps: number; limits: { cycles: number; steps: number } };

/** Cycles of exactly `length` whose first node is `start`; none of their nodes lies before it. @returns false at a limit. */
const searchFrom = (graph: InfluenceGraph, start: number, length: number, search: Search): boolean => {
  const distance = distancesTo(graph, start, length);
  const used = new Set<number>([start]);
  const path: Arc[] = [];
  const walk = (at: number): boolean => {
    for (const arc of graph.out[at] ?? []) {
      search.steps += 1;
      if (search.steps > search.limits.steps) return false;
      const left = length - path.length - 1;
      if (left === 0) {
        // Both ways of one shared resource are no cycle.
        if (arc.to !== start || path[0]?.edge === arc.edge) continue;
        if (search.found.length === search.limits.cycles) return false;
        search.found.push(cycleOf([...path, arc]));
        continue;
      }
      if (arc.to === start || used.has(arc.to) || (distance[arc.to] ?? left + 1) > left) continue;
      used.add(arc.to);
      path.push(arc);
      const goesOn = walk(arc.to);
      path.pop();
      used.delete(arc.to);
      if (!goesOn) return false;
    }
    return true;
  };
  return walk(start);
};

/**
 * Simple cycles by length, pruned by the way back. The number of all cycles grows beyond any time (a reason to stop Johnson's
 * enumeration as well), so that it ends at a length, a number and an amount of work, and says up to where it is complete.
 */
export const findCycles = (
  graph: InfluenceGraph,
  { longest = LONGEST, most = MOST_CYCLES, steps = MOST_STEPS } = {},
): Cycles => {
  const search: Search = { found: [], steps: 0, limits: { cycles: most, steps } };
  for (let length = 2; length <= longest; length += 1)
    for (const start of graph.nodes.keys())
      if (!searchFrom(graph, start, length, search)) return { cycles: search.found, completeTo: length - 1 };
  return { cycles: search.found, completeTo: longest };
};
