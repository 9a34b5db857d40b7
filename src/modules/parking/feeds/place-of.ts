import { findCrs } from '../../../foundation/geo/crs.ts';
import { boxOf, type Geometry, NESTING, positionsOf } from '../../../foundation/geo/geometry.ts';
import { isInGermany, type LonLat, toLonLat } from '../../../foundation/geo/point.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import { dictionary, number } from '../../../foundation/text/foreign-value.ts';

type Refused = { refused: Message };

const refused = (de: string, en: string): Refused => ({ refused: { de, en } });

const NOWHERE = refused('Der Punkt fehlt.', 'The point is missing.');
const NULL_ISLAND = refused(
  'Der Punkt liegt bei 0/0: das steht für »nicht bekannt«.',
  'The point is at 0/0, which stands for “not known”.',
);
const ELSEWHERE = refused('Der Punkt liegt nicht in Deutschland.', 'The point is not in Germany.');

const isUtm32 = (x: number, y: number): boolean =>
  x > 200_000 && x < 1_000_000 && y > 5_200_000 && y < 6_200_000;

/**
 * Two numbers as a place in Germany. Its degrees and its metres of EPSG:25832 share no number, nor do its longitudes
 * and latitudes: what was written in another order, or in metres without a word, has one meaning only.
 */
export const placeOf = (first: unknown, second: unknown): LonLat | Refused => {
  const [a, b] = [number(first), number(second)];
  if (a === undefined || b === undefined) return NOWHERE;
  if (a === 0 && b === 0) return NULL_ISLAND;
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const point = isUtm32(x, y) ? toLonLat({ x, y }) : { lon: x, lat: y };
    if (isInGermany(point)) return rounded(point);
  }
  return ELSEWHERE;
};

/** A ten-millionth of a degree is a centimetre. */
const rounded = ({ lon, lat }: LonLat): LonLat => ({
  lon: Math.round(lon * 1e7) / 1e7,
  lat: Math.round(lat * 1e7) / 1e7,
});

/** The middle of a line or an area, its point otherwise. */
export const placeOfGeometry = (value: unknown): LonLat | Refused => {
  const geometry = dictionary(value);
  if (!Object.hasOwn(NESTING, String(geometry.type)) || !Array.isArray(geometry.coordinates)) return NOWHERE;
  const [west, south, east, north] = boxOf(positionsOf(geometry as Geometry));
  return placeOf((west + east) / 2, (south + north) / 2);
};

const WKT = /^(?:SRID=\d+;)?\s*(?:POINT|(?:MULTI)?(?:LINESTRING|POLYGON))\s*Z?\s*\(([-\d.,\s()e]+)\)$/i;

/** Of Well-Known Text, the middle of all that it holds. */
export const placeOfText = (text: unknown): LonLat | Refused => {
  const inner = typeof text === 'string' ? WKT.exec(text.trim())?.[1] : undefined;
  if (inner === undefined) return NOWHERE;
  const pairs = inner.replace(/[()]/g, ' ').split(',');
  const [west, south, east, north] = boxOf(pairs.map((pair) => pair.trim().split(/\s+/).map(Number)));
  return placeOf((west + east) / 2, (south + north) / 2);
};

/**
 * What a GeoJSON file says of its reference system. Degrees and EPSG:25832 are found by the numbers themselves; zone 33
 * has numbers that look like those of zone 32, so that any other system refuses the file.
 */
export const refusedCrs = (file: unknown): string | undefined => {
  const name = dictionary(dictionary(dictionary(file).crs).properties).name;
  if (typeof name !== 'string' || /CRS84$/.test(name)) return undefined;
  const uri = findCrs(name)?.uri ?? '';
  return /\/(4326|25832|CRS84)$/.test(uri) ? undefined : name.slice(0, 100);
};
