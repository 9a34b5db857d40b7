import * as v from 'valibot';

/** The fields of action that the founding documents name; a municipality adds its own. */
export const fieldsOfAction = [
  'housing',
  'energy',
  'mobility',
  'education',
  'generalInterest',
  'administration',
  'health',
] as const;
export type FieldOfAction = (typeof fieldsOfAction)[number];

export const measureStates = ['idea', 'planned', 'running', 'paused', 'done', 'stopped'] as const;
export type MeasureState = (typeof measureStates)[number];

/** Whether somebody answers for a measure: computed from the last word and the owner. */
const lives = ['alive', 'fading', 'silent', 'ownerless', 'over'] as const;
export type Life = (typeof lives)[number];

const line = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const uuid = v.pipe(v.string(), v.uuid());
const day = v.pipe(v.string(), v.isoDate());
const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const euros = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000_000));

/** What one year of a measure takes. */
const YearSchema = v.object({
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
  /** Euros that are paid once. */ once: euros,
  /** Euros that come back every year. */ running: euros,
  /** Euros that were really paid; null or absent: nobody said so yet. */ spent: v.optional(
    v.nullable(euros),
  ),
  /** Full-time equivalents of the own staff. */ staff: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
});
export type Year = v.InferOutput<typeof YearSchema>;

const MilestoneSchema = v.object({ id: uuid, title: line(200), due: day, doneOn: v.nullable(day) });
export type Milestone = v.InferOutput<typeof MilestoneSchema>;

const IndicatorSchema = v.object({
  id: uuid,
  name: line(200),
  unit: line(40),
  before: v.nullable(v.number()),
  target: v.nullable(v.number()),
  latest: v.nullable(v.object({ value: v.number(), on: day })),
  source: line(200),
});
export type Indicator = v.InferOutput<typeof IndicatorSchema>;

/** Everything that a measure says of itself; who answers for it and how it stands are columns of their own. */
export const MeasureFactsSchema = v.object({
  title: line(120),
  goal: line(1000),
  /** Of the list, or one of the agenda's own. */ fields: v.array(line(60)),
  goalIds: v.array(uuid),
  /** The task of who leads, as it is shown to everybody. */ leadRole: line(120),
  involved: line(1000),
  partners: line(1000),
  legalBasis: line(4000),
  funding: line(1000),
  begins: v.nullable(month),
  ends: v.nullable(month),
  /** What it is worth to the town, 1 to 5: for the proposal of an order. */ benefit: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  ),
  years: v.array(YearSchema),
  milestones: v.array(MilestoneSchema),
  dependsOn: v.array(uuid),
  indicators: v.array(IndicatorSchema),
  /** What people can use because of it: an offer, a service, a place; absent as long as there is nothing. */ offered:
    v.optional(v.nullable(v.object({ name: line(200), address: line(500) }))),
  checklist: v.array(v.object({ what: line(40), text: v.nullable(line(4000)) })),
  resolution: v.nullable(v.object({ on: day, body: line(200), text: line(2000), paper: line(500) })),
});
export type MeasureFacts = v.InferOutput<typeof MeasureFactsSchema>;

/** Where a measure was taken from. */
const OriginSchema = v.object({
  entry: uuid,
  version: v.number(),
  address: line(300),
  organisation: v.nullable(line(200)),
});
export type Origin = v.InferOutput<typeof OriginSchema>;

/** The payload of the event `measure-told`: how a measure stands, told whenever somebody says so. */
export type MeasureTold = {
  measure: string;
  title: string;
  /** The reuse by which it began, for the library. */ reuse: string | null;
  state: MeasureState;
  text: string;
  indicators: Indicator[];
};

/** The payload of the event `measure-shared`: a measure that others are to learn from. */
export type MeasureShared = Pick<
  MeasureFacts,
  | 'title'
  | 'goal'
  | 'fields'
  | 'leadRole'
  | 'partners'
  | 'legalBasis'
  | 'funding'
  | 'begins'
  | 'ends'
  | 'indicators'
> & {
  measure: string;
  state: MeasureState;
  /** Euros, all years together. */ once: number;
  /** Euros in the dearest year. */ yearly: number;
  /** Years of full-time work. */ staffYears: number;
  /** The last word. */ text: string;
};
