import { formatNumber } from '../../../../foundation/i18n/format.ts';
import { fieldText, type Words } from '../../measures/pages/present-measure.ts';
import type { EffectLine, InteractionsView, KnockOnView } from '../../web/index.ts';
import { type Cycle, findCycles } from '../find-cycles.ts';
import type { Arc, InfluenceGraph } from '../influence-graph.ts';
import { sumsOf } from '../influence-sums.ts';
import { type Interaction, keyOf, type NodeName } from '../interaction.ts';
import { conflictsOf, doubleBenefitsOf, knockOnsOf, type Path } from '../knock-on.ts';
import type { NamedNode } from '../load-interactions.ts';
import { unlocksOf, withoutNode } from '../unlocks.ts';
import { drawnNodes, graphView, matrixView } from './draw-graph.ts';

export type Shown = {
  words: Words;
  named: readonly NamedNode[];
  graph: InfluenceGraph;
  /** Of the page itself. */ path: string;
  edgeHref: (edge: Interaction) => string | undefined;
};

const MOST_CYCLES = 30;

export const titlesOf = ({ words: { t }, named }: Pick<Shown, 'words' | 'named'>) => {
  const titles = new Map(
    named.map((node) => [keyOf(node), node.kind === 'field' ? fieldText(t, node.title) : node.title]),
  );
  return (node: NodeName | undefined): string => (node && titles.get(keyOf(node))) ?? '';
};

export const sentenceOf = (shown: Pick<Shown, 'words' | 'named'>, edge: Interaction): string => {
  const title = titlesOf(shown);
  const t = shown.words.t.interactions;
  return t.sentence(title(edge.from), t.works[edge.kind], title(edge.to));
};

const noteOf = ({ language, t }: Words, { strength, delay }: { strength: number; delay: number }): string =>
  t.interactions.note(
    t.interactions.strengths[String(strength) as '1' | '2' | '3'],
    t.interactions.delayed(formatNumber(language, delay)),
  );

export const reasonOf = ({ t }: Words, edge: Interaction): string => {
  if (edge.isDerived) return t.interactions.derived;
  return edge.reason === '' ? t.interactions.noReason : edge.reason;
};

const edgeLines = (shown: Shown): InteractionsView['edges'] => {
  const { words, graph, edgeHref } = shown;
  return graph.edges.map((edge) => ({
    key: edge.id,
    sentence: sentenceOf(shown, edge),
    note: [noteOf(words, edge), ...(edge.contested === null ? [] : [words.t.interactions.contested])].join(
      ', ',
    ),
    reason: reasonOf(words, edge),
    href: edgeHref(edge),
  }));
};

const wayOf = (shown: Pick<Shown, 'words' | 'named' | 'graph'>, arcs: readonly Arc[]): string => {
  const title = titlesOf(shown);
  const { nodes } = shown.graph;
  return [
    title(nodes[arcs[0]?.from ?? -1]),
    ...arcs.map(({ sign, to }) => `${sign > 0 ? '+' : '−'}→ ${title(nodes[to])}`),
  ].join(' ');
};

const cycleLines = (shown: Shown, cycles: readonly Cycle[]): InteractionsView['cycles'] => {
  const t = shown.words.t.interactions;
  return cycles.slice(0, MOST_CYCLES).map(({ arcs, kind, strength, delay }, at) => ({
    key: String(at),
    way: wayOf(shown, arcs),
    kind: t.cycleKinds[kind],
    weakest: t.strengths[String(strength) as '1' | '2' | '3'],
    round: t.delayed(formatNumber(shown.words.language, delay)),
  }));
};

/** Picture, matrix and tables of everything that works on something. */
export const interactionsView = (
  shown: Shown,
  chosen: number | undefined,
): Omit<InteractionsView, 'title' | 'lead' | 'done' | 'refusal' | 'add'> => {
  const { words, named, graph, path } = shown;
  const { language, t } = words;
  const title = titlesOf(shown);
  const number = (value: number) => formatNumber(language, value);
  const sums = sumsOf(graph);
  const weight = (node: number) => (sums[node]?.active ?? 0) + (sums[node]?.passive ?? 0);
  const working = [...graph.nodes.keys()].filter((node) => weight(node) > 0);
  const drawn = drawnNodes(graph, weight, chosen);
  const { cycles, completeTo } = findCycles(graph);
  const drawing = {
    graph,
    drawn,
    chosen,
    titleOf: (node: number) => title(graph.nodes[node]),
    sentenceOf: ({ edge }: Arc) => (graph.edges[edge] ? sentenceOf(shown, graph.edges[edge]) : ''),
    hrefOf: ({ edge }: Arc) => graph.edges[edge] && shown.edgeHref(graph.edges[edge]),
    nodeHref: (node: number) => `${path}?teil=${encodeURIComponent(keyOf(named[node] as NamedNode))}`,
  };
  return {
    counted: t.interactions.counted(number(graph.edges.length), number(working.length)),
    choose: {
      action: path,
      value: chosen === undefined ? '' : keyOf(named[chosen] as NamedNode),
      choices: working.map((node) => ({
        value: keyOf(named[node] as NamedNode),
        label: `${node + 1}: ${title(named[node])}`,
      })),
    },
    cut:
      drawn.length < working.length
        ? t.interactions.cut(number(drawn.length), number(working.length))
        : undefined,
    graph: graphView(drawing),
    matrix: matrixView(drawing),
    sums: working
      .toSorted((a, b) => weight(b) - weight(a) || a - b)
      .map((node) => ({
        key: String(node),
        number: String(node + 1),
        title: title(graph.nodes[node]),
        active: number(sums[node]?.active ?? 0),
        passive: number(sums[node]?.passive ?? 0),
        role: t.interactions.quadrants[sums[node]?.quadrant ?? 'buffering'],
      })),
    cycles: cycleLines(shown, cycles),
    complete: t.interactions.complete(number(completeTo)),
    unlocks: unlocksOf(graph).map(({ node, unlocked }) => ({
      key: String(node),
      title: title(graph.nodes[node]),
      unlocked: `${number(unlocked.length)}: ${unlocked.map((one) => title(graph.nodes[one])).join(', ')}`,
    })),
    edges: edgeLines(shown),
  };
};

const effectLine = (shown: Shown, key: string, head: string, sign: string, path: Path): EffectLine => ({
  key,
  head,
  sign,
  way: wayOf(shown, path.arcs),
  note: noteOf(shown.words, path),
  assumptions: path.arcs.flatMap(({ edge }) => {
    const told = shown.graph.edges[edge];
    if (!told) return [];
    const { contested, contestedBy } = shown.words.t.interactions;
    return [
      `${reasonOf(shown.words, told)}${told.contested === null ? '' : ` (${contested}. ${contestedBy(told.contested)})`}`,
    ];
  }),
});

/** What one measure sets off, and what would be without it. */
export const knockOnView = (
  shown: Shown,
  node: number,
  own: readonly NodeName[],
): Pick<KnockOnView, 'conflicts' | 'knockOns' | 'doubles' | 'removal' | 'blocked'> => {
  const { graph, words } = shown;
  const t = words.t.interactions;
  const title = titlesOf(shown);
  const titleAt = (at: number) => title(graph.nodes[at]);
  const number = (of: readonly unknown[]) => formatNumber(words.language, of.length);
  const knockOns = knockOnsOf(graph, node);
  const gone = withoutNode(graph, node, findCycles(graph).cycles);
  return {
    conflicts: conflictsOf(graph, node).map(({ other, path, how }, at) =>
      effectLine(shown, `${how}-${at}`, t[how](titleAt(other)), t.signs.minus, path),
    ),
    knockOns: knockOns.flatMap(({ target, paths, sign }) => {
      const [best] = paths.toSorted((a, b) => a.arcs.length - b.arcs.length || b.strength - a.strength);
      const word = sign === 'mixed' ? t.signs.mixed : sign > 0 ? t.signs.plus : t.signs.minus;
      return best ? [effectLine(shown, String(target), titleAt(target), word, best)] : [];
    }),
    doubles: doubleBenefitsOf(graph, knockOns, own).map(({ target }) => titleAt(target)),
    removal: t.removed(
      number(gone.blocked),
      number(gone.unsupported),
      number(gone.freed),
      number(gone.ended),
    ),
    blocked: gone.blocked.map(titleAt),
  };
};
