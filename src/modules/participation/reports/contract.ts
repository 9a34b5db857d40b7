export const reportCategories = [
  'road',
  'light',
  'waste',
  'green',
  'playground',
  'water',
  'sign',
  'barrier',
  'idea',
  'other',
] as const;
export type ReportCategory = (typeof reportCategories)[number];

export const reportStates = ['received', 'accepted', 'in-progress', 'fixed', 'declined'] as const;
export type ReportState = (typeof reportStates)[number];
export type StepBy = 'town' | 'reporter';
