import { formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { isKind, type Kind, kindLabel } from '../../municipalities/index.ts';
import type { NumericFeature, WordFeature } from '../contract.ts';
import { twinMessages } from '../web/index.ts';
import type { Reason } from './explain-twin.ts';

const COUNTS: readonly NumericFeature[] = ['population', 'density'];

/** Three digits that count: nobody knows the people within 30 km to the last one. */
const rounded = (value: number): number => Number(value.toPrecision(3));

/** A figure with its unit, as people read it. */
export const figureText = (language: Language, feature: NumericFeature, value: number): string => {
  if (COUNTS.includes(feature)) return formatNumber(language, Math.round(value));
  if (feature === 'surroundings') return formatNumber(language, rounded(value));
  const digits = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${formatNumber(language, digits)} ${feature === 'area' ? 'km²' : 'km'}`;
};

/** "Amt", "eigene Verwaltung", "Bayern". */
export const wordText = (language: Language, feature: WordFeature, word: string): string => {
  if (feature === 'state') return word;
  if (feature === 'administration' && word === 'singleMunicipality') return twinMessages(language).ownOffice;
  return isKind(word) ? kindLabel(word satisfies Kind, language) : word;
};

/** "fast gleich viele Menschen (8.120 / 8.340)". */
export const reasonText = (language: Language, reason: Reason): string => {
  const { reasons } = twinMessages(language);
  if ('ownWord' in reason)
    return reasons[reason.feature]({ ...reason, word: wordText(language, reason.feature, reason.otherWord) });
  const { feature, own, other } = reason;
  return reasons[feature]({
    ...reason,
    own: figureText(language, feature, own),
    other: figureText(language, feature, other),
    isMore: other > own,
    isOwnZero: own === 0,
    isOtherZero: other === 0,
  });
};
