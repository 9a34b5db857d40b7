import { fieldsOfAction, licences, type Part, phases, stopReasons } from './contract.ts';

export type PartForm =
  | { form: 'line' | 'text'; longest: number }
  | { form: 'number'; most: number }
  | { form: 'month' | 'day' | 'time' | 'year' | 'link' }
  | { form: 'choice'; choices: readonly string[] };

const line = { form: 'line', longest: 200 } as const;
const text = { form: 'text', longest: 4000 } as const;
const euros = { form: 'number', most: 1_000_000_000 } as const;

/** What may stand in each part. */
export const partForms: Record<Part, PartForm> = {
  title: { form: 'line', longest: 120 },
  summary: { form: 'text', longest: 1000 },
  field: { form: 'choice', choices: fieldsOfAction },
  phase: { form: 'choice', choices: phases },
  reason: { form: 'choice', choices: stopReasons },
  begun: { form: 'month' },
  months: { form: 'number', most: 600 },
  costOnce: euros,
  costYearly: euros,
  staff: line,
  funding: line,
  legalBasis: text,
  procurement: line,
  partners: text,
  technology: text,
  standards: line,
  dataProtection: text,
  risks: text,
  failed: text,
  before: text,
  after: text,
  compared: text,
  differently: text,
  steps: text,
  audience: line,
  publisher: line,
  year: { form: 'year' },
  repository: { form: 'link' },
  softwareLicence: line,
  starts: { form: 'day' },
  startsAt: { form: 'time' },
  ends: { form: 'day' },
  endsAt: { form: 'time' },
  place: line,
  online: { form: 'link' },
  address: { form: 'link' },
  contactRole: line,
  licence: { form: 'choice', choices: licences },
};
