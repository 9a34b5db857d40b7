/** The five steps of a sprint, in their order. */
export const phases = ['understand', 'sketch', 'decide', 'prototype', 'test'] as const;
export type Phase = (typeof phases)[number];

/** Who is invited, each by a link of its own. */
export const parties = ['town-hall', 'residents', 'firms'] as const;
export type Party = (typeof parties)[number];

/** How somebody contributes; what comes by phone or on paper is entered by the desk. */
export const ways = ['page', 'phone', 'paper'] as const;
export type Way = (typeof ways)[number];

/** The rules of the code of conduct by which something is hidden. */
export const hidingRules = ['insult', 'personal-data', 'advertising', 'off-topic'] as const;
export type HidingRule = (typeof hidingRules)[number];

/** Who sees a contribution: those in the room, everybody, or nobody. */
export type Sight = 'room' | 'public' | 'hidden';

export const roundKinds = ['one', 'dots'] as const;
export type RoundKind = (typeof roundKinds)[number];

const backlogKinds = ['report', 'responsibility-gap', 'decaying-measure', 'agenda-gap', 'comment'] as const;
export type BacklogKind = (typeof backlogKinds)[number];

/** Something unsolved that another module knows of. */
export type BacklogOffer = {
  kind: BacklogKind;
  id: string;
  title: string;
  note: string;
  /** Where everybody can read it, without the language; empty where only the desk may. */ path: string;
};

export const outputKinds = ['measure', 'pilot', 'entry'] as const;
export type OutputKind = (typeof outputKinds)[number];

/** The payload of the event `sprint-output`: taken once, under the id it comes with. */
export type SprintOutput = {
  ars: string;
  id: string;
  kind: OutputKind;
  title: string;
  text: string;
  sprint: string;
  /** Where the room is read, within this house. */ path: string;
};
