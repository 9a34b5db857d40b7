import type { Cycle } from './find-cycles.ts';
import type { Arc, InfluenceGraph } from './influence-graph.ts';

/** What needs `start`, directly or over others. */
export const unlockedBy = ({ edges, out }: InfluenceGraph, start: number): number[] => {
  const seen = new Set([start]);
  const waiting = [start];
  while (waiting.length > 0) {
    const at = waiting.pop() as number;
    for (const { to, edge } of out[at] ?? [])
      if (edges[edge]?.kind === 'needs' && !seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
  }
  seen.delete(start);
  return [...seen].toSorted((a, b) => a - b);
};

export type Unlock = { node: number; unlocked: number[] };

/** Measures without which others cannot begin: most first. */
export const unlocksOf = (graph: InfluenceGraph): Unlock[] =>
  graph.nodes
    .flatMap(({ kind }, node): Unlock[] => {
      if (kind !== 'measure') return [];
      const unlocked = unlockedBy(graph, node);
      return unlocked.length > 0 ? [{ node, unlocked }] : [];
    })
    .toSorted((a, b) => b.unlocked.length - a.unlocked.length || a.node - b.node);

export type Removal = {
  /** Can no longer be as planned. */ blocked: number[];
  /** Gains nothing from it any more. */ unsupported: Arc[];
  /** Is no longer hindered by it. */ freed: Arc[];
  /** Of the cycles found: those that end. */ ended: Cycle[];
};

/** What would be different without one node. */
export const withoutNode = (graph: InfluenceGraph, node: number, cycles: readonly Cycle[]): Removal => {
  const blocked = unlockedBy(graph, node);
  const gone = (graph.out[node] ?? []).filter(({ edge }) => graph.edges[edge]?.kind !== 'needs');
  return {
    blocked,
    unsupported: gone.filter(({ sign }) => sign > 0),
    freed: gone.filter(({ sign }) => sign < 0),
    ended: cycles.filter(({ arcs }) => arcs.some(({ from }) => from === node)),
  };
};
