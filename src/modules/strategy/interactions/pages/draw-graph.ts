import { GRAPH_SIZE, type GraphView, type InteractionsView } from '../../web/index.ts';
import type { Arc, InfluenceGraph } from '../influence-graph.ts';
import type { NodeKind } from '../interaction.ts';

const MOST_DRAWN = 32;

/** Those that are drawn: the chosen one with its neighbours first, then by how much they work and are worked on. */
export const drawnNodes = (
  { nodes, out, into }: InfluenceGraph,
  weight: (node: number) => number,
  chosen?: number,
): number[] => {
  const neighbours = chosen === undefined ? [] : [...nearTo({ out, into }, chosen)];
  const rest = [...nodes.keys()]
    .filter((node) => !neighbours.includes(node) && weight(node) > 0)
    .toSorted((a, b) => weight(b) - weight(a) || a - b);
  return [...neighbours, ...rest].slice(0, MOST_DRAWN).toSorted((a, b) => a - b);
};

const nearTo = ({ out, into }: Pick<InfluenceGraph, 'out' | 'into'>, node: number): Set<number> =>
  new Set([node, ...(out[node] ?? []).map(({ to }) => to), ...(into[node] ?? []).map(({ from }) => from)]);

const SHAPES = { field: 'square', goal: 'diamond', measure: 'circle' } as const satisfies Record<
  NodeKind,
  string
>;
const RING = GRAPH_SIZE / 2 - 30;

export type Drawing = {
  graph: InfluenceGraph;
  drawn: readonly number[];
  chosen: number | undefined;
  titleOf: (node: number) => string;
  sentenceOf: (arc: Arc) => string;
  hrefOf: (arc: Arc) => string | undefined;
  nodeHref: (node: number) => string;
};

const signText = ({ sign }: Arc): string => (sign > 0 ? '+' : '−');

/** In a ring, so that nothing hides behind another; numbers as in matrix and table. */
export const graphView = (drawing: Drawing): GraphView => {
  const { graph, drawn, chosen, titleOf, sentenceOf, hrefOf, nodeHref } = drawing;
  const places = new Map(
    drawn.map((node, at): [number, [number, number]] => {
      const angle = (at / Math.max(1, drawn.length)) * 2 * Math.PI - Math.PI / 2;
      return [
        node,
        [
          Math.round((GRAPH_SIZE / 2 + RING * Math.cos(angle)) * 10) / 10,
          Math.round((GRAPH_SIZE / 2 + RING * Math.sin(angle)) * 10) / 10,
        ],
      ];
    }),
  );
  const near = chosen === undefined ? undefined : nearTo(graph, chosen);
  return {
    nodes: drawn.map((node) => {
      const [x = 0, y = 0] = places.get(node) ?? [];
      return {
        key: String(node),
        number: String(node + 1),
        title: titleOf(node),
        shape: SHAPES[graph.nodes[node]?.kind ?? 'measure'],
        x,
        y,
        isPale: near !== undefined && !near.has(node),
        isChosen: node === chosen,
        href: nodeHref(node),
      };
    }),
    arcs: graph.arcs.flatMap((arc, at) => {
      const [from, to] = [places.get(arc.from), places.get(arc.to)];
      if (!from || !to) return [];
      return [
        {
          key: String(at),
          sentence: `${signText(arc)} ${sentenceOf(arc)}`,
          isHelp: arc.sign > 0,
          strength: arc.strength,
          isPale: chosen !== undefined && arc.from !== chosen && arc.to !== chosen,
          from,
          to,
          href: hrefOf(arc),
        },
      ];
    }),
  };
};

export const matrixView = ({
  graph,
  drawn,
  titleOf,
  sentenceOf,
  hrefOf,
}: Drawing): InteractionsView['matrix'] => {
  const head = (node: number) => ({ key: String(node), number: String(node + 1), title: titleOf(node) });
  return {
    columns: drawn.map(head),
    rows: drawn.map((from) => ({
      ...head(from),
      cells: drawn.map((to) =>
        (graph.out[from] ?? [])
          .filter((arc) => arc.to === to)
          .map((arc) => ({
            key: String(arc.edge),
            text: `${signText(arc)}${arc.strength}`,
            sentence: sentenceOf(arc),
            strength: arc.strength,
            href: hrefOf(arc),
          })),
      ),
    })),
  };
};
