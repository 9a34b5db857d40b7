import {
  COMPARISONS,
  type Cql2Refusal,
  type Expression,
  instantOf,
  isIdentifier,
  LIMITS,
  type ReadFilter,
  SPATIAL,
  type TimeSpanEnd,
} from './expression.ts';
import { readWkt, wktAhead } from './read-wkt.ts';
import { temporalRelations } from './temporal-relations.ts';
import { isWord, readTokens, type TokenReader } from './token-reader.ts';
import { type Token, tokensOf } from './tokens.ts';

// How strongly an operator holds its operands.
const OR = 10;
const AND = 20;
const NOT = 30;
const PREDICATE = 40;
const SUM = 50;
const PRODUCT = 60;
const POWER = 70;

const KEYWORDS = ['AND', 'OR', 'NOT', 'LIKE', 'ILIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'FALSE', 'DIV'];
export const isKeyword = (word: string): boolean => KEYWORDS.includes(word.toUpperCase());

const FUNCTIONS = new Map(
  ['casei', 'accenti', ...SPATIAL, ...Object.keys(temporalRelations)].map((name) => [
    name.toUpperCase(),
    name,
  ]),
);

/** Reads CQL2 Text: a Pratt parser, one function for what begins an expression and one for what follows it. */
export const readText = (text: string): ReadFilter | Cql2Refusal => {
  const tokens = tokensOf(text);
  if ('refused' in tokens) return tokens;
  const reader = readTokens(tokens);
  const filter = expression(reader, 0, 0);
  const rest = reader.peek();
  if (rest.kind !== 'end')
    reader.refuse(rest.at, `»${rest.text}« gehört nicht hierher`, `“${rest.text}” does not belong here`);
  return reader.refused() ?? { filter, placeOf: reader.placeOf };
};

const strengthOf = (token: Token): number => {
  if (isWord(token, 'OR')) return OR;
  if (isWord(token, 'AND')) return AND;
  if (isWord(token, ...COMPARISONS, 'LIKE', 'ILIKE', 'BETWEEN', 'IN', 'IS', 'NOT')) return PREDICATE;
  if (isWord(token, '+', '-')) return SUM;
  if (isWord(token, '*', '/', '%', 'DIV')) return PRODUCT;
  return isWord(token, '^') ? POWER : 0;
};

const expression = (reader: TokenReader, strength: number, depth: number): Expression => {
  if (depth > LIMITS.depth)
    return reader.refuse(reader.peek().at, 'zu tief geschachtelt', 'nested too deeply');
  let left = beginning(reader, depth + 1);
  while (strengthOf(reader.peek()) > strength) left = following(reader, left, depth + 1);
  return left;
};

const beginning = (reader: TokenReader, depth: number): Expression => {
  const wkt = wktAhead(reader);
  if (wkt) return reader.part(readWkt(reader, wkt), reader.peek().at);
  const token = reader.next();
  const { kind, text, at } = token;
  if (kind === 'string') return reader.part(text, at);
  if (kind === 'number') return reader.part(finite(reader, token), at);
  if (kind === 'name') return property(reader, token);
  if (isWord(token, '(')) {
    const inner = expression(reader, 0, depth);
    reader.expect(')');
    return inner;
  }
  if (isWord(token, '-', '+')) return signed(reader, token, depth);
  if (isWord(token, 'NOT')) return reader.part({ op: 'not', args: [expression(reader, NOT, depth)] }, at);
  if (isWord(token, 'TRUE', 'FALSE')) return reader.part(text.toUpperCase() === 'TRUE', at);
  if (kind === 'word' && !isKeyword(text))
    return reader.peek().text === '(' && reader.peek().kind === 'sign'
      ? called(reader, token, depth)
      : property(reader, token);
  return kind === 'end'
    ? reader.refuse(at, 'hier fehlt ein Ausdruck', 'an expression is missing here')
    : reader.refuse(at, `»${text}« gehört nicht hierher`, `“${text}” does not belong here`);
};

const finite = (reader: TokenReader, { text, at }: Token): number => {
  const value = Number(text);
  if (!Number.isFinite(value)) reader.refuse(at, 'diese Zahl ist zu groß', 'this number is too large');
  return value;
};

const property = (reader: TokenReader, { text, at }: Token): Expression =>
  isIdentifier(text)
    ? reader.part({ property: text }, at)
    : reader.refuse(at, `»${text}« ist kein Name`, `“${text}” is no name`);

const signed = (reader: TokenReader, sign: Token, depth: number): Expression => {
  const operand = expression(reader, POWER, depth);
  if (sign.text === '+') return operand;
  if (typeof operand === 'number') return operand === 0 ? 0 : -operand;
  return reader.part({ op: '*', args: [-1, operand] }, sign.at);
};

const called = (reader: TokenReader, { text, at }: Token, depth: number): Expression => {
  const word = text.toUpperCase();
  if (word === 'DATE' || word === 'TIMESTAMP') return instant(reader, word, at);
  if (word === 'INTERVAL') return span(reader, at);
  const op = FUNCTIONS.get(word);
  if (!op)
    return reader.refuse(
      at,
      `die Funktion »${text}« gibt es hier nicht`,
      `there is no function “${text}” here`,
    );
  return reader.part({ op, args: list(reader, depth) }, at);
};

const list = (reader: TokenReader, depth: number): Expression[] => {
  reader.expect('(');
  const all: Expression[] = [];
  do all.push(expression(reader, 0, depth));
  while (reader.takes(','));
  reader.expect(')');
  return all;
};

const quoted = (reader: TokenReader): Token => {
  const token = reader.next();
  if (token.kind !== 'string')
    reader.refuse(token.at, "hier fehlt ein Text in '…'", "a text in '…' is missing here");
  return token;
};

const instant = (reader: TokenReader, word: 'DATE' | 'TIMESTAMP', at: number): Expression => {
  reader.expect('(');
  const token = quoted(reader);
  reader.expect(')');
  const found = instantOf(token.text);
  if (found && (word === 'DATE') === 'date' in found) return reader.part(found, at);
  return word === 'DATE'
    ? reader.refuse(token.at, 'ein Tag sieht so aus: 2026-11-22', 'a day looks like 2026-11-22')
    : reader.refuse(
        token.at,
        'ein Zeitpunkt sieht so aus: 2026-11-22T18:00:00Z',
        'a moment looks like 2026-11-22T18:00:00Z',
      );
};

const span = (reader: TokenReader, at: number): Expression => {
  reader.expect('(');
  const start = spanEnd(reader);
  reader.expect(',');
  const end = spanEnd(reader);
  reader.expect(')');
  return reader.part({ interval: [start, end] }, at);
};

const spanEnd = (reader: TokenReader): TimeSpanEnd => {
  const token = reader.next();
  if (token.kind === 'name' || (token.kind === 'word' && isIdentifier(token.text)))
    return { property: token.text };
  if (token.kind === 'string' && (token.text === '..' || instantOf(token.text))) return token.text;
  reader.refuse(
    token.at,
    "hier fehlt ein Tag, ein Zeitpunkt oder '..'",
    "a day, a moment or '..' is missing here",
  );
  return '..';
};

const following = (reader: TokenReader, left: Expression, depth: number): Expression => {
  const token = reader.next();
  const { at } = token;
  const strength = strengthOf(token);
  if (isWord(token, 'AND', 'OR')) return joined(reader, left, token, depth);
  if (isWord(token, 'NOT')) {
    const inner = isWord(reader.peek(), 'LIKE', 'ILIKE', 'BETWEEN', 'IN')
      ? predicate(reader, left, reader.next(), depth)
      : reader.refuse(at, '»NOT« gehört nicht hierher', '“NOT” does not belong here');
    return reader.part({ op: 'not', args: [inner] }, at);
  }
  if (strength === PREDICATE) return predicate(reader, left, token, depth);
  const op = token.text.toLowerCase();
  return reader.part({ op, args: [left, expression(reader, strength, depth)] }, at);
};

const joined = (reader: TokenReader, left: Expression, token: Token, depth: number): Expression => {
  const op = token.text.toLowerCase();
  const args = [left];
  do args.push(expression(reader, op === 'and' ? AND : OR, depth));
  while (reader.takes(op.toUpperCase()));
  return reader.part({ op, args }, token.at);
};

const predicate = (reader: TokenReader, left: Expression, token: Token, depth: number): Expression => {
  const { at } = token;
  const operand = () => expression(reader, PREDICATE, depth);
  if (isWord(token, 'IS')) {
    const isNot = reader.takes('NOT');
    reader.expect('NULL');
    const isNull = reader.part({ op: 'isNull', args: [left] }, at);
    return isNot ? reader.part({ op: 'not', args: [isNull] }, at) : isNull;
  }
  if (isWord(token, 'BETWEEN')) {
    const low = operand();
    reader.expect('AND');
    return reader.part({ op: 'between', args: [left, low, operand()] }, at);
  }
  if (isWord(token, 'ILIKE')) {
    // Not in the standard; GDAL hands it through.
    const [text, pattern] = [left, operand()].map((one) => reader.part({ op: 'casei', args: [one] }, at));
    return reader.part({ op: 'like', args: [text ?? false, pattern ?? false] }, at);
  }
  if (isWord(token, 'IN')) return reader.part({ op: 'in', args: [left, list(reader, depth)] }, at);
  return reader.part({ op: token.text.toLowerCase(), args: [left, operand()] }, at);
};
