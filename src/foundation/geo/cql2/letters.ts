/**
 * Letters by table, because lower() of a database depends on its locale: both engines and the process must answer the same.
 * Latin, Greek and Cyrillic, one letter to one letter.
 */
const BLOCKS = [
  [0x41, 0x5a],
  [0xc0, 0x17f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
] as const;

const letters = BLOCKS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

export type LetterTable = { from: string; to: string };

const tableOf = (list: string[], change: (letter: string) => string): LetterTable => {
  const pairs = list
    .map((letter): [string, string] => [letter, change(letter)])
    .filter(([letter, changed]) => changed !== letter && [...changed].length === 1);
  return { from: pairs.map(([letter]) => letter).join(''), to: pairs.map(([, changed]) => changed).join('') };
};

export const lowerCase = tableOf(letters, (letter) => letter.toLowerCase());
export const withoutAccents = tableOf(letters, (letter) => letter.normalize('NFD').replaceAll(/\p{M}/gu, ''));

export const translate = ({ from, to }: LetterTable): ((text: string) => string) => {
  const changed = new Map([...from].map((letter, index) => [letter, to[index] ?? letter]));
  return (text) => Array.from(text, (letter) => changed.get(letter) ?? letter).join('');
};
