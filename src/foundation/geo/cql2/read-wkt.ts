import type { Geometry, Position } from '../geometry.ts';
import { type BoxLiteral, LIMITS } from './expression.ts';
import type { TokenReader } from './token-reader.ts';

const TYPES = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
} as const;

type Wkt = keyof typeof TYPES;

/** @returns the geometry's keyword where one begins here: "point" alone may be a property. */
export const wktAhead = (reader: TokenReader): Wkt | 'BBOX' | undefined => {
  const word = reader.peek().text.toUpperCase();
  if (reader.peek().kind !== 'word' || !(word === 'BBOX' || Object.hasOwn(TYPES, word))) return undefined;
  const isOpen = reader.peek(reader.peek(1).text.toUpperCase() === 'Z' ? 2 : 1).text === '(';
  return isOpen ? (word as Wkt | 'BBOX') : undefined;
};

export const readWkt = (reader: TokenReader, word: Wkt | 'BBOX'): Geometry | BoxLiteral => {
  const { at } = reader.next();
  reader.takes('Z');
  if (word === 'BBOX') return readBox(reader, at);
  const geometry = readGeometry(reader, word);
  return geometry;
};

const number = (reader: TokenReader): number => {
  const isNegative = reader.takes('-');
  if (!isNegative) reader.takes('+');
  const token = reader.next();
  const value = token.kind === 'number' ? Number(token.text) : Number.NaN;
  if (!Number.isFinite(value)) reader.refuse(token.at, 'hier fehlt eine Zahl', 'a number is missing here');
  return isNegative && value !== 0 ? -value : value;
};

const readBox = (reader: TokenReader, at: number): BoxLiteral => {
  const bbox = listOf(reader, () => number(reader));
  if (bbox.length !== 4 && bbox.length !== 6)
    reader.refuse(at, 'BBOX hat vier oder sechs Zahlen', 'BBOX has four or six numbers');
  return { bbox };
};

/** ( one , one … ) */
const listOf = <T>(reader: TokenReader, one: () => T): T[] => {
  reader.expect('(');
  const all: T[] = [];
  do {
    if (all.length >= LIMITS.positions)
      reader.refuse(
        reader.peek().at,
        `höchstens ${LIMITS.positions} Punkte`,
        `at most ${LIMITS.positions} points`,
      );
    all.push(one());
  } while (reader.takes(','));
  reader.expect(')');
  return all;
};

const position = (reader: TokenReader): Position => {
  const found = [number(reader), number(reader)];
  if (reader.peek().kind === 'number' || reader.peek().text === '-') found.push(number(reader));
  return found;
};

const readGeometry = (reader: TokenReader, word: Wkt): Geometry => {
  const type = TYPES[word];
  const positions = () => listOf(reader, () => position(reader));
  const lines = () => listOf(reader, positions);
  switch (type) {
    case 'Point':
      return { type, coordinates: positions()[0] ?? [] };
    case 'LineString':
      return { type, coordinates: positions() };
    case 'MultiPoint':
      // Both MULTIPOINT((1 2), (3 4)) and the older MULTIPOINT(1 2, 3 4) are in use.
      return {
        type,
        coordinates: listOf(reader, () =>
          reader.peek().text === '(' ? (positions()[0] ?? []) : position(reader),
        ),
      };
    case 'Polygon':
    case 'MultiLineString':
      return { type, coordinates: lines() };
    case 'MultiPolygon':
      return { type, coordinates: listOf(reader, lines) };
    case 'GeometryCollection':
      return { type, geometries: listOf(reader, () => member(reader)) };
  }
};

const member = (reader: TokenReader): Geometry => {
  const word = wktAhead(reader);
  const { at } = reader.peek();
  if (word && word !== 'BBOX' && word !== 'GEOMETRYCOLLECTION') {
    reader.next();
    reader.takes('Z');
    return readGeometry(reader, word);
  }
  reader.refuse(at, 'hier fehlt eine Geometrie', 'a geometry is missing here');
  return { type: 'Point', coordinates: [0, 0] };
};
