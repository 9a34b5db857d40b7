import type { Context } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Answers, Form } from '../forms/form-definition.ts';
import type { ApplicationState } from './life.ts';
import type { KeyRing } from './sealing/key-ring.ts';
import type { Signing } from './signing/signing.ts';

/** What verbs of applications are given beside database, clock and ids. */
export type ApplicationContext = Context & { keys: KeyRing };

export type ApplicationKey = { ars: string; id: string };

export type Application = ApplicationKey & {
  formId: string;
  formVersion: number;
  personId: string | null;
  /** Absent as long as it is a draft. */ receiptNumber: string | null;
  state: ApplicationState;
  /** Whose desk it lies on. */ organisation: ApplicationKey;
  assignedTo: string | null;
  keyNumber: number;
  sealedAnswers: Buffer;
  startedAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  dueOn: Day | null;
  askedAt: Date | null;
  closedAt: Date | null;
  keptDays: number;
  /** In which it was sent. */ language: Language;
};

/** With its form, what the person answered, and who signed, opened. */
export type OpenedApplication = {
  application: Application;
  form: Form;
  answers: Answers;
  signing?: Signing | undefined;
};

export type FileInfo = {
  id: string;
  field: string;
  kind: 'pdf' | 'png' | 'jpeg';
  bytes: number;
  addedAt: Date;
};

export type ApplicationMessage = {
  id: string;
  writtenBy: 'applicant' | 'office';
  kind: 'message' | 'question' | 'answer' | 'decision';
  text: string;
  writtenAt: Date;
};

export const DRAFT_DAYS = 30;
export const LONGEST_TEXT = 5_000;
export const MOST_MESSAGES = 100;
export const MOST_FILES_AT_ALL = 20;
