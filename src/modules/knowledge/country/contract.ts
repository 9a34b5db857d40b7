import * as v from 'valibot';

/** What a municipality can be known for, in the order in which it is shown. */
export const signNames = [
  'offers',
  'sources',
  'services',
  'forms',
  'parking',
  'entries',
  'reuses',
  'agenda',
  'measures',
] as const;
export type SignName = (typeof signNames)[number];

/** A column of the picture: one sign, any of them, or none. */
export type Column = SignName | 'known' | 'unknown';

/** By inhabitants; the last one holds those whose number the register does not say. */
export const sizeClasses = ['under5000', 'under20000', 'under100000', 'from100000', 'notCounted'] as const;
export type SizeClass = (typeof sizeClasses)[number];

const column = v.picklist([...signNames, 'known', 'unknown']);
const whole = (most: number, message: string) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/, message), v.transform(Number), v.maxValue(most, message));

/** GET /api/network/country/towns */
export const CountryTownsQuerySchema = v.strictObject({
  sign: v.optional(column),
  state: v.optional(v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-6])$/, '01 bis 16 (Land) / 01 to 16 (state)'))),
  size: v.optional(v.picklist(sizeClasses)),
  field: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{1,30}$/))),
  limit: v.optional(
    v.pipe(whole(1000, '1 bis 1000 / 1 to 1000'), v.minValue(1, '1 bis 1000 / 1 to 1000')),
    '100',
  ),
  offset: v.optional(whole(100_000, '0 bis 100000 / 0 to 100000'), '0'),
});

export const NoCountryQuerySchema = v.strictObject({});

const FiguresSchema = v.object({
  municipalities: v.number(),
  /** Known for at least one thing. */ known: v.number(),
  /** This house knows nothing of them: no statement about what they do. */ unknown: v.number(),
  signs: v.record(v.picklist(signNames), v.number()),
});

const Text = v.object({ de: v.string(), en: v.string() });

export const CountryAnswerSchema = v.object({
  countedAt: v.pipe(v.string(), v.isoTimestamp()),
  signs: v.array(v.object({ sign: v.picklist(signNames), ...Text.entries })),
  country: FiguresSchema,
  states: v.array(v.object({ state: v.string(), name: v.string(), ...FiguresSchema.entries })),
  sizes: v.array(v.object({ size: v.picklist(sizeClasses), ...FiguresSchema.entries })),
  fields: v.array(v.object({ field: v.string(), ...Text.entries, ...FiguresSchema.entries })),
});

export const CountryTownsAnswerSchema = v.object({
  countedAt: v.pipe(v.string(), v.isoTimestamp()),
  count: v.number(),
  offset: v.number(),
  towns: v.array(
    v.object({
      ars: v.string(),
      ags: v.nullable(v.string()),
      name: v.string(),
      state: v.string(),
      population: v.nullable(v.number()),
      size: v.picklist(sizeClasses),
      signs: v.array(v.picklist(signNames)),
    }),
  ),
});
