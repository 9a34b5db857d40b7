import type { Message } from '../../../foundation/i18n/message.ts';
import type { TrustLevel } from '../../accounts/contract.ts';

export const trustLevels: TrustLevel[] = ['low', 'substantial', 'high'];

export const fieldKinds = [
  'text',
  'longText',
  'number',
  'yesNo',
  'choice',
  'date',
  'postcode',
  'houseNumber',
  'iban',
  'taxId',
  'licencePlate',
  'mail',
  'phone',
  'group',
  'upload',
  'declaration',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The whole language: equality and the three words. Data, never code, so that it can be checked and travel. */
export type Condition =
  | { field: string; equals: string | number | boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export type LayoutField = {
  name: string;
  kind: FieldKind;
  label: Message;
  hint?: Message;
  /** What a browser may fill in by itself (WCAG 1.3.5). */ autocomplete?: string;
  when?: Condition;
  /** Of a choice, in order. */ choices?: { value: string; label: Message }[];
  /** Of a repeating group: what each row asks. */ fields?: LayoutField[];
  /** Rows of a group, files of an upload. */ most?: number;
};

/** One question group: one page. */
export type Step = {
  id: string;
  title: Message;
  lead?: Message;
  when?: Condition;
  fields: LayoutField[];
};

/** One part of the fee; it is due where its condition holds. */
export type Fee = { label: Message; cents: number; when?: Condition };

/** JSON Schema 2020-12 of the answers; what it may say is narrowed in check-definition. */
export type AnswerSchema = {
  type: 'object';
  properties: Record<string, Record<string, unknown>>;
  required?: string[];
  additionalProperties?: false;
};

export const actingKinds = ['self', 'child', 'parent', 'firm', 'club'] as const;
/** For whom somebody asks: for themself, or in the name of another. */
export type ActingFor = (typeof actingKinds)[number];

/** Whose signature it takes beside the applicant's, where the condition holds, and what they declare. */
export type SecondSigner = { label: Message; declaration: Message; when?: Condition };

export type FormDefinition = {
  title: Message;
  lead: Message;
  /** What somebody should have at hand. */ needed: Message[];
  minutes: number;
  /** Working days until the answer, as the service promises it. */ promiseDays: number;
  /** How long an application is kept after its end. */ keptDays: number;
  /** How surely it must be known who begins and sends it (eIDAS). Absent: nobody signs in. */ trustLevel?: TrustLevel;
  /** The field with the address for notices by mail. */ mailField?: string;
  /** The field that takes the day somebody came with, as from a checklist. */ dayField?: string;
  /** For whom it may be filled in; the first page asks. Absent: nobody is asked. */ actingFor?: ActingFor[];
  secondSigner?: SecondSigner;
  /** Absent: the form says nothing of a fee. Empty: there is none. */ fees?: Fee[];
  schema: AnswerSchema;
  steps: Step[];
};

export type Value = string | number | boolean | Row[];
export type Row = Record<string, string | number | boolean>;
/** Normal values by the names of the fields; what nobody has answered is absent. */
export type Answers = Record<string, Value>;

/** A definition never changes: an application keeps the version with which it was begun. */
export type Form = {
  ars: string;
  id: string;
  version: number;
  /** The federal key of its service, where it has one. */ serviceKey: string | null;
  isDemonstration: boolean;
  definition: FormDefinition;
};

export const FEWEST_KEPT_DAYS = 30;
export const MOST_KEPT_DAYS = 3650;
export const MOST_FEES = 20;
export const HIGHEST_FEE_CENTS = 10_000_000;
export const MOST_STEPS = 50;
export const MOST_FIELDS = 500;
export const MOST_ROWS = 20;
export const MOST_FILES = 5;
