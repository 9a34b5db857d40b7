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
const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((text) => text === 'true'),
);

/** GET /api/offers: around a point, nearest first. Radius in metres. */
export const OfferSearchSchema = v.strictObject({
  lon: number(5, 16),
  lat: number(47, 56),
  radius: v.optional(whole(50, 50_000), '10000'),
  category: v.optional(v.pipe(v.string(), v.maxLength(400))),
  kind: v.optional(v.picklist(['place', 'event'])),
  today: v.optional(flag, 'false'),
  open: v.optional(flag, 'false'),
  free: v.optional(flag, 'false'),
  stepFree: v.optional(flag, 'false'),
  q: v.optional(v.pipe(v.string(), v.maxLength(100))),
  limit: v.optional(whole(1, 100), '50'),
  offset: v.optional(whole(0, 500), '0'),
});

const isoInstant = v.pipe(v.string(), v.isoTimestamp());
const yesNoLimited = v.picklist(['yes', 'no', 'limited']);

const OpeningSchema = v.variant('kind', [
  v.object({ kind: v.literal('open'), until: v.optional(isoInstant) }),
  v.object({ kind: v.literal('closed'), opensAt: v.optional(isoInstant) }),
  v.object({ kind: v.literal('unknown') }),
]);

export const OfferSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  ars: v.string(),
  kind: v.picklist(['place', 'event']),
  category: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  organisation: v.nullable(v.string()),
  address: v.record(v.string(), v.string()),
  lon: v.nullable(v.number()),
  lat: v.nullable(v.number()),
  openingHours: v.nullable(v.string()),
  opening: OpeningSchema,
  price: v.object({ kind: v.picklist(['unknown', 'free', 'paid']), text: v.optional(v.string()) }),
  access: v.object({
    stepFree: v.optional(yesNoLimited),
    accessibleToilet: v.optional(yesNoLimited),
    toilet: v.optional(yesNoLimited),
    hearingLoop: v.optional(yesNoLimited),
    quietHours: v.optional(v.string()),
  }),
  links: v.array(v.object({ url: v.string(), label: v.optional(v.string()) })),
  languages: v.array(v.string()),
  starts: v.nullable(isoInstant),
  ends: v.nullable(isoInstant),
  allDay: v.nullable(v.boolean()),
  status: v.picklist(['scheduled', 'cancelled', 'moved', 'soldOut']),
  licence: v.nullable(v.string()),
  attribution: v.string(),
  demonstration: v.boolean(),
  readAt: isoInstant,
  /** Metres from the asked point, where one was asked. */ distance: v.optional(v.number()),
});

export const OfferListSchema = v.object({ offers: v.array(OfferSchema), next: v.nullable(v.string()) });

export const CategoryListSchema = v.object({
  categories: v.array(
    v.object({
      key: v.string(),
      kind: v.picklist(['place', 'event']),
      de: v.string(),
      en: v.string(),
      schemaType: v.string(),
      osmTags: v.array(v.string()),
    }),
  ),
});

export type OfferSearch = v.InferOutput<typeof OfferSearchSchema>;
export type OfferJson = v.InferOutput<typeof OfferSchema>;

/** An uploaded table may be larger than any other form; it is sent to this address and to no other. */
export const LARGEST_SHEET_BYTES = 5 * 1024 * 1024;
export const isSheetUpload = (method: string, path: string): boolean =>
  method === 'POST' && /^(\/en)?\/rathaus\/[0-9a-f-]{2,36}\/tabellen$/.test(path);
