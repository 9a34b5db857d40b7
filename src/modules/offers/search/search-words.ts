import { wordsOf } from '../search-text.ts';

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

/**
 * The `to_tsquery` expression: every asked word must occur, as typed (also as the beginning of a word) or as
 * one of the similar known words. Words hold letters and digits only, so nothing of a query can act as syntax.
 */
export const tsqueryOf = (words: string[], similar: { asked: string; word: string }[]): string =>
  words
    .map((asked) => {
      const known = similar.filter((one) => one.asked === asked).map((one) => one.word);
      const exact = known.includes(asked);
      return `(${[`${asked}:*`, ...(exact ? [] : known)].join(' | ')})`;
    })
    .join(' & ');
