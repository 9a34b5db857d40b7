import type { Message } from '../../i18n/message.ts';
import type { Geometry } from '../geometry.ts';

/** The tree of a filter. Its shape is CQL2 JSON (OGC 21-065r2); CQL2 Text is read into the same. */
export type Expression =
  | boolean
  | number
  | string
  | PropertyRef
  | Instant
  | TimeSpan
  | BoxLiteral
  | Geometry
  | Operation
  | Expression[];

export type PropertyRef = { property: string };
export type Instant = { date: string } | { timestamp: string };
/** `..` is an open end. */ export type TimeSpanEnd = string | PropertyRef;
export type TimeSpan = { interval: [TimeSpanEnd, TimeSpanEnd] };
export type BoxLiteral = { bbox: number[] };
export type Operation = { op: string; args: Expression[] };

/** Why a filter is not taken. `at` is a character position of the text, or a path of the JSON. */
export type Cql2Refusal = { refused: 'filter'; at: string; message: Message };

/** A read filter; `placeOf` says where in the input a part of it stood. */
export type ReadFilter = { filter: Expression; placeOf: WeakMap<object, string> };

export const LIMITS = { characters: 10_000, depth: 40, parts: 500, positions: 2_000 } as const;

export const refusal = (at: string, de: string, en: string): Cql2Refusal => ({
  refused: 'filter',
  at,
  message: { de, en },
});

const has = (expression: Expression, member: string): boolean =>
  typeof expression === 'object' && !Array.isArray(expression) && Object.hasOwn(expression, member);

export const isOperation = (expression: Expression): expression is Operation => has(expression, 'op');
export const isProperty = (expression: Expression): expression is PropertyRef => has(expression, 'property');
export const isGeometry = (expression: Expression): expression is Geometry => has(expression, 'type');
export const isBox = (expression: Expression): expression is BoxLiteral => has(expression, 'bbox');
export const isTimeSpan = (expression: Expression): expression is TimeSpan => has(expression, 'interval');
export const isInstant = (expression: Expression): expression is Instant =>
  has(expression, 'date') || has(expression, 'timestamp');

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;
export const ARITHMETIC = ['+', '-', '*', '/', '%', 'div', '^'] as const;
export const SPATIAL = [
  's_contains',
  's_crosses',
  's_disjoint',
  's_equals',
  's_intersects',
  's_overlaps',
  's_touches',
  's_within',
] as const;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const isCalendarDay = (text: string): boolean =>
  DATE.test(text) && !text.startsWith('0000') && isoDay(`${text}T00:00:00Z`) === text;

const isoDay = (text: string): string | undefined => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
};

/** @returns undefined where the text is neither a day nor a moment in UTC that exists. */
export const instantOf = (text: string): Instant | undefined => {
  if (isCalendarDay(text)) return { date: text };
  const day = TIMESTAMP.exec(text)?.[1];
  return day && isCalendarDay(day) && isoDay(text) !== undefined ? { timestamp: text } : undefined;
};

// BNF of the standard, without the hyphen that many would expect.
const IDENTIFIER = /^[:_\p{L}][:_.\p{L}\p{M}\p{N}\u203f\u2040]*$/u;
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text);

// PostgreSQL keeps no NUL, and half of a surrogate pair is no character.
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
