import type { EntryKind, Part } from './contract.ts';

export type KindRule = {
  /** Without these nothing is published. */ required: readonly Part[];
  /** Shown as a blank where they are not filled in. */ optional: readonly Part[];
};

const WHO: readonly Part[] = ['contactRole'];

/** The parts of each kind: complete, or not published. */
export const kindRules: Record<EntryKind, KindRule> = {
  caseStudy: {
    required: [
      'title',
      'summary',
      'field',
      'phase',
      'begun',
      'costOnce',
      'costYearly',
      'staff',
      'legalBasis',
      'failed',
      'contactRole',
      'licence',
    ],
    optional: [
      'months',
      'funding',
      'procurement',
      'partners',
      'technology',
      'standards',
      'dataProtection',
      'risks',
      'before',
      'after',
      'compared',
      'differently',
      'address',
    ],
  },
  // Neither contact nor address, partners or funding: each would tell who it was.
  stopped: {
    required: ['title', 'summary', 'field', 'reason', 'failed', 'differently', 'licence'],
    optional: ['months', 'costOnce', 'costYearly', 'staff', 'legalBasis', 'technology', 'standards', 'risks'],
  },
  guide: {
    required: ['title', 'summary', 'field', 'steps', 'licence'],
    optional: ['audience', 'legalBasis', 'standards', 'address', ...WHO],
  },
  study: {
    required: ['title', 'summary', 'field', 'publisher', 'year', 'address', 'licence'],
    optional: ['funding', ...WHO],
  },
  standard: {
    required: ['title', 'summary', 'publisher', 'address', 'licence'],
    optional: ['field', 'year', 'technology', ...WHO],
  },
  tool: {
    required: ['title', 'summary', 'repository', 'softwareLicence', 'licence'],
    optional: ['field', 'publisher', 'technology', 'standards', 'costOnce', 'costYearly', 'address', ...WHO],
  },
  training: {
    required: ['title', 'summary', 'audience', 'address', 'licence'],
    optional: ['field', 'costOnce', 'starts', 'place', 'publisher', ...WHO],
  },
  event: {
    required: ['title', 'summary', 'starts', 'place', 'licence'],
    optional: ['startsAt', 'ends', 'endsAt', 'online', 'field', 'audience', 'costOnce', 'address', ...WHO],
  },
};

export const partsOf = (kind: EntryKind): Part[] => [
  ...kindRules[kind].required,
  ...kindRules[kind].optional,
];

/** Whose origin nobody but the editor learns. */
export const isAnonymous = (kind: EntryKind): boolean => kind === 'stopped';
