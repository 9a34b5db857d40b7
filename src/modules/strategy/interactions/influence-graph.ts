import { type Interaction, keyOf, type NodeName, type Strength } from './interaction.ts';

/** An influence with its direction and sign; `edge` is the place of the interaction it comes from. */
export type Arc = { from: number; to: number; sign: 1 | -1; strength: Strength; delay: number; edge: number };

export type InfluenceGraph = {
  nodes: readonly NodeName[];
  edges: readonly Interaction[];
  arcs: readonly Arc[];
  /** Arcs by where they begin, and by where they end. */ out: readonly (readonly Arc[])[];
  into: readonly (readonly Arc[])[];
  at: (node: NodeName) => number | undefined;
};

/**
 * What is needed works on who needs it, so `needs` turns round; who shares a resource takes it from the other, so that
 * `shares-resource` works both ways.
 */
const arcsOf = (edge: Interaction, from: number, to: number, at: number): Arc[] => {
  const { strength, delay } = edge;
  const arc = (start: number, end: number, sign: 1 | -1): Arc => ({
    from: start,
    to: end,
    sign,
    strength,
    delay,
    edge: at,
  });
  switch (edge.kind) {
    case 'supports':
      return [arc(from, to, 1)];
    case 'hinders':
      return [arc(from, to, -1)];
    case 'needs':
      return [arc(to, from, 1)];
    case 'shares-resource':
      return [arc(from, to, -1), arc(to, from, -1)];
  }
};

/** Interactions between the nodes that there are; of others nothing is left. */
export const graphOf = (nodes: readonly NodeName[], interactions: readonly Interaction[]): InfluenceGraph => {
  const places = new Map(nodes.map((node, at) => [keyOf(node), at]));
  const at = (node: NodeName) => places.get(keyOf(node));
  const edges = interactions.filter(
    ({ from, to }) => at(from) !== undefined && at(to) !== undefined && keyOf(from) !== keyOf(to),
  );
  const arcs = edges.flatMap((edge, place) =>
    arcsOf(edge, at(edge.from) as number, at(edge.to) as number, place),
  );
  const out: Arc[][] = nodes.map(() => []);
  const into: Arc[][] = nodes.map(() => []);
  for (const arc of arcs) {
    out[arc.from]?.push(arc);
    into[arc.to]?.push(arc);
  }
  return { nodes, edges, arcs, out, into, at };
};
