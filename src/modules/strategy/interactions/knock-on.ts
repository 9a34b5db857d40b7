import type { Arc, InfluenceGraph } from './influence-graph.ts';
import { keyOf, type NodeName } from './interaction.ts';

/** A way on which a measure works on something, maybe over others. */
export type Path = {
  arcs: readonly Arc[];
  /** Signs multiplied. */ sign: 1 | -1;
  /** Of the weakest influence on the way. */ strength: number;
  delay: number;
};

/** All ways on which something is reached. */
export type KnockOn = { target: number; paths: Path[]; sign: 1 | -1 | 'mixed' };

const LONGEST = 3;
const MOST_PATHS = 2000;

const pathOf = (arcs: readonly Arc[]): Path => ({
  arcs,
  sign: arcs.reduce((sign, arc) => sign * arc.sign, 1) > 0 ? 1 : -1,
  strength: Math.min(...arcs.map(({ strength }) => strength)),
  delay: arcs.reduce((sum, { delay }) => sum + delay, 0),
});

/** Ways from `start` of up to `longest` influences that visit nothing twice, the short ones first. */
export const pathsFrom = (
  { out }: InfluenceGraph,
  start: number,
  { longest = LONGEST, most = MOST_PATHS } = {},
): Path[] => {
  const paths: Path[] = [];
  let ring: Arc[][] = [[]];
  for (let length = 1; length <= longest; length += 1) {
    const next: Arc[][] = [];
    for (const path of ring) {
      const visited = new Set([start, ...path.map(({ to }) => to)]);
      for (const arc of out[path.at(-1)?.to ?? start] ?? []) {
        if (visited.has(arc.to)) continue;
        if (paths.length === most) return paths;
        next.push([...path, arc]);
        paths.push(pathOf([...path, arc]));
      }
    }
    ring = next;
  }
  return paths;
};

/** What a measure sets off, by what is reached; direct effects first. */
export const knockOnsOf = (
  graph: InfluenceGraph,
  start: number,
  limits: { longest?: number; most?: number } = {},
): KnockOn[] =>
  [...Map.groupBy(pathsFrom(graph, start, limits), ({ arcs }) => arcs.at(-1)?.to ?? start)].map(
    ([target, paths]) => {
      const signs = new Set(paths.map(({ sign }) => sign));
      return { target, paths, sign: signs.size > 1 ? 'mixed' : (paths[0]?.sign ?? 1) };
    },
  );

export type Conflict = { other: number; path: Path; how: 'hinders' | 'hindered' };

/** What the measure works against (directly or over others), and what works against it directly. */
export const conflictsOf = (
  graph: InfluenceGraph,
  start: number,
  limits: { longest?: number; most?: number } = {},
): Conflict[] => {
  const against = knockOnsOf(graph, start, limits).flatMap(({ target, paths }): Conflict[] => {
    const path = paths.find(({ sign }) => sign < 0);
    return path ? [{ other: target, path, how: 'hinders' }] : [];
  });
  // A shared resource is told once.
  const told = new Set(against.flatMap(({ path }) => (path.arcs.length === 1 ? [path.arcs[0]?.edge] : [])));
  const hindered = (graph.into[start] ?? [])
    .filter(({ sign, edge }) => sign < 0 && !told.has(edge))
    .map((arc): Conflict => ({ other: arc.from, path: pathOf([arc]), how: 'hindered' }));
  return [...against, ...hindered].toSorted((a, b) => a.path.arcs.length - b.path.arcs.length);
};

/** Goals and fields that gain although the measure was not made for them. */
export const doubleBenefitsOf = (
  { nodes }: InfluenceGraph,
  knockOns: readonly KnockOn[],
  own: readonly NodeName[],
): KnockOn[] => {
  const meant = new Set(own.map(keyOf));
  return knockOns.filter(({ target, sign }) => {
    const node = nodes[target];
    return sign === 1 && node !== undefined && node.kind !== 'measure' && !meant.has(keyOf(node));
  });
};
