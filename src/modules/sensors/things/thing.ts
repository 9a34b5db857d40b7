import type { PlaceBudget, ThingKind } from '../contract.ts';

const SEES_PEOPLE: readonly ThingKind[] = ['camera', 'plateReader'];

/**
 * What sees people in public space needs an impact assessment beforehand (Art. 35 (3) (c) GDPR): without its link and
 * the day and role of its approval nothing of the kind is entered.
 */
export const lacksAssessment = (
  { kind, dpiaLink, dpiaApprovedOn, dpiaApprovedRole }: PlaceBudget,
  today: string,
): boolean =>
  SEES_PEOPLE.includes(kind) &&
  (dpiaLink === '' || dpiaApprovedRole === null || dpiaApprovedOn === null || dpiaApprovedOn > today);

/** Day and role of an approval belong together. */
export const hasHalfApproval = ({ dpiaApprovedOn, dpiaApprovedRole }: PlaceBudget): boolean =>
  (dpiaApprovedOn === null) !== (dpiaApprovedRole === null);

export const noBudget: PlaceBudget = {
  kind: 'other',
  purpose: '',
  legalBasis: '',
  operator: '',
  contact: '',
  kept: '',
  dpiaLink: '',
  dpiaApprovedOn: null,
  dpiaApprovedRole: null,
};
