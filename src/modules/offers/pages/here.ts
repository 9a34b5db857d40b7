import type { LonLat } from '../../../foundation/geo/point.ts';
import type { PlaceInUrl } from '../../../foundation/ui/page.ts';

/** Where the visitor looks: a point, and the municipality it belongs to. */
export type Here = PlaceInUrl & {
  point: LonLat;
  ars: string;
  /** True where the visitor's own position was given: only then directions make sense. */ isPosition: boolean;
};
