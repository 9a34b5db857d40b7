import { isInGermany } from '../../../foundation/geo/point.ts';
import type { Feature, MultiPolygon, Polygon, Position } from '../geometry.ts';
import type { Rejection } from '../municipality.ts';
import { agsOfArs, isAgs } from '../municipality-key.ts';
import { featuresOfTopology, isTopology } from './topology.ts';

/** The outline of one municipality as a foreign file has it, under its AGS of then. */
export type ReadBoundary = { ags: string; name: string; geometry: MultiPolygon };
export type BoundaryReading = { boundaries: ReadBoundary[]; rejected: Rejection[]; skipped: number };

// VG250: GF 1 and 2 are water, 3 and 4 are land.
const isWater = (properties: Record<string, unknown>): boolean => properties.GF === 1 || properties.GF === 2;

/**
 * Reads boundaries of the Federal Agency for Cartography (VG250, VG5000) in WGS84 from GeoJSON or TopoJSON, also where
 * the parts of one municipality are features of their own or collections lie in a list.
 */
export const readBoundaries = (document: unknown): BoundaryReading => {
  const byAgs = new Map<string, ReadBoundary>();
  const rejected: Rejection[] = [];
  let skipped = 0;
  let number = 0;
  for (const one of featuresOf(document)) {
    number += 1;
    const properties = (one.properties ?? {}) as Record<string, unknown>;
    if (isWater(properties)) skipped += 1;
    else {
      const read = readFeature(one, properties);
      if ('reason' in read) rejected.push({ position: String(number), ...read });
      else {
        const known = byAgs.get(read.ags);
        if (known) known.geometry.coordinates.push(...read.geometry.coordinates);
        else byAgs.set(read.ags, read);
      }
    }
  }
  return { boundaries: [...byAgs.values()], rejected, skipped };
};

const featuresOf = function* (document: unknown): Generator<Feature> {
  if (Array.isArray(document)) for (const part of document) yield* featuresOf(part);
  else if (typeof document === 'object' && document !== null) {
    if (isTopology(document)) yield* featuresOfTopology(document);
    else if ('features' in document) yield* featuresOf(document.features);
    else yield document as Feature;
  }
};

const isArea = (geometry: Feature['geometry']): geometry is Polygon | MultiPolygon =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

const readFeature = (
  { geometry }: Feature,
  properties: Record<string, unknown>,
): ReadBoundary | Pick<Rejection, 'reason'> => {
  const keys = [properties.AGS, properties.ags, properties.ARS, properties.ars, properties.RS].map(String);
  const ags = keys.map((key) => (key.length === 12 ? (agsOfArs(key) ?? '') : key)).find(isAgs);
  if (!ags)
    return {
      reason: { de: 'Kein Gemeindeschlüssel (AGS, ARS, RS)', en: 'No municipality key (AGS, ARS, RS)' },
    };
  if (!isArea(geometry)) return { reason: { de: `${ags}: keine Fläche`, en: `${ags}: no area` } };
  const polygons = polygonsOf(geometry);
  const first = polygons[0]?.[0]?.[0];
  if (!first || !isInGermany({ lon: first[0] ?? 0, lat: first[1] ?? 0 }))
    return {
      reason: {
        de: `${ags}: Koordinaten nicht in Grad (WGS84) oder nicht in Deutschland`,
        en: `${ags}: coordinates not in degrees (WGS84) or not in Germany`,
      },
    };
  const name = String(properties.GEN ?? properties.name ?? '');
  return { ags, name, geometry: { type: 'MultiPolygon', coordinates: [...polygons] } };
};

const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
