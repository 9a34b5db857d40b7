import { foldText, wordsOf } from '../../../foundation/text/search-text.ts';
import type { AdvertisingFault } from './contract.ts';

export const LONGEST_TEXT = 600;

// Words that praise instead of describing; folded, each from its beginning.
const PRAISE =
  /\b(fuehrend\w*|marktfuehr\w*|weltweit\w*|einzigartig\w*|einmalig\w*|(?<!\bam )beste[nrsm]?|bestmoeglich\w*|optimal\w*|perfekt\w*|innovativst\w*|modernst\w*|schnellst\w*|guenstigst\w*|revolutionaer\w*|preisgekroent\w*|premium\w*|exklusiv\w*|nummer eins|nr\.? ?1|no\.? ?1|leading|world-?class|unique|cutting-?edge|award-?winning|unschlagbar\w*|konkurrenzlos\w*)\b/;
const PRICE =
  /\d[\d.,]*\s?(€|eur\b|euro\b)|€\s?\d|\b(rabatt\w*|sonderpreis\w*|gratis|discount\w*|angebotspreis\w*)\b/;
// At least seven digits in a row of the signs that people write numbers with.
const PHONE = /(\+|\b0)\d[\d\s/()-]{5,}\d/;
const LINK =
  /https?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|\b[\p{L}\p{N}-]+\.(de|com|org|net|eu|io|app|info|berlin|digital|shop)\b/u;
const SHOUTED = /(\b\p{Lu}{5,}\b[^\p{L}]+){3}|!{2,}/u;
const LEAST_SENTENCE_WORDS = 4;

const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?\n]+/)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length >= LEAST_SENTENCE_WORDS)
    .map((words) => words.join(' '));

const repeatedIn = (texts: readonly string[]): string | undefined => {
  const sentences = texts.flatMap(sentencesOf);
  return sentences.find((sentence, at) => sentences.indexOf(sentence) !== at);
};

type Finding = { fault: AdvertisingFault; found: string };

/**
 * What makes a text an advertisement, the first reason; undefined where it describes. `others` are texts beside it that
 * must not say the same.
 */
export const advertisingIn = (text: string, others: readonly string[] = []): Finding | undefined => {
  const folded = foldText(text);
  const matches: [AdvertisingFault, string | undefined][] = [
    ['too-long', text.length > LONGEST_TEXT ? String(text.length) : undefined],
    ['link', LINK.exec(text.toLowerCase())?.[0]],
    ['phone', PHONE.exec(text)?.[0]],
    ['price', PRICE.exec(folded)?.[0]],
    ['superlative', PRAISE.exec(folded)?.[0]],
    ['shouting', SHOUTED.exec(text)?.[0].trim()],
    ['repeated', repeatedIn([...others, text])],
  ];
  const first = matches.find(([, found]) => found !== undefined);
  return first && { fault: first[0], found: (first[1] ?? '').slice(0, 60) };
};
