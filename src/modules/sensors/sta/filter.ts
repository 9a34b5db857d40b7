import type { Geometry } from '../../../foundation/geo/geometry.ts';
import type { Message } from '../../../foundation/i18n/message.ts';

/** The tree of a `$filter`. */
export type Node =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'time'; start: Date; end?: Date }
  | { kind: 'duration'; value: string }
  | { kind: 'geometry'; value: Geometry }
  /** Of navigations and a property, with what follows inside of it. */
  | { kind: 'path'; steps: string[] }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'binary'; op: BinaryOperator; left: Node; right: Node }
  | { kind: 'not'; operand: Node };

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export const sums = ['add', 'sub', 'mul', 'div', 'mod'] as const;
export type Comparison = (typeof comparisons)[number];
export type BinaryOperator = 'and' | 'or' | Comparison | (typeof sums)[number];

/** Why a query is not answered. */
export type QueryRefusal = { refused: 'query'; name: string; message: Message };

export const refuseQuery = (name: string, de: string, en: string): QueryRefusal => ({
  refused: 'query',
  name,
  message: { de, en },
});

/** FROST's usual bounds, and what no honest question exceeds. */
export const LIMITS = {
  top: 1000,
  usualTop: 100,
  filterCharacters: 2000,
  filterDepth: 20,
  expandDepth: 4,
  expands: 20,
  orders: 5,
} as const;
