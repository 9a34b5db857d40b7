import { type Dpia, dpiaTexts, type Threshold } from './contract.ts';

const MANY = 2;

/**
 * Whether an assessment is due. One case of Art. 35 (3) GDPR is enough; two of the nine criteria of WP 248 rev.01 mean it
 * in most cases; with one it is to be weighed and written down. The list of the state’s authority (Art. 35 (4)) may ask
 * for more: it is not held here.
 */
export const thresholdOf = ({ hasPersonalData, cases, criteria }: Dpia): Threshold => {
  if (hasPersonalData === null) return 'unanswered';
  if (!hasPersonalData) return 'no-personal-data';
  if (cases.length > 0) return 'obligatory';
  if (criteria.length >= MANY) return 'required';
  return criteria.length === 1 ? 'weigh' : 'not-required';
};

const OPTIONAL: readonly (typeof dpiaTexts)[number][] = ['views'];

/** What must stand there before somebody can sign; where no assessment is due, the reason alone. */
export const missingIn = (dpia: Dpia): (typeof dpiaTexts)[number][] => {
  const threshold = thresholdOf(dpia);
  if (threshold === 'unanswered') return [...dpiaTexts];
  const isDue = threshold === 'obligatory' || threshold === 'required';
  const needed = isDue ? dpiaTexts.filter((name) => !OPTIONAL.includes(name)) : (['description'] as const);
  return needed.filter((name) => dpia[name].trim() === '');
};

export const noDpia: Dpia = {
  cases: [],
  criteria: [],
  hasPersonalData: null,
  description: '',
  purpose: '',
  necessity: '',
  dangers: '',
  safeguards: '',
  officer: '',
  views: '',
};
