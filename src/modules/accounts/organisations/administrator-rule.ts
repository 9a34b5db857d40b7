/** Who administers now, who asks, and for whom. */
type Change = {
  change: 'grant' | 'remove';
  administrators: readonly string[];
  proposer: string;
  subject: string;
};

export type AdministratorDecision = 'at-once' | 'needs-another' | { refused: 'last-administrator' };

/**
 * Two pairs of eyes for every change of who administers. Where there is only one administrator nobody else could look:
 * the second one is let in at once. The last one stays, so that nobody is locked out of the own town hall.
 */
export const decideAdministratorChange = ({
  change,
  administrators,
  subject,
}: Change): AdministratorDecision => {
  if (change === 'remove' && administrators.every((one) => one === subject))
    return { refused: 'last-administrator' };
  return change === 'grant' && administrators.length <= 1 ? 'at-once' : 'needs-another';
};

/** Whoever proposed it cannot confirm it. The person whom it concerns may: agreeing to one's own removal is a second look. */
export const mayConfirm = (
  administrators: readonly string[],
  proposedBy: string,
  confirmer: string,
): boolean => administrators.includes(confirmer) && confirmer !== proposedBy;
