import * as v from 'valibot';

const number = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d+(\.\d+)?$/, 'Zahl erwartet / number expected'),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, 'ganze Zahl erwartet / whole number expected'),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
/** What kind of place it is; a `spot` is one marked space, or a few side by side, for one audience. */
export const siteKinds = [
  'surface',
  'garage',
  'underground',
  'street',
  'parkAndRide',
  'spot',
  'stands',
  'lockers',
  'shed',
  'other',
] as const;
export type SiteKind = (typeof siteKinds)[number];

const purposeIn = v.picklist(['car', 'bike']);
const isoInstant = v.pipe(v.string(), v.isoTimestamp());
const count = v.pipe(v.number(), v.integer());

/** GET /api/parking/sites: around a point, nearest first. Radius in metres. */
export const SiteSearchSchema = v.strictObject({
  lon: number(5, 16),
  lat: number(47, 56),
  radius: v.optional(whole(50, 20_000), '2000'),
  purpose: v.optional(purposeIn, 'car'),
  counted: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
    'false',
  ),
  limit: v.optional(whole(1, 100), '50'),
  offset: v.optional(whole(0, 1_000), '0'),
});

const SiteSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  ars: v.string(),
  name: v.string(),
  purpose: purposeIn,
  kind: v.picklist(siteKinds),
  lon: v.number(),
  lat: v.number(),
  /** Metres from the asked point. */ distance: v.number(),
  address: v.nullable(v.string()),
  capacity: v.nullable(count),
  capacityFor: v.record(v.string(), count),
  /** Null: nothing is known of how full it is, which is not the same as full. */
  occupancy: v.nullable(
    v.object({
      state: v.picklist(['unknown', 'fresh', 'stale', 'undated', 'implausible', 'full', 'forecast']),
      free: v.nullable(count),
      occupied: v.nullable(count),
      of: v.nullable(count),
      at: v.nullable(isoInstant),
      readAt: v.nullable(isoInstant),
      kind: v.picklist(['realtime', 'forecast', 'unknown']),
      quality: v.picklist(['plausible', 'negative', 'overCapacity']),
    }),
  ),
  hasFee: v.nullable(v.boolean()),
  feeText: v.nullable(v.string()),
  heightCm: v.nullable(count),
  maxStayMinutes: v.nullable(count),
  openingHours: v.nullable(v.string()),
  operator: v.nullable(v.string()),
  url: v.nullable(v.string()),
  source: v.string(),
  attribution: v.string(),
  licence: v.nullable(v.string()),
  demonstration: v.boolean(),
  readAt: isoInstant,
});

export const SiteListSchema = v.object({ sites: v.array(SiteSchema), next: v.nullable(v.string()) });

export type SiteJson = v.InferOutput<typeof SiteSchema>;

/** GET /api/parking/sites/{id}/counts: how the count changed. */
export const CountSearchSchema = v.strictObject({ days: v.optional(whole(1, 60), '7') });
export const CountListSchema = v.object({
  counts: v.array(
    v.object({
      at: isoInstant,
      free: v.nullable(count),
      occupied: v.nullable(count),
      quality: v.picklist(['plausible', 'negative', 'overCapacity']),
    }),
  ),
});

/** GET /api/parking/parkapi/v3/parking-sites. */
export const ParkApiSearchSchema = v.strictObject({
  source_uid: v.optional(v.pipe(v.string(), v.maxLength(80))),
  purpose: v.optional(v.picklist(['CAR', 'BIKE'])),
  limit: v.optional(whole(1, 5_000), '1000'),
  start: v.optional(v.pipe(v.string(), v.maxLength(60))),
});

const ParkApiSourceSchema = v.object({
  uid: v.string(),
  name: v.string(),
  public_url: v.nullable(v.string()),
  attribution_license: v.nullable(v.string()),
  attribution_contributor: v.string(),
  has_realtime_data: v.boolean(),
  static_data_updated_at: v.nullable(isoInstant),
});

export const ParkApiSourceListSchema = v.object({
  items: v.array(ParkApiSourceSchema),
  total_count: count,
});

/** The limits are those of ParkAPI v3's own validators. */
const ParkApiSiteSchema = v.object({
  uid: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  source_uid: v.string(),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  operator_name: v.optional(v.pipe(v.string(), v.maxLength(256))),
  public_url: v.optional(v.pipe(v.string(), v.url(), v.maxLength(4_096))),
  address: v.optional(v.pipe(v.string(), v.maxLength(512))),
  description: v.optional(v.pipe(v.string(), v.maxLength(4_096))),
  purpose: v.picklist(['CAR', 'BIKE']),
  type: v.picklist([
    'ON_STREET',
    'OFF_STREET_PARKING_GROUND',
    'UNDERGROUND',
    'CAR_PARK',
    'STANDS',
    'LOCKERS',
    'SHED',
    'OTHER',
  ]),
  lat: v.pipe(v.number(), v.minValue(34), v.maxValue(72)),
  lon: v.pipe(v.number(), v.minValue(-27), v.maxValue(43)),
  capacity: v.optional(v.pipe(count, v.minValue(0))),
  restrictions: v.optional(v.array(v.object({ type: v.string(), capacity: v.pipe(count, v.minValue(0)) }))),
  max_height: v.optional(v.pipe(count, v.minValue(0))),
  max_stay: v.optional(v.pipe(count, v.minValue(0))),
  has_fee: v.optional(v.boolean()),
  fee_description: v.optional(v.pipe(v.string(), v.maxLength(4_096))),
  opening_hours: v.optional(v.pipe(v.string(), v.maxLength(512))),
  park_and_ride_type: v.optional(v.array(v.literal('YES'))),
  has_realtime_data: v.boolean(),
  static_data_updated_at: isoInstant,
  realtime_capacity: v.optional(v.pipe(count, v.minValue(0))),
  realtime_free_capacity: v.optional(v.pipe(count, v.minValue(0))),
  realtime_data_updated_at: v.optional(isoInstant),
});

export const ParkApiSiteListSchema = v.object({
  items: v.array(ParkApiSiteSchema),
  next_path: v.nullable(v.string()),
});

export type ParkApiSite = v.InferOutput<typeof ParkApiSiteSchema>;
export type ParkApiSource = v.InferOutput<typeof ParkApiSourceSchema>;
