export const cooperationKinds = ['gap', 'plan'] as const;
export type CooperationKind = (typeof cooperationKinds)[number];

export type CooperationPart = 'kind' | 'field' | 'title' | 'text';
export type CooperationFault = 'no-choice' | 'missing' | 'too-long';

/** Why two towns are shown to each other. */
export type MatchReason =
  | { why: 'near'; km: number }
  | { why: 'association'; name: string }
  | { why: 'field' }
  | { why: 'words' };
