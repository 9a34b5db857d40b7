import { type Geometry, NESTING, type Position } from '../geometry.ts';
import {
  type Expression,
  isBox,
  isGeometry,
  isInstant,
  isProperty,
  isTimeSpan,
  type Operation,
  type TimeSpanEnd,
} from './expression.ts';
import { isKeyword } from './read-text.ts';

/**
 * The filter as CQL2 Text.
 * The language has no way to write a backslash before a quote or at the end of a text: such a text is read back changed.
 */
export const writeText = (expression: Expression): string => {
  if (typeof expression === 'string') return quote(expression);
  if (typeof expression === 'number') return String(expression);
  if (typeof expression === 'boolean') return expression ? 'TRUE' : 'FALSE';
  if (Array.isArray(expression)) return `(${expression.map(writeText).join(', ')})`;
  if (isProperty(expression)) return name(expression.property);
  if (isInstant(expression))
    return 'date' in expression ? `DATE('${expression.date}')` : `TIMESTAMP('${expression.timestamp}')`;
  if (isTimeSpan(expression)) return `INTERVAL(${expression.interval.map(spanEnd).join(', ')})`;
  if (isBox(expression)) return `BBOX(${expression.bbox.join(', ')})`;
  return isGeometry(expression) ? wkt(expression) : operation(expression);
};

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const RESERVED = /^(z|date|timestamp|interval)$/i;
const name = (property: string): string =>
  isKeyword(property) || RESERVED.test(property) ? `"${property}"` : property;
const spanEnd = (end: TimeSpanEnd): string => (typeof end === 'string' ? quote(end) : name(end.property));

const within = (expression: Expression): string =>
  typeof expression === 'object' && 'op' in expression && !isFunction(expression.op)
    ? `(${writeText(expression)})`
    : writeText(expression);

const isFunction = (op: string): boolean => /^([sta]_|casei$|accenti$)/.test(op);

const operation = ({ op, args }: Operation): string => {
  const [first = false, second = false, third = false] = args;
  if (op === 'not') return `NOT ${within(first)}`;
  if (op === 'isNull') return `${within(first)} IS NULL`;
  if (op === 'between') return `${within(first)} BETWEEN ${within(second)} AND ${within(third)}`;
  if (op === 'in') return `${within(first)} IN ${writeText(second)}`;
  if (isFunction(op)) return `${op.toUpperCase()}(${args.map(writeText).join(', ')})`;
  return args.map(within).join(` ${op.toUpperCase()} `);
};

const wkt = (geometry: Geometry): string => {
  const word = geometry.type.toUpperCase();
  if (geometry.type === 'GeometryCollection') return `${word}(${geometry.geometries.map(wkt).join(', ')})`;
  if (geometry.type === 'Point') return `${word}(${geometry.coordinates.join(' ')})`;
  if (geometry.type === 'MultiPoint')
    return `${word}(${geometry.coordinates.map((one) => `(${one.join(' ')})`).join(', ')})`;
  return word + rings(geometry.coordinates, NESTING[geometry.type]);
};

const rings = (coordinates: Position[] | Position[][] | Position[][][], depth: number): string =>
  depth === 1
    ? `(${(coordinates as Position[]).map((one) => one.join(' ')).join(', ')})`
    : `(${(coordinates as Position[][]).map((one) => rings(one as never, depth - 1)).join(', ')})`;
