import * as v from 'valibot';

const decimal = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,3}(\.\d{1,15})?$/, 'Dezimalgrad, z. B. 8.4037 / decimal degrees'),
  v.transform(Number),
);
const short = (longest: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const arsKey = v.pipe(
  v.string(),
  v.regex(/^\d{2,12}$/, 'Schlüssel aus 2 bis 12 Ziffern / key of 2 to 12 digits'),
);

/** GET /api/public-services: by everyday words; with a municipality its own texts and those above it. */
export const ServiceSearchSchema = v.strictObject({
  q: short(100),
  ars: v.optional(arsKey),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d?$/, '1 bis 99 / 1 to 99'), v.transform(Number)),
    '10',
  ),
});

export const ServiceIdSchema = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** GET …/authority: one of position, municipality, postcode or text; street and number answer a question put back. */
export const PlaceSchema = v.pipe(
  v.strictObject({
    lon: v.optional(decimal),
    lat: v.optional(decimal),
    ars: v.optional(arsKey),
    postcode: v.optional(v.pipe(v.string(), v.regex(/^\d{5}$/, 'fünf Ziffern / five digits'))),
    place: v.optional(short(200)),
    street: v.optional(short(100)),
    houseNumber: v.optional(short(10)),
  }),
  v.check(
    ({ lon, lat }) => (lon === undefined) === (lat === undefined),
    'lon und lat gehören zusammen / lon and lat belong together',
  ),
  v.check(
    ({ lon, ars, postcode, place }) => [lon, ars, postcode, place].some((one) => one !== undefined),
    'lon und lat, ars, postcode oder place / lon and lat, ars, postcode or place',
  ),
);
export type PlaceQuery = v.InferOutput<typeof PlaceSchema>;

const Text = v.object({ de: v.string(), en: v.string() });

const ServiceSummarySchema = v.object({
  id: v.string(),
  name: v.string(),
  leikaKeys: v.array(v.string()),
  describedBy: v.string(),
});

export const ServiceListSchema = v.object({ services: v.array(ServiceSummarySchema) });

export const ServiceSchema = v.object({
  ...ServiceSummarySchema.entries,
  names: v.record(v.string(), v.string()),
  texts: v.array(v.object({ kind: v.string(), language: v.string(), text: v.string() })),
  lifeEvents: v.array(v.string()),
  channels: v.array(
    v.object({ kind: v.string(), url: v.optional(v.string()), number: v.optional(v.string()) }),
  ),
  forms: v.array(v.object({ url: v.string(), label: v.string() })),
  trustLevel: v.nullable(v.string()),
  attribution: v.string(),
  licence: v.nullable(v.string()),
  demonstration: v.boolean(),
  readAt: v.string(),
});

const OfficeSchema = v.object({
  id: v.string(),
  name: v.string(),
  address: v.array(v.string()),
  lon: v.nullable(v.number()),
  lat: v.nullable(v.number()),
  openingHours: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  mail: v.nullable(v.string()),
  web: v.nullable(v.string()),
});
export type OfficeJson = v.InferOutput<typeof OfficeSchema>;

/** Exactly one of: an office with the reason, a question, or an honest "not known". */
export const AuthoritySchema = v.variant('kind', [
  v.object({
    kind: v.literal('one'),
    municipality: v.string(),
    office: OfficeSchema,
    reason: Text,
    rule: v.object({ attribution: v.string(), readAt: v.string(), demonstration: v.boolean() }),
  }),
  v.object({
    kind: v.literal('ask'),
    by: v.string(),
    question: Text,
    choices: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
  v.object({ kind: v.literal('unknown'), why: v.string(), advice: Text }),
]);
export type AuthorityJson = v.InferOutput<typeof AuthoritySchema>;

/** A file for an application may be larger than any other form; it is sent to these addresses and to no other. */
export const LARGEST_FILE_BYTES = 5 * 1024 * 1024;
export const isApplicationUpload = (method: string, path: string): boolean =>
  method === 'POST' && /^(\/en)?\/antrag\/[0-9]{12}\/mein\/[0-9A-Za-z-]{36,52}\/datei$/.test(path);

/** A data schema of FIM is sent to this address of a desk and to no other. */
export const isSchemaUpload = (method: string, path: string): boolean =>
  method === 'POST' && /^(\/en)?\/rathaus\/[0-9]{12}\/formulare\/einlesen$/.test(path);
