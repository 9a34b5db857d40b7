export const applicationStates = [
  'draft',
  'submitted',
  'inWork',
  'inQuestion',
  'granted',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What the applicant and the office do with an application. */
export type ApplicationAct =
  | 'fill'
  | 'send'
  | 'write'
  | 'addDocument'
  | 'correct'
  | 'answer'
  | 'withdraw'
  | 'take'
  | 'reply'
  | 'ask'
  | 'grant'
  | 'refuse'
  | 'handOver';

type Rule = Partial<Record<ApplicationState, ApplicationState>>;

const IN_OFFICE = {
  submitted: 'submitted',
  inWork: 'inWork',
  inQuestion: 'inQuestion',
} as const satisfies Rule;

/**
 * From which state an act leads to which; what is missing is not allowed. Corrections are possible only while the
 * office asks, so that nobody decides on what changes meanwhile. Nothing leads out of an end.
 */
const rules: Record<ApplicationAct, Rule> = {
  fill: { draft: 'draft' },
  send: { draft: 'submitted' },
  write: IN_OFFICE,
  addDocument: IN_OFFICE,
  correct: { inQuestion: 'inQuestion' },
  answer: { inQuestion: 'inWork' },
  withdraw: { submitted: 'withdrawn', inWork: 'withdrawn', inQuestion: 'withdrawn' },
  take: { submitted: 'inWork', inWork: 'inWork', inQuestion: 'inQuestion' },
  reply: IN_OFFICE,
  ask: { submitted: 'inQuestion', inWork: 'inQuestion' },
  grant: { inWork: 'granted' },
  refuse: { inWork: 'refused' },
  handOver: { submitted: 'submitted', inWork: 'submitted' },
};

export const stateAfter = (state: ApplicationState, act: ApplicationAct): ApplicationState | undefined =>
  rules[act][state];

export const isOpen = (state: ApplicationState): boolean => Object.hasOwn(IN_OFFICE, state);
export const isEnded = (state: ApplicationState): boolean => state !== 'draft' && !isOpen(state);
