// The two packages ship no types; this is what the build uses of them.
declare module 'topojson-server' {
  export const topology: <Topology>(objects: Record<string, unknown>) => Topology;
}

declare module 'topojson-simplify' {
  export const presimplify: <Topology>(topology: Topology) => Topology;
  export const simplify: <Topology>(topology: Topology, minimumWeight: number) => Topology;
}
