import * as v from 'valibot';
import { kinds } from '../library/contract.ts';

/** What becomes of a reuse. `dropped`: it was not begun. */
export const reuseStates = ['planned', 'running', 'finished', 'stopped', 'dropped'] as const;
export type ReuseState = (typeof reuseStates)[number];

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const euros = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What it may cost here: between the same as there, and in proportion to the people; both bounds are shown. */
const ScaledCostSchema = v.object({
  there: euros,
  /** Null: the people here or there are not known, or the entry has no town; then nothing is scaled. */
  here: v.nullable(v.object({ least: euros, proposed: euros, most: euros })),
});
export type ScaledCost = v.InferOutput<typeof ScaledCostSchema>;

/** A measure as it begins: taken from an entry of the library, for a municipality. The file that the agenda takes. */
export const MeasureDraftSchema = v.object({
  format: v.literal('allmende-measure-draft'),
  formatVersion: v.literal(1),
  title: text(120),
  goal: text(1000),
  field: v.nullable(text(40)),
  costOnce: v.nullable(ScaledCostSchema),
  costYearly: v.nullable(ScaledCostSchema),
  months: v.nullable(v.number()),
  staff: v.nullable(text(200)),
  funding: v.nullable(text(200)),
  legalBasis: v.nullable(text(4000)),
  dataProtection: v.nullable(text(4000)),
  risks: v.array(text(4000)),
  /** As it was measured there: a value to begin with, and one to reach. */
  indicator: v.nullable(v.object({ before: v.nullable(text(4000)), after: v.nullable(text(4000)) })),
  checklist: v.array(v.object({ what: text(40), text: v.nullable(text(4000)) })),
  for: v.object({ ars: text(12), name: text(200), population: v.nullable(v.number()) }),
  origin: v.object({
    entry: v.pipe(v.string(), v.uuid()),
    version: v.number(),
    kind: v.picklist(kinds),
    address: text(300),
    organisation: v.nullable(text(200)),
    ars: v.nullable(text(12)),
    population: v.nullable(v.number()),
    licence: text(40),
  }),
});
export type MeasureDraft = v.InferOutput<typeof MeasureDraftSchema>;

/** The event `entry-reused`, told with the reuse itself. */
export const EntryReusedSchema = v.object({
  reuse: v.pipe(v.string(), v.uuid()),
  organisation: v.string(),
  draft: MeasureDraftSchema,
});
