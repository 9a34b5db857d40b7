import { CRS84_URI, type Crs } from '../crs.ts';
import { type Geometry, mapPositions, polygonOfBox, positionsOf } from '../geometry.ts';
import { type Cql2Refusal, type Expression, isBox, isGeometry, isOperation, refusal } from './expression.ts';

/** A box literal as a polygon in its own system. */
const flatBox = (bbox: number[]): [number, number, number, number] => {
  const half = bbox.length / 2;
  return [bbox[0] ?? 0, bbox[1] ?? 0, bbox[half] ?? 0, bbox[half + 1] ?? 0];
};

/** All geometries of a checked filter in longitude and latitude; vertices are moved, edges stay straight lines between them. */
export const reproject = (filter: Expression, crs: Crs): Expression | Cql2Refusal => {
  let isOutside = false;
  const geometry = (given: Geometry): Geometry => {
    const moved = crs.uri === CRS84_URI ? given : mapPositions(given, crs.toLonLat);
    for (const [lon = Number.NaN, lat = Number.NaN] of positionsOf(moved))
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) isOutside = true;
    return moved;
  };
  const walk = (part: Expression): Expression => {
    if (Array.isArray(part)) return part.map(walk);
    if (isGeometry(part)) return geometry(part);
    if (isBox(part)) return geometry(boxPolygon(flatBox(part.bbox), crs));
    return isOperation(part) ? { op: part.op, args: part.args.map(walk) } : part;
  };
  const moved = walk(filter);
  return isOutside
    ? refusal('filter', 'Koordinaten liegen außerhalb der Erde', 'coordinates lie outside the earth')
    : moved;
};

const STEPS = 16;

/** With points on its edges where those are curves on the ellipsoid. */
export const boxPolygon = (box: [number, number, number, number], crs: Crs): Geometry => {
  const polygon = polygonOfBox(box);
  if (!crs.uri.endsWith('/25832')) return polygon;
  const [ring = []] = polygon.coordinates;
  const dense = ring.slice(0, -1).flatMap(([x = 0, y = 0], corner) => {
    const [toX = 0, toY = 0] = ring[corner + 1] ?? [];
    return Array.from({ length: STEPS }, (_, step) => [
      x + ((toX - x) * step) / STEPS,
      y + ((toY - y) * step) / STEPS,
    ]);
  });
  return { type: 'Polygon', coordinates: [[...dense, ring[0] ?? []]] };
};
