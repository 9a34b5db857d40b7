import * as v from 'valibot';

/** What two municipalities are compared by, in the order in which it is shown. */
export const numericFeatures = [
  'population',
  'density',
  'area',
  'city',
  'town',
  'surroundings',
  'stateBorder',
  'outerBorder',
] as const;
export const wordFeatures = ['kind', 'administration', 'state'] as const;
export const features = [...numericFeatures, ...wordFeatures] as const;

export type NumericFeature = (typeof numericFeatures)[number];
export type WordFeature = (typeof wordFeatures)[number];
export type Feature = (typeof features)[number];

export const presetNames = ['balanced', 'size', 'position', 'administration', 'state'] as const;
export type PresetName = (typeof presetNames)[number];

export const LARGEST_WEIGHT = 5;
export const MOST_TWINS = 20;

const weight = v.pipe(v.string(), v.regex(/^[0-5]$/), v.transform(Number));
const FORM = 'z. B. population:3,area:0, Gewichte 0 bis 5 / e.g. population:3,area:0, weights 0 to 5';

/** `population:3,area:0`: what is named wins over the preset. */
const weightList = v.pipe(
  v.string(),
  v.maxLength(300, FORM),
  v.transform((text) => text.split(',').map((part) => part.split(':'))),
  v.array(v.tuple([v.picklist(features, FORM), weight], FORM), FORM),
  v.transform((pairs): Partial<Record<Feature, number>> => Object.fromEntries(pairs)),
);

/** GET /api/network/twins */
export const TwinQuerySchema = v.strictObject({
  key: v.pipe(
    v.string(),
    v.regex(/^(\d{8}|\d{12})$/, 'AGS (8) oder ARS (12 Ziffern) / AGS (8) or ARS (12 digits)'),
  ),
  preset: v.optional(v.picklist(presetNames), 'balanced'),
  weights: v.optional(weightList),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^([1-9]|1\d|20)$/, '1 bis 20 / 1 to 20'), v.transform(Number)),
    String(MOST_TWINS),
  ),
});

const figures = v.object(
  Object.fromEntries(numericFeatures.map((feature) => [feature, v.nullable(v.number())])) as Record<
    NumericFeature,
    v.NullableSchema<v.NumberSchema<undefined>, undefined>
  >,
);

const MunicipalitySchema = v.object({
  ars: v.string(),
  ags: v.nullable(v.string()),
  name: v.string(),
  state: v.string(),
  kind: v.string(),
  administration: v.nullable(v.string()),
  /** Inhabitants, inhabitants per km², km², kilometres as the crow flies, and inhabitants within 30 km. */ figures,
});

const ReasonSchema = v.object({
  feature: v.picklist(features),
  likeness: v.picklist(['same', 'near', 'different']),
  de: v.string(),
  en: v.string(),
});

export const TwinAnswerSchema = v.object({
  municipality: MunicipalitySchema,
  weights: v.record(v.picklist(features), v.number()),
  twins: v.array(
    v.object({
      ...MunicipalitySchema.entries,
      /** 0 is alike in everything that was weighed; 1 is as far apart as towns usually are from the middle. */
      distance: v.number(),
      reasons: v.array(ReasonSchema),
      /** Weighed, but not known of one of the two: left out of the distance. */
      notCompared: v.array(v.picklist(features)),
    }),
  ),
  source: v.string(),
  sourceDate: v.string(),
});
