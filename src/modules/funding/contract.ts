import * as v from 'valibot';

/** Fields of action, by the ids that agendas use. */
export const fundingFields = [
  'housing',
  'energy',
  'mobility',
  'education',
  'generalInterest',
  'administration',
  'health',
] as const;

export const levels = ['eu', 'federal', 'state', 'other'] as const;
export const applicantKinds = [
  'municipality',
  'urbanDistrict',
  'district',
  'association',
  'company',
  'joint',
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const day = v.pipe(v.string(), v.isoDate());
const euros = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000_000));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const people = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000));

/**
 * A programme as rules for a machine. Null means throughout: the source does not say it, so nobody here says it either.
 * What a source says in words that no rule holds stands in `rest`, and turns a no into "cannot tell".
 */
export const ProgrammeFactsSchema = v.object({
  title: v.pipe(text(300), v.minLength(1)),
  giver: v.pipe(text(300), v.minLength(1)),
  level: v.nullable(v.picklist(levels)),
  /** Keys of the register that the area is made of: '' is the whole country. */
  area: v.nullable(v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{0,12}$/))), v.minLength(1))),
  areaText: text(300),
  applicants: v.nullable(v.object({ kinds: v.array(v.picklist(applicantKinds)), rest: text(300) })),
  /** Both null: the source says that size does not matter. */
  inhabitants: v.nullable(v.object({ from: v.nullable(people), to: v.nullable(people) })),
  fields: v.nullable(v.object({ ids: v.array(v.picklist(fundingFields)), rest: text(300) })),
  money: v.object({
    /** Share that is paid. */ rate: v.nullable(percent),
    /** The share is the highest, and may be less. */ isUpTo: v.boolean(),
    /** Share for municipalities whose budget is weak. */ weakRate: v.nullable(percent),
    cap: v.nullable(euros),
    /** Below, nothing is paid. */ leastCost: v.nullable(euros),
    text: text(500),
  }),
  deadline: v.object({
    opens: v.nullable(day),
    closes: v.nullable(day),
    /** Without a last day, says the source. */ isRolling: v.boolean(),
    isSaidClosed: v.boolean(),
    text: text(500),
  }),
  /** Words of other programmes with which it may not come together; empty: with all it may. */
  notWith: v.nullable(v.array(v.pipe(text(120), v.minLength(2)))),
  /** When the source was right: a year, a month or a day. */
  sourceOn: v.nullable(v.pipe(v.string(), v.regex(/^20\d{2}(-(0[1-9]|1[0-2])(-\d{2})?)?$/))),
  sourceUrl: v.pipe(text(2000), v.regex(/^https?:\/\//)),
});
export type ProgrammeFacts = v.InferOutput<typeof ProgrammeFactsSchema>;

export type ProgrammeState = 'open' | 'ahead' | 'unknown' | 'closed';
export const verdicts = ['yes', 'no', 'cannot-tell'] as const;
export type Verdict = (typeof verdicts)[number];

export type Condition = 'deadline' | 'area' | 'applicant' | 'size' | 'field' | 'cost' | 'combination';
