import { wordsOf } from '../../../foundation/text/search-text.ts';

const MOST_WORDS = 8;

/** Words that a person may type around the thing they look for; they would only narrow the result to nothing. */
const FILLERS = new Set(
  'in im an am auf bei der die das den dem des und oder mit zu zum zur nach fuer ein eine einen the a of and near for with'.split(
    ' ',
  ),
);

export const searchWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !FILLERS.has(word))
    .slice(0, MOST_WORDS);

/** A known word near to an asked one, if there is any; `uses` counts its occurrences, `begun` those of all words that begin as asked. */
export type SimilarWord = { asked: string; word: string | null; uses: number; begun: number };

/** What the database is asked for, and whether so few offers can have it that all of them are read at once. */
export type TextSearch = { tsquery: string; isRare: boolean };

// A walk in order of distance reads some fifty offers divided by the word's share of all; among a million that is
// as much as reading all offers of a word with several thousand.
const MOST_USES_OF_RARE = 6_000;

/**
 * The `to_tsquery` expression: every asked word must occur, as typed (also as the beginning of a word) or as
 * one of the similar known words. Words hold letters and digits only, so nothing of a query can act as syntax.
 */
export const textSearchOf = (words: string[], similar: SimilarWord[]): TextSearch => {
  const parts = words.map((asked) => {
    const known = similar.filter((one) => one.asked === asked);
    const others = known.some(({ word }) => word === asked) ? [] : known.filter(({ word }) => word !== null);
    const begun = known[0]?.begun ?? 0;
    return {
      tsquery: `(${[`${asked}:*`, ...others.map(({ word }) => word)].join(' | ')})`,
      isRare: others.reduce((sum, { uses }) => sum + uses, begun) <= MOST_USES_OF_RARE,
    };
  });
  return {
    tsquery: parts.map(({ tsquery }) => tsquery).join(' & '),
    isRare: parts.some(({ isRare }) => isRare),
  };
};
