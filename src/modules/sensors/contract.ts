import * as v from 'valibot';

/** What a thing is. Cameras and plate readers see people: they need an approved assessment (Art. 35 GDPR). */
export const thingKinds = [
  'traffic',
  'parking',
  'weather',
  'air',
  'water',
  'energy',
  'noise',
  'waste',
  'camera',
  'plateReader',
  'other',
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** As it was read, looked at and found right, replaced by another value, or kept though a rule doubts it. */
export const qualities = ['raw', 'checked', 'corrected', 'doubtful'] as const;
export type Quality = (typeof qualities)[number];

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));

/** What everybody may know of a place that is measured. */
export const PlaceBudgetSchema = v.object({
  kind: v.picklist(thingKinds),
  purpose: line(2000),
  legalBasis: line(1000),
  operator: line(300),
  contact: line(300),
  /** How long what is measured stays, in words. */ kept: line(300),
  /** The path of a measure's assessment in this house, or an address. */
  dpiaLink: v.pipe(line(500), v.regex(/^$|^\/[^/\\]|^https?:\/\//, 'https://… / /agenda/…')),
  dpiaApprovedOn: v.nullable(v.pipe(v.string(), v.isoDate())),
  dpiaApprovedRole: v.nullable(v.pipe(line(120), v.nonEmpty())),
});
export type PlaceBudget = v.InferOutput<typeof PlaceBudgetSchema>;

/** A series as other modules see it. */
export type Series = { id: number; name: string; unit: string; place: string; property: string };

/** One hour or day of a series; `expected` where it is known how often a reading comes. */
export type SeriesStep = {
  at: Date;
  count: number;
  sum: number;
  mean: number;
  min: number;
  max: number;
  expected?: number;
};
