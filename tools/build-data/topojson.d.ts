// The two packages ship no types; this is what the build uses of them.
declare module 'topojson-server' {
  import type { FeatureCollection } from 'geojson';
  import type { GeometryCollection, Topology } from 'topojson-specification';
  export const topology: (
    objects: Record<string, FeatureCollection>,
  ) => Topology<Record<string, GeometryCollection>>;
}

declare module 'topojson-simplify' {
  import type { GeometryCollection, Topology } from 'topojson-specification';

  type Any = Topology<Record<string, GeometryCollection>>;
  export const presimplify: (topology: Any) => Any;
  export const simplify: (topology: Any, minimumWeight: number) => Any;
}
