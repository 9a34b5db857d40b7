import { grouped } from './grouped.ts';
import { type Municipality, officialName } from './municipality.ts';
import { isUnincorporated } from './municipality-kind.ts';
import { baseName, foldName, foldNameLong } from './municipality-name.ts';
import type { NameMatch } from './place-answers.ts';
import { isWithinEdits, lettersOf, mayBeWithinEdits } from './typing-error.ts';

type Entry = {
  municipality: Municipality;
  keys: string[];
  whole: Set<string>;
  base: Set<string>;
  spellings: { text: string; letters: number }[];
};
type Start = { text: string; entry: Entry };

export type Hit = { municipality: Municipality; match: NameMatch };

/** All names, folded; answers typing within a millisecond. */
export type NameIndex = {
  /** Best first: by match, then by population. */ search: (text: string, limit: number) => Hit[];
  /** Whose name, or name without "(Hessen)" and the like, is exactly this. */ named: (text: string) => {
    whole: Municipality[];
    base: Municipality[];
  };
};

const RANK: Readonly<Record<NameMatch, number>> = { exact: 0, prefix: 1, word: 2, similar: 3 };

const both = (text: string): string[] => [...new Set([foldName(text), foldNameLong(text)])];

export const indexNames = (municipalities: Municipality[]): NameIndex => {
  const entries = municipalities.map(entryOf);
  const starts = entries
    .flatMap((entry) => entry.keys.flatMap((key) => wordStarts(key).map((text) => ({ text, entry }))))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  const byWhole = grouped(
    entries.flatMap((entry) => [...entry.whole].map((key) => ({ key, entry }))),
    ({ key }) => key,
  );
  const byBase = grouped(
    entries.flatMap((entry) => [...entry.base].map((key) => ({ key, entry }))),
    ({ key }) => key,
  );
  const found = (map: typeof byWhole, keys: string[]): Municipality[] => [
    ...new Set(keys.flatMap((key) => map.get(key) ?? []).map(({ entry }) => entry.municipality)),
  ];
  return {
    named: (text) => ({ whole: found(byWhole, both(text)), base: found(byBase, both(text)) }),
    search: (text, limit) => {
      const queries = both(text).filter((query) => query !== '');
      const hits = new Map<Municipality, NameMatch>();
      for (const query of queries) collect(query, starts, hits);
      if (hits.size === 0) for (const query of queries) collectSimilar(query, entries, hits);
      return [...hits]
        .map(([municipality, match]) => ({ municipality, match }))
        .sort(byRank)
        .slice(0, limit);
    },
  };
};

const byRank = (a: Hit, b: Hit): number =>
  RANK[a.match] - RANK[b.match] ||
  Number(isUnincorporated(a.municipality.kind)) - Number(isUnincorporated(b.municipality.kind)) ||
  (b.municipality.population ?? 0) - (a.municipality.population ?? 0);

const entryOf = (municipality: Municipality): Entry => {
  const keys = [...new Set([...both(municipality.name), ...both(officialName(municipality))])];
  const base = new Set(both(baseName(municipality.name)));
  const spellings = [...new Set([...keys, ...base])].map((text) => ({ text, letters: lettersOf(text) }));
  return { municipality, keys, whole: new Set(keys), base, spellings };
};

const wordStarts = (key: string): string[] => {
  const words = key.split(' ');
  return words.map((_, index) => words.slice(index).join(' '));
};

const firstFrom = (starts: Start[], text: string): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.text ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
};

const collect = (query: string, starts: Start[], hits: Map<Municipality, NameMatch>): void => {
  const words = query.split(' ');
  const [first = ''] = words;
  for (let at = firstFrom(starts, first); starts[at]?.text.startsWith(first); at += 1) {
    const start = starts[at];
    if (!start) return;
    const match = matchOf(query, words, start);
    const known = hits.get(start.entry.municipality);
    if (match && (!known || RANK[match] < RANK[known])) hits.set(start.entry.municipality, match);
  }
};

const matchOf = (query: string, words: string[], { text, entry }: Start): NameMatch | undefined => {
  if (entry.whole.has(query) || entry.base.has(query)) return 'exact';
  if (text.startsWith(query)) return entry.keys.includes(text) ? 'prefix' : 'word';
  return wordsFit(words, text.split(' ')) ? 'word' : undefined;
};

/** "rothenburg o d t" and "neustadt an der aisch" against "neustadt a d aisch": either side may abbreviate. */
const wordsFit = (typed: string[], words: string[]): boolean => {
  let at = 0;
  for (const one of typed) {
    while (at < words.length && !fits(one, words[at] ?? '', at)) at += 1;
    if (at === words.length) return false;
    at += 1;
  }
  return true;
};

const fits = (typed: string, word: string, at: number): boolean =>
  word.startsWith(typed) || (at > 0 && word.length <= 4 && typed.startsWith(word));

const collectSimilar = (query: string, entries: Entry[], hits: Map<Municipality, NameMatch>): void => {
  if (query.length < 4) return;
  const edits = query.length >= 8 ? 2 : 1;
  const letters = lettersOf(query);
  for (const { municipality, spellings } of entries)
    for (const spelling of spellings)
      if (mayBeWithinEdits(letters, spelling.letters, edits) && isWithinEdits(query, spelling.text, edits))
        hits.set(municipality, 'similar');
};
