const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', œ: 'oe' };

/** Lower case without umlauts, ß and accents: folded before the stemmer, which would treat »Märkte« and »Maerkte« apart. */
export const foldText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøœ]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** Folded words of a text: letters and digits, at least two of them. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];

const SHORTEST_PART = 4;
const LONGEST_WORD = 50;
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'];

/**
 * Parts of a German compound that the lexicon knows: »kinderspielplatz« → kinder, spielplatz.
 * The last part decides (a »Marktplatz« is a place), so the longest known ending is taken first.
 * @returns no parts where the word cannot be covered by known words and linking letters.
 */
export const splitCompound = (word: string, lexicon: ReadonlySet<string>): string[] => {
  if (word.length > LONGEST_WORD) return [];
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const tail = word.slice(cut);
    if (!lexicon.has(tail)) continue;
    const head = coverHead(word.slice(0, cut), lexicon);
    if (head.length > 0) return [...head, tail];
  }
  return [];
};

const coverHead = (head: string, lexicon: ReadonlySet<string>): string[] => {
  for (const link of LINKS) {
    if (!head.endsWith(link)) continue;
    const stem = link === '' ? head : head.slice(0, -link.length);
    if (stem.length >= SHORTEST_PART && lexicon.has(stem)) return [stem];
  }
  return splitCompound(head, lexicon);
};
