import { numericFeatures, wordFeatures } from '../contract.ts';
import type { Profile } from './profile.ts';

/** A municipality of a test: what is not given is not known. */
export const profileOf = (
  ars: string,
  numbers: Profile['numbers'] = {},
  words: Profile['words'] = {},
): Profile => ({ ars, ags: null, name: `Ort ${ars}`, numbers, words });

/** A small country of them; null is not known. */
export const profilesOf = (
  rows: readonly { figures: readonly (number | null)[]; words: readonly (string | null)[] }[],
): Profile[] =>
  rows.map(({ figures, words }, at) =>
    profileOf(
      String(at).padStart(12, '0'),
      Object.fromEntries(
        numericFeatures.flatMap((name, i) => (figures[i] == null ? [] : [[name, figures[i]]])),
      ),
      Object.fromEntries(wordFeatures.flatMap((name, i) => (words[i] == null ? [] : [[name, words[i]]]))),
    ),
  );
