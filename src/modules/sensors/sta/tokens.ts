import type { Token } from '../../../foundation/geo/cql2/tokens.ts';
import { LIMITS, type QueryRefusal, refuseQuery } from './filter.ts';

const INSTANT = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;

/** `string` carries what stands before its quote as well: geography'…', duration'…'. */
const PATTERNS: [Token['kind'] | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['name', new RegExp(`${INSTANT}(?:/${INSTANT})?`, 'y')],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['string', /(?:geography|geometry|duration)?'(?:''|[^'])*'/iy],
  ['word', /@?[\p{L}_][\p{L}\p{N}_.]*(?:\/@?[\p{L}_][\p{L}\p{N}_.@-]*)*/uy],
  ['sign', /[(),-]/y],
];

/** Cuts a `$filter` into the tokens that the reader of CQL2 walks along; the last one is the end. */
export const tokensOf = (text: string): Token[] | QueryRefusal => {
  if (text.length > LIMITS.filterCharacters)
    return refuseQuery(
      '$filter',
      `höchstens ${LIMITS.filterCharacters} Zeichen`,
      `at most ${LIMITS.filterCharacters} characters`,
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = PATTERNS.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!found) {
      const strange = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
      return refuseQuery(
        '$filter',
        `»${strange}« an Stelle ${at} gehört nicht hierher`,
        `“${strange}” at ${at} does not belong here`,
      );
    }
    const [kind, pattern] = found;
    const piece = text.slice(at, pattern.lastIndex);
    if (kind !== 'space') tokens.push({ kind, text: piece, at });
    at = pattern.lastIndex;
  }
  return [...tokens, { kind: 'end', text: '', at }];
};
