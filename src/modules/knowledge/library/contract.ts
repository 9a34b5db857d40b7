/** What the library holds. `stopped` is an account of a project that ended early: its origin stays with the editor. */
export const kinds = [
  'caseStudy',
  'stopped',
  'guide',
  'study',
  'standard',
  'tool',
  'training',
  'event',
] as const;
export type EntryKind = (typeof kinds)[number];

export const fieldsOfAction = [
  'administration',
  'mobility',
  'energy',
  'environment',
  'education',
  'health',
  'living',
  'economy',
  'culture',
  'participation',
  'safety',
  'data',
] as const;
export const phases = ['idea', 'planned', 'pilot', 'running', 'finished'] as const;
export const stopReasons = [
  'money',
  'staff',
  'law',
  'technology',
  'provider',
  'procurement',
  'acceptance',
  'politics',
  'other',
] as const;
export const licences = ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'DL-DE-BY-2.0'] as const;

export const parts = [
  'title',
  'summary',
  'field',
  'phase',
  'reason',
  'begun',
  'months',
  'costOnce',
  'costYearly',
  'staff',
  'funding',
  'legalBasis',
  'procurement',
  'partners',
  'technology',
  'standards',
  'dataProtection',
  'risks',
  'failed',
  'before',
  'after',
  'compared',
  'differently',
  'steps',
  'audience',
  'publisher',
  'year',
  'repository',
  'softwareLicence',
  'starts',
  'startsAt',
  'ends',
  'endsAt',
  'place',
  'online',
  'address',
  'contactRole',
  'licence',
] as const;
export type Part = (typeof parts)[number];
export type Parts = Partial<Record<Part, string>>;

export type PartFault =
  | 'missing'
  | 'too-long'
  | 'no-number'
  | 'no-month'
  | 'no-day'
  | 'no-time'
  | 'before-start'
  | 'no-year'
  | 'no-link'
  | 'no-choice'
  | 'names-origin';

/** How well what is told is shown: told, counted, or compared with something. */
export type Evidence = 'told' | 'counted' | 'compared';
/** How long ago somebody last said that it holds. */
export type Age = 'fresh' | 'ageing' | 'old';
