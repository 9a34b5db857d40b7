/** What can be spoken about. */
export const subjectKinds = ['goal', 'measure'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const declineReasons = ['insult', 'personal-data', 'advertising', 'off-topic'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export type CommentState = 'waiting' | 'shown' | 'declined';
