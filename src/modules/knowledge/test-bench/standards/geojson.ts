import * as v from 'valibot';
import { isInGermany } from '../../../../foundation/geo/point.ts';
import { type Notebook, notebook, type Unreadable, type Verdict } from '../verdict.ts';

// RFC 7946. A collection of OGC API Features is one, with more members.

type Ring = number[][];
const TYPES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

/** Positive: counterclockwise, as RFC 7946 wants the outer ring. */
const signedArea = (ring: Ring): number =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

const checkPosition = (
  position: unknown,
  place: string,
  { must, should }: Notebook,
): position is number[] => {
  const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) {
    must(
      'RFC 7946, 3.1.1',
      'Eine Position besteht nicht aus zwei Zahlen.',
      'A position does not consist of two numbers.',
      place,
    );
    return false;
  }
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    must(
      'RFC 7946, 4',
      'Eine Position ist nicht in Grad (WGS 84). Sind es Meter?',
      'A position is not in degrees (WGS 84). Are these metres?',
      `${place}: ${lon}, ${lat}`,
    );
  else if (isInGermany({ lon: lat, lat: lon }) && !isInGermany({ lon, lat }))
    must(
      'RFC 7946, 3.1.1',
      'Länge und Breite sind vertauscht: Die Länge steht zuerst.',
      'Longitude and latitude are swapped: longitude comes first.',
      `${place}: ${lon}, ${lat}`,
    );
  else if (!isInGermany({ lon, lat }))
    should(
      'RFC 7946, 4',
      'Eine Position liegt nicht in Deutschland.',
      'A position is not in Germany.',
      `${place}: ${lon}, ${lat}`,
    );
  return true;
};

const checkRing = (ring: unknown, isOuter: boolean, place: string, book: Notebook): void => {
  if (!Array.isArray(ring) || ring.length < 4) {
    book.must(
      'RFC 7946, 3.1.6',
      'Ein Ring hat weniger als vier Positionen.',
      'A ring has fewer than four positions.',
      place,
    );
    return;
  }
  if (!ring.every((position) => checkPosition(position, place, book))) return;
  const closed = ring as Ring;
  if (closed[0]?.join() !== closed.at(-1)?.join())
    book.must(
      'RFC 7946, 3.1.6',
      'Ein Ring endet nicht, wo er beginnt.',
      'A ring does not end where it begins.',
      place,
    );
  if (signedArea(closed) > 0 !== isOuter)
    book.should(
      'RFC 7946, 3.1.6',
      'Ein Ring läuft anders herum: außen gegen den Uhrzeigersinn, Löcher mit ihm.',
      'A ring runs the other way: outside counterclockwise, holes clockwise.',
      place,
    );
};

const checkRings = (rings: unknown, place: string, book: Notebook): void => {
  if (Array.isArray(rings)) for (const [at, ring] of rings.entries()) checkRing(ring, at === 0, place, book);
  else book.must('RFC 7946, 3.1.6', 'Ein Polygon hat keine Ringe.', 'A polygon has no rings.', place);
};

const each = (value: unknown, place: string, book: Notebook, check: (part: unknown) => void): void => {
  if (Array.isArray(value)) for (const part of value) check(part);
  else
    book.must(
      'RFC 7946, 3.1',
      'Einer Geometrie fehlen ihre Koordinaten.',
      'A geometry lacks its coordinates.',
      place,
    );
};

const checkGeometry = (geometry: unknown, place: string, book: Notebook): void => {
  const { type, coordinates, geometries } = (geometry ?? {}) as Record<string, unknown>;
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    book.must(
      'RFC 7946, 1.4',
      'Diese Art von Geometrie gibt es nicht.',
      'There is no such kind of geometry.',
      `${place}: ${String(type)}`,
    );
    return;
  }
  const position = (one: unknown) => checkPosition(one, place, book);
  const line = (one: unknown) => each(one, place, book, position);
  if (type === 'Point') position(coordinates);
  else if (type === 'MultiPoint' || type === 'LineString') line(coordinates);
  else if (type === 'MultiLineString') each(coordinates, place, book, line);
  else if (type === 'Polygon') checkRings(coordinates, place, book);
  else if (type === 'MultiPolygon') each(coordinates, place, book, (rings) => checkRings(rings, place, book));
  else each(geometries, place, book, (one) => checkGeometry(one, place, book));
};

const Feature = v.looseObject({
  type: v.literal('Feature'),
  id: v.optional(v.unknown()),
  geometry: v.unknown(),
  properties: v.unknown(),
});

const checkFeature = (feature: unknown, place: string, book: Notebook): void => {
  const read = v.safeParse(Feature, feature);
  if (!read.success || !('geometry' in read.output) || !('properties' in read.output)) {
    book.must(
      'RFC 7946, 3.2',
      'Ein Objekt ist kein Feature mit geometry und properties.',
      'An object is no Feature with geometry and properties.',
      place,
    );
    return;
  }
  const { id, geometry, properties } = read.output;
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    book.must(
      'RFC 7946, 3.2',
      'Eine id ist weder Text noch Zahl.',
      'An id is neither text nor number.',
      place,
    );
  if (properties !== null && (typeof properties !== 'object' || Array.isArray(properties)))
    book.must(
      'RFC 7946, 3.2',
      'properties ist weder ein Objekt noch null.',
      'properties is neither an object nor null.',
      place,
    );
  if (geometry !== null) checkGeometry(geometry, place, book);
};

/** @param json a FeatureCollection, a Feature or a geometry. */
export const checkGeoJson = (json: Record<string, unknown>): Verdict | Unreadable => {
  const book = notebook();
  if ('crs' in json)
    book.must(
      'RFC 7946, 4',
      'Das Mitglied »crs« gibt es nicht mehr: Koordinaten sind immer WGS 84.',
      'There is no member "crs" any more: coordinates are always WGS 84.',
    );
  const { type, features } = json;
  if (type === 'FeatureCollection') {
    if (!Array.isArray(features))
      return {
        unreadable: {
          de: 'Der FeatureCollection fehlen ihre features.',
          en: 'The FeatureCollection lacks its features.',
        },
      };
    for (const [at, feature] of features.entries()) checkFeature(feature, `features[${at}]`, book);
  } else if (type === 'Feature') checkFeature(json, 'Feature', book);
  else checkGeometry(json, String(type), book);
  const count = Array.isArray(features) ? features.length : 1;
  return {
    standard: 'geojson',
    findings: book.findings(),
    counts: [{ what: { de: 'Objekte', en: 'features' }, count }],
  };
};
