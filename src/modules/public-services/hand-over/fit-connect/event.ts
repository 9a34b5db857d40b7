/** What the event log of FIT-Connect knows, by the last part of its address. */
const EVENTS = 'https://schema.fitko.de/fit-connect/events/';

const eventNames = [
  'create-submission',
  'submit-submission',
  'notify-submission',
  'forward-submission',
  'accept-submission',
  'reject-submission',
  'delete-submission',
] as const;
export type EventName = (typeof eventNames)[number];

export type Issuer = 'service' | 'destination';

export type EventFault =
  | 'not-a-token'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'wrong-signature'
  | 'wrong-issuer'
  | 'wrong-subject'
  | 'wrong-case'
  | 'from-the-future'
  | 'unknown-event'
  | 'not-theirs-to-tell'
  | 'wrong-tags'
  | 'repeated'
  | 'out-of-order';

/** One event whose signature, issuer and subject have been checked. */
export type VerifiedEvent = {
  name: EventName;
  id: string;
  issuer: Issuer;
  issuedAt: number;
  /** Authentication tags by part: `data`, `metadata`, `attachments/<id>`. */ tags: Record<string, string>;
  /** Last parts of the addresses of the problems. */ problems: string[];
};

export const eventNameOf = (address: string): EventName | undefined =>
  eventNames.find((name) => address === `${EVENTS}${name}`);

/** A service that answers for a destination could claim that it accepts: only the destination itself may. */
const tellers: Record<EventName, readonly Issuer[]> = {
  'create-submission': ['service'],
  'submit-submission': ['service'],
  'notify-submission': ['service'],
  'forward-submission': ['service', 'destination'],
  'accept-submission': ['destination'],
  // The service itself rejects what nobody has fetched for a fortnight.
  'reject-submission': ['service', 'destination'],
  'delete-submission': ['service'],
};

const maySay = (issuer: Issuer, name: EventName): boolean => tellers[name].includes(issuer);

/** Where a submission stands; `gone`: the service deleted it before it was complete. */
export type Stage = 'announced' | 'submitted' | 'accepted' | 'rejected' | 'gone';

const next: Record<EventName, Partial<Record<Stage, Stage>>> = {
  'create-submission': { announced: 'announced' },
  'submit-submission': { announced: 'submitted' },
  'notify-submission': { submitted: 'submitted' },
  'forward-submission': { submitted: 'submitted' },
  'accept-submission': { submitted: 'accepted' },
  'reject-submission': { submitted: 'rejected' },
  'delete-submission': {
    announced: 'gone',
    // Deleted before anybody accepted it: nobody there has it.
    submitted: 'rejected',
    accepted: 'accepted',
    rejected: 'rejected',
  },
};

const TAGGED: readonly EventName[] = ['submit-submission', 'accept-submission'];
const PARTS_NEEDED = ['data', 'metadata'];

/** Each tag must be one that we made for that part; what says that all has come must name all parts. */
const areOurTags = ({ name, tags }: VerifiedEvent, sent: Record<string, string[]>): boolean => {
  const isOurs = Object.entries(tags).every(([part, tag]) => sent[part]?.includes(tag));
  const attachments = Object.keys(sent).filter((part) => part.startsWith('attachments/'));
  const needed = TAGGED.includes(name) ? [...PARTS_NEEDED, ...attachments] : [];
  return isOurs && needed.every((part) => Object.hasOwn(tags, part));
};

export type LogJudgement = { stage: Stage; problems: string[]; faults: EventFault[] };

/** What the events say in their order. One that does not fit is left out and named; it changes nothing. */
export const judgeEvents = (
  events: readonly VerifiedEvent[],
  sent: Record<string, string[]>,
): LogJudgement => {
  const seen = new Set<string>();
  const faults: EventFault[] = [];
  let stage: Stage = 'announced';
  let problems: string[] = [];
  for (const event of events) {
    const after: Stage | undefined = next[event.name][stage];
    if (!maySay(event.issuer, event.name)) faults.push('not-theirs-to-tell');
    else if (seen.has(event.id)) faults.push('repeated');
    else if (!areOurTags(event, sent)) faults.push('wrong-tags');
    else if (after === undefined) faults.push('out-of-order');
    else {
      if (after === 'rejected' && stage !== 'rejected')
        problems = event.name === 'delete-submission' ? ['deleted'] : event.problems;
      stage = after;
    }
    seen.add(event.id);
  }
  return { stage, problems, faults };
};
