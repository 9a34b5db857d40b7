import { formatNumber } from './format.ts';
import type { Language } from './language.ts';

/** "−18 %", "+2 %"; a rounded nothing has no sign. */
export const signedPercent = (language: Language, share: number, digits = 0): string => {
  const rounded = Number((100 * share).toFixed(digits));
  const sign = rounded < 0 ? '−' : rounded > 0 ? '+' : '';
  return `${sign}${formatNumber(language, Math.abs(rounded))} %`;
};
