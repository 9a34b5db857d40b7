/** RFC 7946: longitude first. */
export type Position = number[];
export type Polygon = { type: 'Polygon'; coordinates: Position[][] };
/** Every outline, also one of a single part. */
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] };

/** A feature of a foreign file, of which nothing is known yet. */
export type Feature = {
  type: 'Feature';
  id?: string | number | undefined;
  properties: Record<string, unknown> | null;
  geometry: { type: string } | null;
};
