export const applicationStates = [
  'draft',
  'inSigning',
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
  | 'askToSign'
  | 'sign'
  | 'decline'
  | 'takeBack'
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
 * office asks, so that nobody decides on what changes meanwhile; nobody changes what waits for a second signature.
 * Nothing leads out of an end.
 */
const rules: Record<ApplicationAct, Rule> = {
  fill: { draft: 'draft' },
  send: { draft: 'submitted' },
  askToSign: { draft: 'inSigning', inSigning: 'inSigning' },
  sign: { inSigning: 'submitted' },
  decline: { inSigning: 'draft' },
  takeBack: { inSigning: 'draft' },
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
/** Whether it has reached the office: a draft has not, nor what waits for a second signature. */
export const isSent = (state: ApplicationState): boolean => state !== 'draft' && state !== 'inSigning';
export const isEnded = (state: ApplicationState): boolean => isSent(state) && !isOpen(state);
