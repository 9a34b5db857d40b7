import type { Verdict } from '../contract.ts';

const told =
  (verdict: Verdict) =>
  (de: string, en: string): { verdict: Verdict; reason: { de: string; en: string } } => ({
    verdict,
    reason: { de, en },
  });

export const yes = told('yes');
export const no = told('no');
export const cannotTell = told('cannot-tell');
