import type { Feature, Queryables } from '../feature-collection.ts';
import { type Box, boxesMeet, boxOf, type Geometry, positionsOf } from '../geometry.ts';
import { contains, equals, intersects, type Shape, shapeOf, toGrid } from '../spatial-relation.ts';
import {
  type Expression,
  isGeometry,
  isInstant,
  isOperation,
  isProperty,
  isTimeSpan,
  type Operation,
  type TimeSpanEnd,
} from './expression.ts';
import { lowerCase, translate, withoutAccents } from './letters.ts';
import { isLike, type PatternPart, partsOf } from './like.ts';
import { temporalRelations } from './temporal-relations.ts';

/** Null is "unknown": a comparison with a missing value is neither true nor false, as in SQL. */
type Truth = boolean | null;
type Value = string | number | boolean | null;
type Read<T> = (feature: Feature) => T;
type Span = { start: number | null; end: number | null };

const DAY_MS = 86_400_000;

/** Turns a checked filter, in longitude and latitude, into a function; only `true` lets a feature pass. */
export const compileFilter = (filter: Expression, queryables: Queryables): Read<Truth> =>
  truth(filter, queryables);

const truth = (expression: Expression, queryables: Queryables): Read<Truth> => {
  if (!isOperation(expression)) return () => expression === true;
  const { op, args } = expression;
  if (op === 'and' || op === 'or')
    return junction(
      op,
      args.map((one) => truth(one, queryables)),
    );
  if (op === 'not') {
    const inner = truth(args[0] ?? false, queryables);
    return (feature) => negated(inner(feature));
  }
  if (op.startsWith('s_')) return spatial(expression);
  if (op.startsWith('t_')) return temporal(expression, queryables);
  return predicate(expression, queryables);
};

const negated = (value: Truth): Truth => (value === null ? null : !value);

const junction = (op: 'and' | 'or', parts: Read<Truth>[]): Read<Truth> => {
  const decisive = op === 'or';
  return (feature) => {
    let result: Truth = !decisive;
    for (const part of parts) {
      const value = part(feature);
      if (value === decisive) return decisive;
      if (value === null) result = null;
    }
    return result;
  };
};

const predicate = ({ op, args }: Operation, queryables: Queryables): Read<Truth> => {
  const [first = null, second = null, third = null] = args;
  if (op === 'isNull') return isMissing(first, queryables);
  const left = value(first, queryables);
  if (op === 'in') {
    const list = Array.isArray(second) ? second.map((one) => value(one, queryables)) : [];
    const equal = list.map(
      (one): Read<Truth> =>
        (feature) =>
          compare('=', left(feature), one(feature)),
    );
    return junction('or', equal);
  }
  const right = value(second, queryables);
  if (op === 'like') return like(left, right);
  if (op !== 'between') return (feature) => compare(op, left(feature), right(feature));
  const high = value(third, queryables);
  return junction('and', [
    (feature) => compare('>=', left(feature), right(feature)),
    (feature) => compare('<=', left(feature), high(feature)),
  ]);
};

const isMissing = (operand: Expression | null, queryables: Queryables): Read<Truth> => {
  if (operand === null) return () => true;
  if (isProperty(operand) && queryables[operand.property]?.type === 'geometry')
    return (feature) => feature.geometry === null;
  if (isGeometry(operand) || isTimeSpan(operand)) return () => false;
  const isTruth = isOperation(operand) && isPredicate(operand.op);
  const read: Read<Truth | Value> = isTruth ? truth(operand, queryables) : value(operand, queryables);
  return (feature) => read(feature) === null;
};

const isPredicate = (op: string): boolean =>
  /^([st]_|and$|or$|not$|in$|isNull$|like$|between$|[=<>])/.test(op);

/** By code point, as the standard wants it and `COLLATE "C"` does; JavaScript compares halves of characters. */
const order = (left: Value, right: Value): number => {
  if (left === right) return 0;
  if (typeof left !== 'string' || typeof right !== 'string') return Number(left) < Number(right) ? -1 : 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
};

const compare = (op: string, left: Value, right: Value): Truth => {
  if (left === null || right === null) return null;
  const by = order(left, right);
  if (op === '=') return by === 0;
  if (op === '<>') return by !== 0;
  if (op === '<') return by < 0;
  if (op === '>') return by > 0;
  return op === '<=' ? by <= 0 : by >= 0;
};

const like = (left: Read<Value>, right: Read<Value>): Read<Truth> => {
  const patterns = new Map<string, PatternPart[]>();
  return (feature) => {
    const [text, pattern] = [left(feature), right(feature)];
    if (typeof text !== 'string' || typeof pattern !== 'string') return null;
    const known = patterns.get(pattern) ?? partsOf(pattern);
    patterns.set(pattern, known);
    return isLike([...text], known);
  };
};

const value = (expression: Expression | null, queryables: Queryables): Read<Value> => {
  if (expression === null || typeof expression !== 'object') return () => expression;
  if (isProperty(expression)) return property(expression.property, queryables);
  if (isInstant(expression)) {
    const time = Date.parse('date' in expression ? expression.date : expression.timestamp);
    return () => time;
  }
  return isOperation(expression) ? computed(expression, queryables) : () => null;
};

/** What an expression without properties yields. */
export const constantOf = (expression: Expression): Value =>
  value(expression, {})({ id: '', geometry: null, properties: {} });

const property = (name: string, queryables: Queryables): Read<Value> => {
  const isTime = queryables[name]?.type === 'date' || queryables[name]?.type === 'date-time';
  return ({ properties }) => {
    const found = (properties[name] ?? null) as Value;
    return isTime && found !== null ? Date.parse(String(found)) : found;
  };
};

const lower = translate(lowerCase);
const bare = translate(withoutAccents);

const computed = ({ op, args }: Operation, queryables: Queryables): Read<Value> => {
  const [left, right] = args.map((one) => value(one, queryables));
  if (op === 'casei' || op === 'accenti') {
    const change = op === 'casei' ? lower : bare;
    return (feature) => {
      const text = left?.(feature);
      return typeof text === 'string' ? change(text) : null;
    };
  }
  return (feature) => {
    const [a, b] = [left?.(feature), right?.(feature)];
    if (typeof a !== 'number' || typeof b !== 'number') return null;
    const result = calculate(op, a, b);
    return Number.isFinite(result) ? result : null;
  };
};

const calculate = (op: string, a: number, b: number): number => {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  if (op === '/') return a / b;
  if (op === '%') return a % b;
  return op === 'div' ? Math.trunc(a / b) : a ** b;
};

const boxes = new WeakMap<Geometry, Box>();

const gridBoxOf = (geometry: Geometry): Box => {
  const known = boxes.get(geometry) ?? (boxOf(positionsOf(geometry)).map(toGrid) as Box);
  boxes.set(geometry, known);
  return known;
};

/** A checked spatial predicate, turned so that the property stands on the left. */
export const spatialOf = ({ op, args }: Operation): { op: string; literal: Expression } => {
  const [left = false, right = false] = args;
  if (isProperty(left)) return { op, literal: right };
  const turned: Record<string, string> = { s_within: 's_contains', s_contains: 's_within' };
  return { op: turned[op] ?? op, literal: left };
};

const relations: Record<string, (feature: Shape, literal: Shape) => boolean> = {
  s_intersects: intersects,
  s_disjoint: (feature, literal) => !intersects(feature, literal),
  s_within: (feature, literal) => contains(literal, feature),
  s_contains: contains,
  s_equals: equals,
};

const spatial = (operation: Operation): Read<Truth> => {
  const { op, literal } = spatialOf(operation);
  if (!isGeometry(literal)) return () => null;
  const shape = shapeOf(literal);
  const relation = relations[op];
  return ({ geometry }) => {
    if (geometry === null) return null;
    // Most features lie far away: their box tells, and is remembered.
    if (!boxesMeet(gridBoxOf(geometry), shape.box)) return op === 's_disjoint';
    return relation?.(shapeOf(geometry), shape) ?? null;
  };
};

/** Days are whole days in temporal predicates; a property or a moment is its own start and end. */
export const dayEnd = (day: string): number => Date.parse(day) + DAY_MS - 1;

const span = (expression: Expression, queryables: Queryables): Read<Span> => {
  if (isTimeSpan(expression)) {
    const [start, end] = expression.interval;
    const [from, to] = [spanEnd(start, 'start', queryables), spanEnd(end, 'end', queryables)];
    return (feature) => ({ start: from(feature), end: to(feature) });
  }
  const at = value(expression, queryables) as Read<number | null>;
  const isDay = isInstant(expression) && 'date' in expression;
  return (feature) => ({ start: at(feature), end: isDay ? dayEnd(expression.date) : at(feature) });
};

const spanEnd = (end: TimeSpanEnd, which: 'start' | 'end', queryables: Queryables): Read<number | null> => {
  if (typeof end === 'object') return property(end.property, queryables) as Read<number | null>;
  if (end === '..') return () => (which === 'start' ? -Infinity : Infinity);
  const time = which === 'end' && !end.includes('T') ? dayEnd(end) : Date.parse(end);
  return () => time;
};

const temporal = ({ op, args }: Operation, queryables: Queryables): Read<Truth> => {
  const [left, right] = args.map((one) => span(one, queryables));
  const isDisjoint = op === 't_disjoint';
  const relation = temporalRelations[isDisjoint ? 't_intersects' : op] ?? [];
  const parts = relation.map(
    ([own, sign, other]): Read<Truth> =>
      (feature) =>
        compare(sign, left?.(feature)[own] ?? null, right?.(feature)[other] ?? null),
  );
  const holds = junction('and', parts);
  return isDisjoint ? (feature) => negated(holds(feature)) : holds;
};
