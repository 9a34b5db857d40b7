import { type Interaction, type InteractionKind, interactionKinds, type NodeName } from './interaction.ts';

/** "a > b" supports, "a ! b" hinders, "a ? b" needs, "a = b" shares a resource; a number behind is the strength. */
const KINDS: Record<string, InteractionKind> = {
  '>': 'supports',
  '!': 'hinders',
  '?': 'needs',
  '=': 'shares-resource',
};

export const anInteraction = (text: string, more: Partial<Interaction> = {}): Interaction => {
  const [from = '', sign = '', to = '', strength = '1'] = text.split(' ');
  return {
    id: text,
    from: aNode(from),
    to: aNode(to),
    kind: KINDS[sign] ?? 'supports',
    strength: Number(strength) as Interaction['strength'],
    delay: 0,
    reason: '',
    source: '',
    contested: null,
    ...more,
  };
};

/** "F…" is a field, "G…" a goal, anything else a measure. */
export const aNode = (id: string): NodeName => ({
  kind: id.startsWith('F') ? 'field' : id.startsWith('G') ? 'goal' : 'measure',
  id,
});

/** A town of so many measures and interactions, the same for the same seed. */
export const aTown = (
  measures: number,
  interactions: number,
  seed = 1,
): { nodes: NodeName[]; interactions: Interaction[] } => {
  let state = seed;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const nodes = Array.from({ length: measures }, (_, at) => aNode(`m${at}`));
  return {
    nodes,
    interactions: Array.from({ length: interactions }, (_, at) => {
      const from = below(measures);
      const to = (from + 1 + below(measures - 1)) % measures;
      return {
        ...anInteraction(`m${from} > m${to} ${1 + below(3)}`),
        id: `e${at}`,
        kind: interactionKinds[below(4)] ?? 'supports',
        delay: below(25),
      };
    }),
  };
};
