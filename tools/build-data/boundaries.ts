import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import { areaKm2 } from '../../src/modules/municipalities/area-locator.ts';
import type { MultiPolygon, Position } from '../../src/modules/municipalities/geometry.ts';
import type { ReadBoundary } from '../../src/modules/municipalities/import/boundaries.ts';
import { featuresOfTopology, type Topology } from '../../src/modules/municipalities/import/topology.ts';
import type { RegisterFacts } from '../../src/modules/municipalities/municipality.ts';

type Area = { type: 'MultiPolygon'; id?: string; arcs: number[][][]; properties: { ARS?: string } };
type Areas = Omit<Topology, 'objects'> & {
  objects: { municipalities: { type: 'GeometryCollection'; geometries: Area[] } };
};

// The client's types want every object to be able to be anything.
const asTopology = (areas: Areas) => areas as unknown as Topology;

// Five decimals: 1.1 m. The same grid before and after, so that neighbours keep meeting in the same vertices.
const GRID = { scale: [1e-5, 1e-5] as [number, number], translate: [5, 47] as [number, number] };
const snapped = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

const snapRing = (ring: Position[]): Position[] => {
  const points = ring.map(([lon = 0, lat = 0]): Position => [snapped(lon), snapped(lat)]);
  return points.filter((point, index) => {
    const before = points[index - 1];
    return !before || before[0] !== point[0] || before[1] !== point[1];
  });
};

const snap = ({ coordinates }: MultiPolygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: coordinates
    .map((polygon) => polygon.map(snapRing).filter((ring) => ring.length >= 4))
    .filter((polygon) => polygon.length > 0),
});

/** Outlines of an older map as areas of today: those with the same successor become one, then all are simplified. */
export const buildBoundaries = (
  map: Map<string, ReadBoundary>,
  successorOf: (ags: string) => string | undefined,
  current: Map<string, RegisterFacts>,
  smallestTriangle: number,
): Areas => {
  const collection = {
    type: 'FeatureCollection',
    features: [...map.values()].map(({ ags, geometry }) => ({
      type: 'Feature',
      id: ags,
      properties: {},
      geometry: snap(geometry),
    })),
  };
  const whole = topology<Areas>({ municipalities: collection });
  const parts = new Map<string, Area[]>();
  for (const geometry of whole.objects.municipalities.geometries) {
    const ags = current.has(String(geometry.id)) ? String(geometry.id) : successorOf(String(geometry.id));
    const ars = current.get(ags ?? '')?.ars;
    if (!ars) console.log(`  ${geometry.id} ${map.get(String(geometry.id))?.name}: no municipality of today`);
    else parts.set(ars, [...(parts.get(ars) ?? []), geometry]);
  }
  const geometries = [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([ars, list]): Area => ({
        ...(mergeArcs(asTopology(whole), list as Parameters<typeof mergeArcs>[1]) as unknown as Area),
        properties: { ARS: ars },
      }),
    );
  return compact(withAreas(whole, geometries), smallestTriangle);
};

const withAreas = (areas: Areas, geometries: Area[]): Areas => ({
  ...areas,
  objects: { municipalities: { type: 'GeometryCollection', geometries } },
});

const compact = (merged: Areas, smallestTriangle: number): Areas => {
  const weighted = presimplify(merged);
  keepSmallRings(weighted);
  const simple = withoutSpecks(simplify(weighted, smallestTriangle));
  return withoutUnusedArcs(
    quantize(
      asTopology(simple) as Parameters<typeof quantize>[0],
      GRID as unknown as number,
    ) as unknown as Areas,
  );
};

/** A closed arc (an island) would shrink to a line: its three weightiest vertices stay. */
const keepSmallRings = (areas: Areas): void => {
  for (const arc of areas.arcs) {
    const inner = arc.slice(1, -1).sort((a, b) => (b[2] ?? 0) - (a[2] ?? 0));
    const [first] = arc;
    const last = arc.at(-1);
    const isRing = first?.[0] === last?.[0] && first?.[1] === last?.[1];
    for (const point of inner.slice(0, isRing ? 4 : 1)) point[2] = Number.POSITIVE_INFINITY;
  }
};

// Islets, and slivers that two surveys left along one border, of less than 0.02 km² are dropped; the largest part never.
const SPECK_KM2 = 0.02;

const withoutSpecks = (areas: Areas): Areas => {
  const outlines = featuresOfTopology(asTopology(areas));
  const geometries = areas.objects.municipalities.geometries.map((area, index) => {
    const outline = outlines[index]?.geometry as MultiPolygon;
    const sizes = outline.coordinates.map((polygon) =>
      areaKm2({ type: 'MultiPolygon', coordinates: [polygon] }),
    );
    const largest = Math.max(...sizes);
    const isKept = (size = 0) => size === largest || size >= SPECK_KM2;
    return { ...area, arcs: area.arcs.filter((_, part) => isKept(sizes[part])) };
  });
  return withAreas(areas, geometries);
};

const withoutUnusedArcs = (areas: Areas): Areas => {
  const used = new Map<number, number>();
  const arcs: Areas['arcs'] = [];
  const renumber = (index: number): number => {
    const forward = index < 0 ? ~index : index;
    const known = used.get(forward) ?? arcs.push(areas.arcs[forward] ?? []) - 1;
    used.set(forward, known);
    return index < 0 ? ~known : known;
  };
  const geometries = areas.objects.municipalities.geometries.map((area) => ({
    ...area,
    arcs: area.arcs.map((polygon) => polygon.map((ring) => ring.map(renumber))),
  }));
  return { ...withAreas(areas, geometries), arcs };
};
