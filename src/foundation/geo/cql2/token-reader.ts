import { type Cql2Refusal, type Expression, LIMITS, refusal } from './expression.ts';
import type { Token } from './tokens.ts';

/**
 * Walks along the tokens. The first refusal stays and moves the reader to the end, so that every loop over tokens
 * ends by itself: the readers of expressions and geometries need no branch for it.
 */
export type TokenReader = {
  peek: (ahead?: number) => Token;
  next: () => Token;
  /** Goes on where the next token is this sign or keyword, whatever its case. */ takes: (
    ...words: string[]
  ) => boolean;
  expect: (sign: string) => void;
  refuse: (at: number, de: string, en: string) => false;
  /** Counts a part of the tree and remembers where it stands. */ part: <T extends Expression>(
    expression: T,
    at: number,
  ) => T;
  refused: () => Cql2Refusal | undefined;
  placeOf: WeakMap<object, string>;
};

const END: Token = { kind: 'end', text: '', at: 0 };

export const isWord = (token: Token, ...words: string[]): boolean =>
  (token.kind === 'word' || token.kind === 'sign') && words.includes(token.text.toUpperCase());

export const readTokens = (tokens: Token[]): TokenReader => {
  const placeOf = new WeakMap<object, string>();
  const end = tokens.at(-1) ?? END;
  let index = 0;
  let parts = 0;
  let first: Cql2Refusal | undefined;
  const peek = (ahead = 0): Token => tokens[index + ahead] ?? end;
  const refuse = (at: number, de: string, en: string): false => {
    first ??= refusal(String(at), de, en);
    index = tokens.length;
    return false;
  };
  const next = (): Token => {
    const token = peek();
    index += 1;
    return token;
  };
  const takes = (...words: string[]): boolean => {
    if (!isWord(peek(), ...words)) return false;
    index += 1;
    return true;
  };
  return {
    peek,
    next,
    takes,
    refuse,
    expect: (sign) => {
      const token = peek();
      if (!takes(sign)) refuse(token.at, `hier fehlt »${sign}«`, `“${sign}” is missing here`);
    },
    part: (expression, at) => {
      parts += 1;
      if (parts > LIMITS.parts)
        refuse(at, `höchstens ${LIMITS.parts} Teile`, `at most ${LIMITS.parts} parts`);
      if (typeof expression === 'object') placeOf.set(expression, String(at));
      return expression;
    },
    refused: () => first,
    placeOf,
  };
};
