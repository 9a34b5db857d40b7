import type { Message } from '../../i18n/message.ts';
import type { Geometry, Position } from '../geometry.ts';
import type { BoxLiteral } from './expression.ts';

const EMPTY: Message = { de: 'hier fehlen Punkte', en: 'points are missing here' };
const OPEN: Message = {
  de: 'ein Ring braucht vier Punkte, der letzte ist der erste',
  en: 'a ring needs four points, the last one is the first',
};
const BOX: Message = { de: 'das Rechteck steht verkehrt herum', en: 'the box is upside down' };

/** What a literal lacks to be a geometry: number of points, closed rings. */
export const checkGeometry = (literal: Geometry | BoxLiteral): Message | undefined => {
  if ('bbox' in literal) {
    const { bbox } = literal;
    const half = bbox.length / 2;
    return (bbox[1] ?? 0) > (bbox[1 + half] ?? 0) || (bbox[0] ?? 0) > (bbox[half] ?? 0) ? BOX : undefined;
  }
  switch (literal.type) {
    case 'Point':
      return literal.coordinates.length < 2 ? EMPTY : undefined;
    case 'MultiPoint':
      return literal.coordinates.length === 0 ? EMPTY : undefined;
    case 'LineString':
      return lines([literal.coordinates]);
    case 'MultiLineString':
      return lines(literal.coordinates);
    case 'Polygon':
      return areas([literal.coordinates]);
    case 'MultiPolygon':
      return areas(literal.coordinates);
    case 'GeometryCollection':
      return literal.geometries.length === 0 ? EMPTY : literal.geometries.map(checkGeometry).find(Boolean);
  }
};

const lines = (all: Position[][]): Message | undefined =>
  all.length === 0 || all.some((line) => line.length < 2) ? EMPTY : undefined;

const areas = (all: Position[][][]): Message | undefined => {
  if (all.length === 0 || all.some((rings) => rings.length === 0)) return EMPTY;
  return all.flat().every((ring) => ring.length >= 4 && isClosed(ring)) ? undefined : OPEN;
};

const isClosed = (ring: Position[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
};
