import { formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import type { Case, Judgement } from './case.ts';
import { cannotTell, no, yes } from './judgement.ts';
import { fundedCost } from './own-share.ts';

const euros = (language: Language, amount: number): string => `${formatNumber(language, amount)} €`;

/** Whether the measure is large enough to be paid for. */
export const judgeCost = ({ programme: { money }, measure }: Case): Judgement => {
  const cost = fundedCost(measure.years);
  if (cost === 0)
    return cannotTell(
      'Die Maßnahme hat noch keine einmaligen Kosten.',
      'The measure has no one-off costs yet.',
    );
  if (money.leastCost === null)
    return cannotTell('Die Quelle nennt keine Untergrenze der Kosten.', 'The source names no least cost.');
  return cost < money.leastCost
    ? no(
        `Erst ab ${euros('de', money.leastCost)}; die Maßnahme kostet einmalig ${euros('de', cost)}.`,
        `Only from ${euros('en', money.leastCost)}; the measure costs ${euros('en', cost)} once.`,
      )
    : yes(
        `Die einmaligen Kosten (${euros('de', cost)}) liegen über der Untergrenze.`,
        `The one-off costs (${euros('en', cost)}) are above the least cost.`,
      );
};
