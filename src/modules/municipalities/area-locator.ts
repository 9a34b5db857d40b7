import Flatbush from 'flatbush';
import pointInPolygon from 'point-in-polygon-hao';
import type { LonLat } from '../../foundation/geo/point.ts';
import type { Outline } from './borders.ts';
import type { MultiPolygon } from './geometry.ts';

type Ring = [number, number][];
type Part = { key: string; rings: Ring[] };

/** Answers in microseconds in whose area a point lies. */
export type AreaLocator = { at: (point: LonLat) => string | undefined };

const partsOf = ({ key, geometry }: Outline): Part[] =>
  geometry.coordinates.map((rings) => ({ key, rings: rings as Ring[] }));

export const locateIn = (outlines: Outline[]): AreaLocator => {
  const parts = outlines.flatMap(partsOf);
  if (parts.length === 0) return { at: () => undefined };
  const boxes = new Flatbush(parts.length);
  for (const { rings } of parts) boxes.add(...boxOf(rings[0] ?? []));
  boxes.finish();
  return {
    at: ({ lon, lat }) => {
      for (const index of boxes.search(lon, lat, lon, lat)) {
        const part = parts[index];
        // 0 is "on the border": either neighbour is right.
        if (part && pointInPolygon([lon, lat], part.rings) !== false) return part.key;
      }
      return undefined;
    },
  };
};

export const boxOf = (ring: Ring): [number, number, number, number] => {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lon, lat] of ring) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
};

const EARTH_RADIUS_KM = 6371.0088;

/** Spherical area; good to a few tenths of a per cent. */
export const areaKm2 = ({ coordinates }: MultiPolygon): number => {
  let sum = 0;
  for (const polygon of coordinates)
    polygon.forEach((ring, index) => {
      let area = 0;
      for (let at = 1; at < ring.length; at += 1) {
        const [lon0 = 0, lat0 = 0] = ring[at - 1] ?? [];
        const [lon1 = 0, lat1 = 0] = ring[at] ?? [];
        const radians = Math.PI / 180;
        area += (lon1 - lon0) * radians * (2 + Math.sin(lat0 * radians) + Math.sin(lat1 * radians));
      }
      sum += (index === 0 ? 1 : -1) * Math.abs((area * EARTH_RADIUS_KM ** 2) / 2);
    });
  return sum;
};
