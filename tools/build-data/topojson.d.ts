// The two packages ship no types; this is what the build uses of them.
declare module 'topojson-server' {
  import type { FeatureCollection } from 'geojson';

  export const topology: <Topology>(objects: Record<string, FeatureCollection>) => Topology;
}

declare module 'topojson-simplify' {
  export const presimplify: <Topology>(topology: Topology) => Topology;
  export const simplify: <Topology>(topology: Topology, minimumWeight: number) => Topology;
}
