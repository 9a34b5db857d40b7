import { categories } from '../../category.ts';
import { wordsOf } from '../../search-text.ts';

const SHORTEST = 4;

/** Parts that compounds are split into: the words of our own categories, and those that texts use often. */
export const lexiconOf = (frequent: string[]): ReadonlySet<string> => {
  const own = Object.values(categories).flatMap(({ de, words }) => [
    ...wordsOf(de),
    ...words.flatMap(wordsOf),
  ]);
  return new Set([...own, ...frequent].filter((word) => word.length >= SHORTEST));
};

/** How often each word stands in the search texts; numbers and monsters are no words to be mistyped. */
export const wordCounts = (texts: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of text.split(' '))
      if (word.length >= 3 && word.length <= 40 && !/\d/.test(word))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
