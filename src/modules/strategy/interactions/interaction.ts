const nodeKinds = ['field', 'goal', 'measure'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export const interactionKinds = ['supports', 'hinders', 'needs', 'shares-resource'] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** What can work on something else: a field of action (by its word), a goal or a measure (by their ids). */
export type NodeName = { kind: NodeKind; id: string };

export type Strength = 1 | 2 | 3;

/** That one thing works on another, with the assumption that it rests on. */
export type Interaction = {
  id: string;
  from: NodeName;
  to: NodeName;
  kind: InteractionKind;
  strength: Strength;
  /** Months until it is felt. */ delay: number;
  reason: string;
  source: string;
  /** What others hold against it; null: nothing. */ contested: string | null;
  /** Not written down by itself: it follows from the dependencies of a measure. */ isDerived?: boolean;
};

export const keyOf = ({ kind, id }: NodeName): string => `${kind}:${id}`;

/** "measure:…" as it stands in an address or a form. */
export const nodeOf = (key: string): NodeName | undefined => {
  const [kind = '', ...rest] = key.split(':');
  const known = nodeKinds.find((one) => one === kind);
  return known && { kind: known, id: rest.join(':') };
};

export const MOST_INTERACTIONS = 2000;
