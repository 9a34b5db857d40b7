import type { Arc, InfluenceGraph } from './influence-graph.ts';

// The same answers, found without any of the thoughts of the rules: as their judge, and to be measured against.

/** Every walk of up to `longest` arcs that visits no node twice but may return to its first; all are tried. */
const walksOf = ({ arcs, nodes }: InfluenceGraph, longest: number): Arc[][] => {
  const all: Arc[][] = [];
  const go = (walk: Arc[], first: number): void => {
    if (walk.length === longest || (walk.length > 0 && walk.at(-1)?.to === first)) return;
    for (const arc of arcs) {
      if (arc.from !== (walk.at(-1)?.to ?? first)) continue;
      if (walk.some(({ to }) => to === arc.to)) continue;
      all.push([...walk, arc]);
      go([...walk, arc], first);
    }
  };
  for (const first of nodes.keys()) go([], first);
  return all;
};

const nameOf = (arcs: readonly Arc[], all: readonly Arc[]): string =>
  arcs.map((arc) => all.indexOf(arc)).join('>');

const signOf = (arcs: readonly Arc[]): number =>
  arcs.filter(({ sign }) => sign < 0).length % 2 === 0 ? 1 : -1;

/** Cycles by name, each with the product of its signs. */
export const cyclesByForce = (graph: InfluenceGraph, longest: number): Map<string, number> =>
  new Map(
    walksOf(graph, longest)
      .filter(([first, ...rest]) => {
        const last = rest.at(-1);
        return first !== undefined && last?.to === first.from && !rest.some(({ from }) => from < first.from);
      })
      .filter((arcs) => new Set(arcs.map(({ edge }) => edge)).size === arcs.length)
      .map((arcs) => [nameOf(arcs, graph.arcs), signOf(arcs)]),
  );

/** Open ways from a node by name, each with the product of its signs. */
export const pathsByForce = (graph: InfluenceGraph, start: number, longest: number): Map<string, number> =>
  new Map(
    walksOf(graph, longest)
      .filter(([first, ...rest]) => first?.from === start && (rest.at(-1) ?? first)?.to !== start)
      .map((arcs) => [nameOf(arcs, graph.arcs), signOf(arcs)]),
  );

/** Who needs whom in the end, by Warshall's closure of a table of all pairs. */
export const unlocksByForce = ({ nodes, edges, at }: InfluenceGraph): number[][] => {
  const reaches = nodes.map(() => nodes.map(() => false));
  for (const { kind, from, to } of edges)
    if (kind === 'needs') (reaches[at(to) as number] as boolean[])[at(from) as number] = true;
  for (const over of nodes.keys())
    for (const row of reaches)
      for (const end of nodes.keys()) row[end] ||= !!row[over] && !!reaches[over]?.[end];
  return reaches.map((row, node) => [...row.keys()].filter((end) => end !== node && row[end]));
};

/** Active and passive sums from the whole matrix, cell by cell. */
export const sumsByForce = ({ nodes, arcs }: InfluenceGraph): { active: number; passive: number }[] => {
  const cell = (from: number, to: number): number =>
    Math.max(0, ...arcs.filter((arc) => arc.from === from && arc.to === to).map(({ strength }) => strength));
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const all = [...nodes.keys()];
  return all.map((node) => ({
    active: sum(all.map((other) => cell(node, other))),
    passive: sum(all.map((other) => cell(other, node))),
  }));
};

export const namesOf = (graph: InfluenceGraph, found: readonly { arcs: readonly Arc[] }[]): string[] =>
  found.map(({ arcs }) => nameOf(arcs, graph.arcs)).toSorted();
