import * as v from 'valibot';

/** HTTP border of `/api/municipalities`: all that a browser needs to know of this module. */

const degrees = (from: number, to: number) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d{1,3}(\.\d{1,15})?$/, 'Dezimalgrad, z. B. 8.4037 / decimal degrees'),
    v.transform(Number),
    v.minValue(from, `mindestens / at least ${from}`),
    v.maxValue(to, `höchstens / at most ${to}`),
  );

export const NameQuery = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d?$/, '1 bis 50 / 1 to 50'),
      v.transform(Number),
      v.maxValue(50, '1 bis 50 / 1 to 50'),
    ),
    '10',
  ),
});

export const PointQuery = v.strictObject({ lon: degrees(-180, 180), lat: degrees(-90, 90) });

export const PostcodeParameter = v.strictObject({
  postcode: v.pipe(v.string(), v.regex(/^\d{5}$/, 'fünf Ziffern / five digits')),
});

export const KeyParameter = v.strictObject({
  key: v.pipe(
    v.string(),
    v.regex(
      /^(\d{2}|\d{3}|\d{5}|\d{8}|\d{9}|\d{12})$/,
      'AGS (2, 3, 5, 8 Ziffern) oder ARS (2, 3, 5, 9, 12 Ziffern) / AGS or ARS digits',
    ),
  ),
});

export const NoParameters = v.strictObject({});

const UnitSchema = v.object({
  ars: v.string(),
  ags: v.nullable(v.string()),
  level: v.picklist(['state', 'region', 'district', 'association', 'municipality']),
  kind: v.string(),
  kindLabel: v.string(),
  name: v.string(),
  suffix: v.nullable(v.string()),
  displayName: v.string(),
  /** Address of its page. */ path: v.nullable(v.string()),
});
export type Unit = v.InferOutput<typeof UnitSchema>;

const Text = v.object({ de: v.string(), en: v.string() });

const FactsSchema = v.object({
  ...UnitSchema.entries,
  seat: v.nullable(v.string()),
  population: v.nullable(v.number()),
  areaKm2: v.nullable(v.number()),
  postcode: v.nullable(v.string()),
  lon: v.nullable(v.number()),
  lat: v.nullable(v.number()),
  validFrom: v.string(),
  source: v.string(),
  sourceDate: v.string(),
});
export type Facts = v.InferOutput<typeof FactsSchema>;

const Hit = v.object({
  municipality: UnitSchema,
  label: v.string(),
  hint: v.string(),
  match: v.picklist(['exact', 'prefix', 'word', 'similar']),
});

export const NameAnswerSchema = v.object({ municipalities: v.array(Hit) });
export type NameAnswer = v.InferOutput<typeof NameAnswerSchema>;

/** `approximate`: the point lies in no known boundary; the municipality is that of the nearest seat. */
export const PointAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('inside'), municipality: FactsSchema }),
  v.object({ kind: v.literal('approximate'), municipality: FactsSchema, metres: v.number() }),
  v.object({ kind: v.literal('outside') }),
]);

/** `ask`: several municipalities share the postcode; only the person can tell which one is meant. */
export const PostcodeAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('one'), municipality: FactsSchema, source: v.string() }),
  v.object({ kind: v.literal('ask'), candidates: v.array(Hit), source: v.string() }),
  v.object({ kind: v.literal('none') }),
]);

/** `note` and `oldName` where the key asked for is an old one; `others` where its area was divided. */
export const KeyAnswerSchema = v.object({
  municipality: FactsSchema,
  chain: v.array(UnitSchema),
  neighbours: v.array(UnitSchema),
  note: v.optional(Text),
  oldName: v.optional(v.string()),
  others: v.optional(v.array(UnitSchema)),
});
