import type { TrustLevel } from '../contract.ts';

const ORDER: TrustLevel[] = ['low', 'substantial', 'high'];

/** Which of the provider's words stand for which level. */
export type LevelWords = Record<TrustLevel, string[]>;

/** What the provider does not say, or says in unknown words, is the lowest level. */
export const trustLevelOf = (claim: unknown, words: LevelWords): TrustLevel => {
  const said = Array.isArray(claim) ? claim : [claim];
  // Where a provider names several levels, it has vouched for the weakest of them at least, and no more is safe to assume.
  const levels = said.map(
    (one) => ORDER.findLast((level) => typeof one === 'string' && words[level].includes(one)) ?? 'low',
  );
  return ORDER.find((level) => levels.includes(level)) ?? 'low';
};

/** The provider's words for a level, then for those above it: the order is a wish (OpenID Connect Core, `acr_values`). */
export const wordsReaching = (needs: TrustLevel, words: LevelWords): string[] =>
  ORDER.slice(ORDER.indexOf(needs)).flatMap((level) => words[level]);

export const isTrustLevel = (text: unknown): text is TrustLevel => ORDER.some((level) => level === text);

export const reaches = (has: TrustLevel, needs: TrustLevel): boolean =>
  ORDER.indexOf(has) >= ORDER.indexOf(needs);
