/** Fields of action, and what cuts across all of them. */
export const areas = [
  'leadership',
  'staff',
  'data',
  'security',
  'participation',
  'finance',
  'administration',
  'mobility',
  'energy',
  'education',
  'housing',
  'health',
  'generalInterest',
] as const;
export type Area = (typeof areas)[number];

/** The five groups of the Local and Regional Digital Indicators (living-in.eu, ESPON); the assignment is ours. */
export const lordiGroups = ['infrastructure', 'skills', 'services', 'governance', 'context'] as const;
/** The three dimensions of the United for Smart Sustainable Cities indicators (ITU-T Y.4903); the assignment is ours. */
export const u4sscDimensions = ['economy', 'environment', 'society'] as const;
