import { wordsOf } from '../../../../foundation/text/search-text.ts';
import { categories } from '../../category.ts';

const SHORTEST = 4;

/** Parts that compounds are split into: the words of our own categories, and those that texts use often. */
export const lexiconOf = (frequent: string[]): ReadonlySet<string> => {
  const own = Object.values(categories).flatMap(({ de, words }) => [
    ...wordsOf(de),
    ...words.flatMap(wordsOf),
  ]);
  return new Set([...own, ...frequent].filter((word) => word.length >= SHORTEST));
};

/** Counts each word of the search texts; numbers and monsters are no words to be mistyped. */
export const addWordCounts = (counts: Map<string, number>, texts: string[]): void => {
  for (const text of texts)
    for (const word of text.split(' '))
      if (word.length >= 3 && word.length <= 40 && !/\d/.test(word))
        counts.set(word, (counts.get(word) ?? 0) + 1);
};
