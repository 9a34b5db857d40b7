import { type Cql2Refusal, isPlainText, LIMITS, refusal } from './expression.ts';

/** `word` is a keyword, a function or a property; `name` a property in double quotes. */
export type Token = {
  kind: 'word' | 'name' | 'string' | 'number' | 'sign' | 'end';
  text: string;
  /** Counted in characters from 0. */ at: number;
};

const PATTERNS: [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['string', /'(?:''|\\'|[^'])*'/y],
  ['name', /"[^"]*"/y],
  ['word', /[:_\p{L}][:_.\p{L}\p{M}\p{N}\u203f\u2040]*/uy],
  ['sign', /<>|<=|>=|[=<>(),+\-*/%^]/y],
];

const contentOf = (kind: Token['kind'], text: string): string => {
  if (kind === 'string') return text.slice(1, -1).replaceAll(/''|\\'/g, "'");
  return kind === 'name' ? text.slice(1, -1) : text;
};

/** Cuts CQL2 Text into tokens; the last one is the end. */
export const tokensOf = (text: string): Token[] | Cql2Refusal => {
  if (text.length > LIMITS.characters)
    return refusal(
      String(LIMITS.characters),
      `höchstens ${LIMITS.characters} Zeichen`,
      `at most ${LIMITS.characters} characters`,
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = PATTERNS.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!found) return strange(text, at);
    const [kind, pattern] = found;
    const piece = text.slice(at, pattern.lastIndex);
    if (!isPlainText(piece)) return strange(text, at);
    if (kind !== 'space') tokens.push({ kind, text: contentOf(kind, piece), at });
    at = pattern.lastIndex;
  }
  return [...tokens, { kind: 'end', text: '', at }];
};

const strange = (text: string, at: number): Cql2Refusal => {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return character === "'" || character === '"'
    ? refusal(
        String(at),
        `das Anführungszeichen ${character} wird nicht geschlossen`,
        `the quote ${character} is not closed`,
      )
    : refusal(String(at), `»${character}« gehört nicht hierher`, `“${character}” does not belong here`);
};
