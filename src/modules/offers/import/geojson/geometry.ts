import type { LonLat } from '../../../../foundation/geo/point.ts';
import { jsonOf } from '../border/bytes.ts';
import { readPoint } from '../border/facts.ts';
import { type ReaderInput, type Unreadable, unreadable } from '../border/reading.ts';
import { array, type Dictionary, dictionary } from '../border/value.ts';

/** The features of a FeatureCollection with their place in the file, and the collection for its other members. */
export const featuresOf = (
  input: ReaderInput,
): { features: { position: string; item: Dictionary }[]; collection: Dictionary } | Unreadable => {
  const read = jsonOf(input);
  if ('refused' in read) return read;
  const collection = dictionary(read.json);
  if (!Array.isArray(collection.features))
    return unreadable('Kein GeoJSON: »features« fehlt.', 'Not GeoJSON: "features" is missing.');
  const features = collection.features.map((feature, index) => ({
    position: `features[${index}]`,
    item: dictionary(feature),
  }));
  return { features, collection };
};

const MOST_POSITIONS = 100_000;

/** A point of the geometry: itself, the middle vertex of a line, the middle of the box around anything else. */
export const pointOfGeometry = (geometry: unknown): LonLat | undefined => {
  const { type, coordinates } = dictionary(geometry);
  const points = positionsOf(coordinates);
  if (points.length === 0) return undefined;
  if (type === 'LineString') return points[Math.floor(points.length / 2)];
  const lons = points.map((point) => point.lon);
  const lats = points.map((point) => point.lat);
  return { lon: middle(lons), lat: middle(lats) };
};

const middle = (values: number[]): number => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return least === most ? least : Number(((least + most) / 2).toFixed(7));
};

/** Some publishers write coordinates as strings. Nesting is walked without recursion: depth is the stranger's choice. */
const positionsOf = (coordinates: unknown): LonLat[] => {
  const found: LonLat[] = [];
  const open: unknown[] = [coordinates];
  while (open.length > 0 && found.length < MOST_POSITIONS) {
    const next = open.pop();
    if (!Array.isArray(next)) continue;
    if (!Array.isArray(next[0])) {
      const point = readPoint(next[0], next[1]);
      if (point) found.push(point);
    } else for (const inner of array(next).toReversed()) open.push(inner);
  }
  return found;
};
