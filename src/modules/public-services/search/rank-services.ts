import { wordsOf } from '../../../foundation/text/search-text.ts';
import { searchTerms } from './search-terms.ts';
import { synonyms } from './synonyms.ts';

/** What a question asks for: words that may each be written in several ways, and things that may be meant. */
export type Asked = {
  words: { alternatives: string[]; weight: number }[];
  means: string[][];
};

/** Folded words of its name and its keywords; what was found in neither was found in the texts. */
export type Candidate = { id: string; name: string; words: string };

const MOST_WORDS = 8;
const FILLERS = new Set(
  `ich du er sie es wir ihr man mein meine meinen meiner meinem ein eine einen einer einem der die das den dem des und oder im in an am auf aus bei
  fuer mit nach um vom von vor zu zum zur ueber wie wo was wer wann wohin welche kann koennen muss moechte will wollen brauche brauchen habe hab haben bin
  ist sind werden wird bitte gerne mir mich uns jetzt hier denn noch auch the to of for my i how where`.split(
    /\s+/,
  ),
);
/** They say what is done, not to what. */
const WEAK = new Set(
  `anmelden anmeldung abmelden abmeldung ummelden beantragen beantragung antrag bekommen holen machen melden verlaengern verlaengerung aendern aenderung neu neue
  neuen neuer ausstellen erneuern bestellen abholen stellen suchen kriegen erteilung amt termin verloren verlust gestohlen online`.split(
    /\s+/,
  ),
);
const WEAK_WEIGHT = 0.45;

export const readQuestion = (text: string): Asked => {
  const all = wordsOf(text).slice(0, MOST_WORDS * 2);
  const kept = all.filter((word) => !FILLERS.has(word)).slice(0, MOST_WORDS);
  const words = (kept.length > 0 ? kept : all.slice(0, MOST_WORDS)).map((word) => ({
    alternatives: [word, ...searchTerms(word)],
    weight: WEAK.has(word) ? WEAK_WEIGHT : 1,
  }));
  const said = synonyms.filter(([phrase]) =>
    phrase.split(' ').every((part) => all.some((word) => word.startsWith(part))),
  );
  // »Ausweis verloren« is not about a new one: the longer phrase takes the place of what it holds.
  const means = said
    .filter(([short]) => !said.some(([long]) => long !== short && holds(long, short)))
    .flatMap(([, ...groups]) => groups.map((group) => group.split(' ')));
  return { words, means };
};

const holds = (long: string, short: string): boolean =>
  short.split(' ').every((part) => long.split(' ').includes(part));

/** `to_tsquery` syntax: anything that may fit. Words hold letters and digits only, so nothing can act as syntax. */
export const tsqueryOf = ({ words, means }: Asked): string =>
  [...new Set([...words.flatMap(({ alternatives }) => alternatives), ...means.flat()])]
    .map((word) => (word.length >= 4 ? `${word}:*` : word))
    .join(' | ');

const ENDINGS = /(ungen|ung|eren|en|er|es|em|e|n|s|t)$/;
const stem = (word: string): string => (word.length > 5 ? word.replace(ENDINGS, '') : word);

/** 1 is the same word; a beginning, an ending of a compound, or a beginning of the asked word count less. */
const fit = (asked: string, word: string): number => {
  if (asked === word) return 1;
  if (stem(asked) === stem(word)) return 0.95;
  if (asked.length >= 4 && word.startsWith(stem(asked))) return 0.75;
  if (asked.length >= 5 && word.endsWith(asked)) return 0.7;
  if (word.length >= 6 && asked.startsWith(stem(word))) return 0.5;
  return 0;
};

const best = (asked: readonly string[], words: readonly string[]): number => {
  let found = 0;
  for (const one of asked) for (const word of words) found = Math.max(found, fit(one, word));
  return found;
};

const NAME = 3;
const WORDS = 1.8;
// Less than any word of a name.
const IN_TEXTS = 0.1;
const MEANT = 4;
const BREVITY = 0.8;

const scoreOf = ({ words, means }: Asked, { name, words: keywords }: Candidate): number => {
  const names = name.split(' ');
  const keys = keywords === '' ? [] : keywords.split(' ');
  const direct = words.reduce((sum, { alternatives, weight }) => {
    // Parts of a compound say less than the word itself.
    const inName = Math.max(best(alternatives.slice(0, 1), names), 0.6 * best(alternatives.slice(1), names));
    const inKeys = inName >= 0.9 ? 0 : best(alternatives.slice(0, 1), keys);
    return sum + weight * Math.max(NAME * inName, WORDS * inKeys);
  }, 0);
  const meant = Math.max(0, ...means.map((group) => share(group, names)));
  const said = [...words.flatMap(({ alternatives }) => alternatives), ...means.flat()];
  const covered = names.filter((word) => best(said, [word]) >= 0.7).length / names.length;
  return IN_TEXTS + (direct + MEANT * meant) * (1 + BREVITY * covered);
};

/** How much of a thing that may be meant stands in the name; half of it is not the thing. */
const share = (group: string[], names: string[]): number => {
  const sum = group.reduce((total, word) => total + best([word], names), 0) / group.length;
  return sum >= 0.7 ? sum : sum / 4;
};

/** Best first; of equals the shorter name. */
export const rank = <T extends Candidate>(asked: Asked, candidates: readonly T[]): T[] =>
  candidates
    .map((candidate) => ({ candidate, score: scoreOf(asked, candidate) }))
    .toSorted((a, b) => b.score - a.score || a.candidate.name.length - b.candidate.name.length)
    .map(({ candidate }) => candidate);
