/** What can be spoken about. */
export const subjectKinds = ['goal', 'measure'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const declineReasons = ['insult', 'personal-data', 'advertising', 'off-topic'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export type CommentState = 'waiting' | 'shown' | 'declined';

/** What can be reported at a point. */
export const reportCategories = [
  'road',
  'light',
  'waste',
  'green',
  'playground',
  'water',
  'sign',
  'barrier',
  'idea',
  'other',
] as const;
export type ReportCategory = (typeof reportCategories)[number];

export const reportStates = ['received', 'accepted', 'in-progress', 'fixed', 'declined'] as const;
export type ReportState = (typeof reportStates)[number];
export type StepBy = 'town' | 'reporter';
