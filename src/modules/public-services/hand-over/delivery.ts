import type { ApplicationKey } from '../applications/application.ts';
import type { EventFault } from './fit-connect/event.ts';

/** Where a town sends its applications. In the inbox of this house each of them lies in any case. */
export const ways = ['inbox', 'mail', 'fitConnect'] as const;
export type Way = (typeof ways)[number];

export type MailChoice = { way: 'mail'; mail: string /** PEM */; certificate: string };
export type FitConnectChoice = {
  way: 'fitConnect';
  /** Null: found by routing each time. */ destinationId: string | null;
  /** By which the receiving system reads the answers. */ schemaUri: string;
};
export type Choice = { way: 'inbox' } | MailChoice | FitConnectChoice;

export type DeliveryState = 'waiting' | 'handedOver' | 'accepted' | 'rejected' | 'failed';

/** How far a submission came: enough to go on after a kill, and to know it again in the event log. */
export type Progress = {
  destinationId: string;
  submissionId: string;
  caseId: string;
  /** By the key of the file in the parcel. */ attachments: Record<string, string>;
  /** Authentication tags of all that was encrypted for it, by part; several where it was tried several times. */
  tags: Record<string, string[]>;
};

export type Delivery = ApplicationKey & {
  deliveryId: string;
  way: Exclude<Way, 'inbox'>;
  state: DeliveryState;
  tries: number;
  reasons: string[];
  askedAt: Date;
  changedAt: Date;
  dueAt: Date | null;
  progress: Progress | null;
  refusedEvents: string[];
};

export type ParcelFile = { key: string; name: string; mimeType: string; bytes: Buffer };

/**
 * What leaves the house: opened in memory and never written down. The receipt comes first among the files, the answers
 * with form, version and service as JSON come last.
 */
export type Parcel = {
  applicationId: string;
  receiptNumber: string;
  formTitle: string;
  serviceKey: string | null;
  /** Of the municipality whose service it is. */ ars: string;
  answers: Record<string, unknown>;
  files: ParcelFile[];
};

/** Why it is not handed over. A passing fault is tried again. */
export const passingFaults = [
  'cannot-open',
  'mail-failed',
  'not-reachable',
  'too-slow',
  'too-large',
  'bad-answer',
  'service-busy',
  'unauthorised',
] as const;
export const lastingFaults = [
  'certificate-refused',
  'not-configured',
  'redirected',
  'not-encrypted',
  'refused-by-service',
  'no-service-key',
  'no-route',
  'several-routes',
  'forged-route',
  'unknown-destination',
  'unknown-submission',
  'destination-inactive',
  'service-not-offered',
  'schema-not-offered',
  'metadata-not-offered',
  'key-refused',
] as const;
export type DeliveryFault = (typeof passingFaults)[number] | (typeof lastingFaults)[number];
export type DeliveryRefusal = { refused: DeliveryFault };

/** What became of it, as far as the other side has told. */
export type Outcome =
  | {
      state: 'handedOver' | 'accepted' | 'rejected';
      reasons?: string[];
      refusedEvents?: EventFault[];
    }
  | DeliveryRefusal;

/** One way out of the house. It is called again after a fault or a kill, with what it remembered. */
export type Carrier<Chosen extends Choice> = {
  carry: (
    parcel: Parcel,
    choice: Chosen,
    progress: Progress | null,
    remember: (progress: Progress) => Promise<void>,
  ) => Promise<Outcome>;
  /** What has become of it meanwhile; absent: nobody tells. */
  follow?: (progress: Progress) => Promise<Outcome>;
};

export const MOST_TRIES = 12;
const FIRST_PAUSE_MILLISECONDS = 5 * 60_000;
const LONGEST_PAUSE_MILLISECONDS = 12 * 3_600_000;

/** Twice as long each time: 5 minutes, 10, 20 … 12 hours; all tries together take two days and a half. */
export const pauseAfter = (tries: number): number =>
  Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** Math.max(0, tries - 1), LONGEST_PAUSE_MILLISECONDS);

export const isPassing = (fault: DeliveryFault): boolean =>
  (passingFaults as readonly DeliveryFault[]).includes(fault);

/** Whether it is tried again: a fault that passes, and not too often yet. */
export const isTriedAgain = (fault: DeliveryFault, tries: number): boolean =>
  isPassing(fault) && tries < MOST_TRIES;

const FIRST_LOOK_MILLISECONDS = 5 * 60_000;
const LONGEST_LOOK_MILLISECONDS = 6 * 3_600_000;
const FOLLOWED_DAYS = 30;

/** When to look for news next: the longer nothing came, the more seldom. Undefined: never again. */
export const nextLook = (handedOverAt: Date, now: Date): Date | undefined => {
  const age = now.getTime() - handedOverAt.getTime();
  if (age > FOLLOWED_DAYS * 86_400_000) return undefined;
  const pause = Math.min(Math.max(age / 2, FIRST_LOOK_MILLISECONDS), LONGEST_LOOK_MILLISECONDS);
  return new Date(now.getTime() + pause);
};
