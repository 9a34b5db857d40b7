import { formatNumber } from '../../../foundation/i18n/format.ts';
import type { Language } from '../../../foundation/i18n/language.ts';

/** "−18 %", "+2 %"; a rounded nothing has no sign. */
export const signedPercent = (language: Language, share: number, digits = 0): string => {
  const rounded = Number((100 * share).toFixed(digits));
  const sign = rounded < 0 ? '−' : rounded > 0 ? '+' : '';
  return `${sign}${formatNumber(language, Math.abs(rounded))} %`;
};
