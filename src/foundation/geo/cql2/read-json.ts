import { type Geometry, NESTING } from '../geometry.ts';
import {
  type Cql2Refusal,
  type Expression,
  instantOf,
  isIdentifier,
  isPlainText,
  LIMITS,
  type ReadFilter,
  refusal,
  type TimeSpanEnd,
} from './expression.ts';

type Reader = {
  placeOf: WeakMap<object, string>;
  parts: number;
  positions: number;
  first: Cql2Refusal | undefined;
};
type Json = Record<string, unknown>;

/** Reads CQL2 JSON. Only what the standard knows is taken over, so that nothing foreign travels further. */
export const readJson = (text: string): ReadFilter | Cql2Refusal => {
  if (text.length > LIMITS.characters)
    return refusal(
      'filter',
      `höchstens ${LIMITS.characters} Zeichen`,
      `at most ${LIMITS.characters} characters`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refusal('filter', 'das ist kein JSON', 'this is not JSON');
  }
  const reader: Reader = { placeOf: new WeakMap(), parts: 0, positions: 0, first: undefined };
  const filter = expression(reader, value, 'filter', 0);
  return reader.first ?? { filter, placeOf: reader.placeOf };
};

const refuse = (reader: Reader, at: string, de: string, en: string): false => {
  reader.first ??= refusal(at, de, en);
  return false;
};

const expression = (reader: Reader, value: unknown, at: string, depth: number): Expression => {
  reader.parts += 1;
  if (reader.first) return false;
  if (depth > LIMITS.depth) return refuse(reader, at, 'zu tief geschachtelt', 'nested too deeply');
  if (reader.parts > LIMITS.parts)
    return refuse(reader, at, `höchstens ${LIMITS.parts} Teile`, `at most ${LIMITS.parts} parts`);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (typeof value === 'string' && isPlainText(value)) return value;
  if (Array.isArray(value))
    return value.map((one, index) => expression(reader, one, `${at}.${index}`, depth + 1));
  if (typeof value !== 'object' || value === null)
    return refuse(reader, at, 'hier steht kein Ausdruck', 'this is no expression');
  const found = object(reader, value as Json, at, depth);
  if (typeof found === 'object') reader.placeOf.set(found, at);
  return found;
};

const object = (reader: Reader, value: Json, at: string, depth: number): Expression => {
  const { op, args, property, date, timestamp, interval, bbox, type } = value;
  if (typeof op === 'string' && Array.isArray(args))
    return { op, args: args.map((one, index) => expression(reader, one, `${at}.args.${index}`, depth + 1)) };
  if (typeof property === 'string')
    return isIdentifier(property)
      ? { property }
      : refuse(reader, at, `»${property}« ist kein Name`, `“${property}” is no name`);
  if (typeof date === 'string' || typeof timestamp === 'string') return instant(reader, value, at);
  if (Array.isArray(interval)) return span(reader, interval, at);
  if (Array.isArray(bbox) && type === undefined)
    return (bbox.length === 4 || bbox.length === 6) && bbox.every(Number.isFinite)
      ? { bbox: bbox.map(Number) }
      : refuse(reader, at, 'bbox hat vier oder sechs Zahlen', 'bbox has four or six numbers');
  if (typeof type === 'string') return geometry(reader, value, at, 0);
  return refuse(reader, at, 'hier steht kein Ausdruck', 'this is no expression');
};

const instant = (reader: Reader, { date, timestamp }: Json, at: string): Expression => {
  const found = instantOf(String(date ?? timestamp));
  return found && 'date' in found === (date !== undefined)
    ? found
    : refuse(
        reader,
        at,
        'ein Tag sieht so aus: 2026-11-22, ein Zeitpunkt so: 2026-11-22T18:00:00Z',
        'a day looks like 2026-11-22, a moment like 2026-11-22T18:00:00Z',
      );
};

const span = (reader: Reader, [start, end, more]: unknown[], at: string): Expression => {
  const one = (value: unknown): TimeSpanEnd => {
    if (typeof value === 'string' && (value === '..' || instantOf(value))) return value;
    const property = (value as Json | null)?.property;
    if (typeof property === 'string' && isIdentifier(property)) return { property };
    refuse(
      reader,
      at,
      'interval hat zwei Enden: Tag, Zeitpunkt oder ".."',
      'interval has two ends: day, moment or ".."',
    );
    return '..';
  };
  if (more !== undefined) refuse(reader, at, 'interval hat zwei Enden', 'interval has two ends');
  return { interval: [one(start), one(end)] };
};

const geometry = (reader: Reader, value: Json, at: string, depth: number): Geometry | false => {
  const { type, coordinates, geometries } = value;
  if (
    type === 'GeometryCollection' &&
    Array.isArray(geometries) &&
    depth === 0 &&
    geometries.length <= LIMITS.parts
  ) {
    const members = geometries.map((one) => geometry(reader, (one ?? {}) as Json, at, 1));
    return { type, geometries: members.filter((one) => one !== false) };
  }
  if (typeof type === 'string' && Object.hasOwn(NESTING, type)) {
    const known = type as keyof typeof NESTING;
    if (nests(reader, coordinates, NESTING[known])) return { type: known, coordinates } as Geometry;
  }
  return reader.positions > LIMITS.positions
    ? refuse(reader, at, `höchstens ${LIMITS.positions} Punkte`, `at most ${LIMITS.positions} points`)
    : refuse(reader, at, 'das ist keine GeoJSON-Geometrie', 'this is no GeoJSON geometry');
};

const nests = (reader: Reader, value: unknown, depth: number): boolean => {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.every((one) => nests(reader, one, depth - 1));
  reader.positions += 1;
  if (reader.positions > LIMITS.positions) return false;
  return (value.length === 2 || value.length === 3) && value.every(Number.isFinite);
};
