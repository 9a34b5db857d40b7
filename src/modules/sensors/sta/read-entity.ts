import * as v from 'valibot';
import { checkGeometry } from '../../../foundation/geo/cql2/check-geometry.ts';
import { boxOf, type Geometry, positionsOf } from '../../../foundation/geo/geometry.ts';
import { PlaceBudgetSchema } from '../contract.ts';
import { timeOf } from './read-time.ts';

const text = v.pipe(v.string(), v.maxLength(4000));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
const json = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check(
    (value) => JSON.stringify(value).length <= 10_000,
    'höchstens 10.000 Zeichen / at most 10,000 characters',
  ),
);

export const LinkSchema = v.object({ '@iot.id': id });

const TIME = 'ein Zeitpunkt wie 2026-11-22T18:00:00Z / a moment like 2026-11-22T18:00:00Z';
const span = v.pipe(
  v.string(),
  v.transform(timeOf),
  v.check((found) => found !== undefined, TIME),
  v.transform((found) => found as { start: Date; end?: Date }),
);
const moment = v.pipe(
  span,
  v.transform(({ start }) => start),
);

const LATITUDE = 90;
const LONGITUDE = 180;
const isOnEarth = (geometry: Geometry): boolean => {
  const positions = [...positionsOf(geometry)];
  return (
    positions.length > 0 &&
    positions.every(
      ([lon, lat]) =>
        typeof lon === 'number' &&
        typeof lat === 'number' &&
        Math.abs(lon) <= LONGITUDE &&
        Math.abs(lat) <= LATITUDE,
    )
  );
};

const geometryIn = (value: Record<string, unknown>): Geometry | undefined => {
  const candidate = (value.type === 'Feature' ? value.geometry : value) as Geometry | undefined;
  try {
    if (!candidate || checkGeometry(candidate) || !isOnEarth(candidate)) return undefined;
    return candidate;
  } catch {
    // Whatever is no geometry at all breaks on the way.
    return undefined;
  }
};

/** GeoJSON, with the point that filters and maps look at: of an area its middle. */
const place = v.pipe(
  json,
  v.transform((value) => ({ value, geometry: geometryIn(value) })),
  v.check(({ geometry }) => geometry !== undefined, 'eine Geometrie als GeoJSON / a geometry as GeoJSON'),
  v.transform(({ value, geometry }) => {
    const [west, south, east, north] = boxOf(positionsOf(geometry as Geometry));
    return { value, point: { lon: (west + east) / 2, lat: (south + north) / 2 } };
  }),
);

const encoding = v.pipe(
  v.string(),
  v.picklist(['application/geo+json', 'application/vnd.geo+json'], 'application/geo+json'),
);

const number = v.pipe(
  v.number(
    'eine Zahl; Texte und Wahrheitswerte werden hier nicht gespeichert / a number; texts and booleans are not stored here',
  ),
  v.finite(),
);
const unit = v.object({
  name: v.nullish(text, ''),
  symbol: v.nullish(text, ''),
  definition: v.nullish(text, ''),
});

const kept = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500)));
const seconds = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31_536_000)));

/** What each entity says of itself; links and inner entities are read apart. */
export const own = {
  Thing: v.object({ name, description: v.optional(text, ''), properties: v.optional(json, {}) }),
  Location: v.object({
    name,
    description: v.optional(text, ''),
    encodingType: encoding,
    location: place,
    properties: v.optional(json, {}),
  }),
  Datastream: v.object({
    name,
    description: v.optional(text, ''),
    observationType: v.optional(text, 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement'),
    unitOfMeasurement: unit,
    properties: v.optional(v.looseObject({ keptDays: kept, expectedSeconds: seconds }), {}),
  }),
  Sensor: v.object({
    name,
    description: v.optional(text, ''),
    encodingType: v.optional(text, 'text/plain'),
    metadata: v.optional(text, ''),
    properties: v.optional(json, {}),
  }),
  ObservedProperty: v.object({
    name,
    definition: text,
    description: v.optional(text, ''),
    properties: v.optional(json, {}),
  }),
  FeatureOfInterest: v.object({
    name,
    description: v.optional(text, ''),
    encodingType: encoding,
    feature: place,
    properties: v.optional(json, {}),
  }),
  Observation: v.object({
    phenomenonTime: v.nullish(span),
    resultTime: v.nullish(moment),
    result: number,
    resultQuality: v.optional(v.unknown()),
    validTime: v.nullish(v.pipe(v.string(), v.maxLength(100))),
    parameters: v.nullish(json),
  }),
} as const;

export type Own = { [Name in keyof typeof own]: v.InferOutput<(typeof own)[Name]> };

/** The privacy budget of a place travels in the properties of a thing. */
export const BudgetInProperties = v.object({
  kind: v.optional(PlaceBudgetSchema.entries.kind, 'other'),
  purpose: v.optional(PlaceBudgetSchema.entries.purpose, ''),
  legalBasis: v.optional(PlaceBudgetSchema.entries.legalBasis, ''),
  operator: v.optional(PlaceBudgetSchema.entries.operator, ''),
  contact: v.optional(PlaceBudgetSchema.entries.contact, ''),
  kept: v.optional(PlaceBudgetSchema.entries.kept, ''),
  dpia: v.optional(PlaceBudgetSchema.entries.dpiaLink, ''),
  dpiaApprovedOn: v.optional(PlaceBudgetSchema.entries.dpiaApprovedOn, null),
  dpiaApprovedBy: v.optional(PlaceBudgetSchema.entries.dpiaApprovedRole, null),
});
const BUDGET_NAMES = new Set([...Object.keys(BudgetInProperties.entries), 'ars', 'demonstration']);

/** What of the properties is nobody's column. */
export const otherProperties = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !BUDGET_NAMES.has(key)));
