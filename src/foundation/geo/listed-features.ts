import { compileFilter } from './cql2/evaluate.ts';
import { boxPolygon } from './cql2/reproject.ts';
import { findCrs, UTM32_URI } from './crs.ts';
import type { BoxFilter, Feature, FeaturePage, FeatureQuery, Queryables } from './feature-collection.ts';
import { type Box, boxesMeet, boxHolds, boxOf, mapPositions, polygonOfBox, positionsOf } from './geometry.ts';
import { intersects, shapeOf } from './spatial-relation.ts';

/** A feature held in the process. `geometry` may be a getter that makes the outline on first use. */
export type ListedFeature = Feature & {
  /** Absent where the feature has no geometry. */ box: Box | undefined;
};

type Pages = {
  page: (query: FeatureQuery) => FeaturePage | { refused: 'cursor' };
  byId: (id: string) => Feature | undefined;
};

const CURSOR = /^[\w.-]{1,64}$/;

const meets = ({ crs, box }: BoxFilter): ((feature: ListedFeature) => boolean) => {
  const utm = findCrs(UTM32_URI);
  const polygon =
    crs === 'CRS84' || !utm ? polygonOfBox(box) : mapPositions(boxPolygon(box, utm), utm.toLonLat);
  const shape = shapeOf(polygon);
  const around = boxOf(positionsOf(polygon));
  return (feature) => {
    if (!feature.box || !boxesMeet(feature.box, around)) return false;
    // Most of what meets a box in degrees lies wholly inside it.
    if (crs === 'CRS84' && boxHolds(around, feature.box)) return feature.geometry !== null;
    return feature.geometry !== null && intersects(shapeOf(feature.geometry), shape);
  };
};

/** Pages over features that the process holds, in the order of their ids. */
export const listedFeatures = (features: readonly ListedFeature[], queryables: Queryables): Pages => {
  const sorted = features.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((feature) => [feature.id, feature]));
  return {
    byId: (id) => byId.get(id),
    page: ({ bbox, filter, limit, after }) => {
      if (after !== undefined && !CURSOR.test(after)) return { refused: 'cursor' };
      const isInBox = bbox ? meets(bbox) : undefined;
      const passes = filter === undefined ? undefined : compileFilter(filter, queryables);
      const found: Feature[] = [];
      for (const feature of sorted) {
        if (after !== undefined && feature.id <= after) continue;
        if ((isInBox && !isInBox(feature)) || (passes && passes(feature) !== true)) continue;
        found.push(feature);
        if (found.length > limit) break;
      }
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        features: page,
        ...(found.length > limit && last && { next: last.id }),
        ...(!bbox && filter === undefined && { numberMatched: sorted.length }),
      };
    },
  };
};
