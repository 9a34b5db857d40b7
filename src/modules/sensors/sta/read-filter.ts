import { checkGeometry } from '../../../foundation/geo/cql2/check-geometry.ts';
import { readWkt, wktAhead } from '../../../foundation/geo/cql2/read-wkt.ts';
import { isWord, readTokens, type TokenReader } from '../../../foundation/geo/cql2/token-reader.ts';
import { type Token, tokensOf as wktTokens } from '../../../foundation/geo/cql2/tokens.ts';
import type { Geometry } from '../../../foundation/geo/geometry.ts';
import {
  type BinaryOperator,
  comparisons,
  LIMITS,
  type Node,
  type QueryRefusal,
  refuseQuery,
  sums,
} from './filter.ts';
import { instantOf } from './read-time.ts';
import { tokensOf } from './tokens.ts';

// How strongly an operator holds its operands (OData 4, 5.1.1.17).
const STRENGTH: Record<BinaryOperator, number> = {
  or: 10,
  and: 20,
  eq: 30,
  ne: 30,
  gt: 40,
  ge: 40,
  lt: 40,
  le: 40,
  add: 50,
  sub: 50,
  mul: 60,
  div: 60,
  mod: 60,
};
const NOT = 70;
const OPERATORS: readonly string[] = ['and', 'or', ...comparisons, ...sums];

const NOTHING: Node = { kind: 'null' };

/** Reads a `$filter`: a Pratt parser over the tokens of OData. */
export const readFilter = (text: string): Node | QueryRefusal => {
  const tokens = tokensOf(text);
  if ('refused' in tokens) return tokens;
  const reader = readTokens(tokens);
  const filter = expression(reader, 0, 0);
  const rest = reader.peek();
  if (rest.kind !== 'end')
    reader.refuse(rest.at, `»${rest.text}« gehört nicht hierher`, `“${rest.text}” does not belong here`);
  const refused = reader.refused();
  if (!refused) return filter;
  const { de, en } = refused.message;
  return refuseQuery('$filter', `an Stelle ${refused.at}: ${de}`, `at ${refused.at}: ${en}`);
};

const operatorOf = (token: Token): BinaryOperator | undefined =>
  token.kind === 'word' && OPERATORS.includes(token.text) ? (token.text as BinaryOperator) : undefined;

const expression = (reader: TokenReader, strength: number, depth: number): Node => {
  if (depth > LIMITS.filterDepth) {
    reader.refuse(reader.peek().at, 'zu tief geschachtelt', 'nested too deeply');
    return NOTHING;
  }
  let left = beginning(reader, depth + 1);
  for (;;) {
    const op = operatorOf(reader.peek());
    if (!op || STRENGTH[op] <= strength) return left;
    reader.next();
    left = { kind: 'binary', op, left, right: expression(reader, STRENGTH[op], depth + 1) };
  }
};

const beginning = (reader: TokenReader, depth: number): Node => {
  const token = reader.next();
  if (token.kind === 'string') return quoted(reader, token);
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
  if (token.kind === 'name') return momentOf(reader, token);
  if (isWord(token, '(')) {
    const inner = expression(reader, 0, depth);
    reader.expect(')');
    return inner;
  }
  if (isWord(token, '-')) {
    const operand = expression(reader, NOT, depth);
    return operand.kind === 'number'
      ? { kind: 'number', value: -operand.value }
      : { kind: 'binary', op: 'sub', left: { kind: 'number', value: 0 }, right: operand };
  }
  if (token.kind === 'word') return word(reader, token, depth);
  if (token.kind === 'end')
    reader.refuse(token.at, 'hier fehlt ein Ausdruck', 'an expression is missing here');
  else
    reader.refuse(token.at, `»${token.text}« gehört nicht hierher`, `“${token.text}” does not belong here`);
  return NOTHING;
};

const word = (reader: TokenReader, { text, at }: Token, depth: number): Node => {
  if (text === 'not') return { kind: 'not', operand: expression(reader, NOT, depth) };
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' };
  if (text === 'null') return NOTHING;
  if (OPERATORS.includes(text))
    reader.refuse(at, `»${text}« gehört nicht hierher`, `“${text}” does not belong here`);
  if (reader.peek().text !== '(') return { kind: 'path', steps: text.split('/') };
  reader.next();
  const args: Node[] = [];
  if (!reader.takes(')')) {
    do args.push(expression(reader, 0, depth));
    while (reader.takes(','));
    reader.expect(')');
  }
  return { kind: 'call', name: text.toLowerCase(), args };
};

const momentOf = (reader: TokenReader, { text, at }: Token): Node => {
  const [start, end] = text.split('/').map(instantOf);
  if (start && !text.includes('/')) return { kind: 'time', start };
  if (start && end && end > start) return { kind: 'time', start, end };
  reader.refuse(
    at,
    'ein Zeitpunkt sieht so aus: 2026-11-22T18:00:00Z',
    'a moment looks like 2026-11-22T18:00:00Z',
  );
  return NOTHING;
};

const quoted = (reader: TokenReader, { text, at }: Token): Node => {
  const open = text.indexOf("'");
  const content = text.slice(open + 1, -1).replaceAll("''", "'");
  const before = text.slice(0, open).toLowerCase();
  if (before === '') return { kind: 'text', value: content };
  if (before === 'duration') return durationOf(reader, content, at);
  const geometry = geometryOf(content);
  if (geometry) return { kind: 'geometry', value: geometry };
  reader.refuse(at, 'das ist keine Geometrie in WKT', 'this is no geometry in WKT');
  return NOTHING;
};

const DURATION = /^-?P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const durationOf = (reader: TokenReader, value: string, at: number): Node => {
  if (DURATION.test(value) && /\d/.test(value)) return { kind: 'duration', value };
  reader.refuse(at, "eine Dauer sieht so aus: duration'P1DT6H'", "a duration looks like duration'P1DT6H'");
  return NOTHING;
};

/** The same reader of WKT as in the filters of OGC API Features. */
const geometryOf = (text: string): Geometry | undefined => {
  const tokens = wktTokens(text.replace(/^SRID=4326;/i, ''));
  if ('refused' in tokens) return undefined;
  const reader = readTokens(tokens);
  const keyword = wktAhead(reader);
  if (!keyword || keyword === 'BBOX') return undefined;
  const geometry = readWkt(reader, keyword);
  if (reader.refused() || reader.peek().kind !== 'end' || checkGeometry(geometry)) return undefined;
  return 'bbox' in geometry ? undefined : geometry;
};
