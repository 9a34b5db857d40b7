import * as v from 'valibot';
import { isDay } from '../../../foundation/time/zone.ts';
import type { MeasureFacts } from '../contract.ts';

const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const text = line(8000);

export const effects = ['better', 'none', 'worse', 'unknown'] as const;

/** What is typed at the desk; costs, milestones and funding come from the measures. */
export const PaperFactsSchema = v.object({
  title: v.pipe(line(200), v.minLength(1)),
  body: line(200),
  sittingOn: v.pipe(
    v.string(),
    v.check((day) => day === '' || isDay(day)),
  ),
  facts: text,
  proposal: v.pipe(text, v.minLength(1)),
  funding: text,
  climate: v.picklist(effects),
  climateText: text,
  dataProtection: text,
  alternatives: text,
});
export type PaperFacts = v.InferOutput<typeof PaperFactsSchema>;
export type PaperField = keyof PaperFacts;

export type Resolution = NonNullable<MeasureFacts['resolution']>;

export const ResolutionSchema = v.object({
  on: v.pipe(v.string(), v.check(isDay)),
  body: v.pipe(line(200), v.minLength(1)),
  text: line(2000),
  paper: line(500),
});

export type Paper = {
  ars: string;
  id: string;
  measureId: string | null;
  facts: PaperFacts;
  resolution: Resolution | null;
  revision: number;
  changedAt: Date;
};

export const blankPaper = (title: string): PaperFacts => ({
  title,
  body: '',
  sittingOn: '',
  facts: '',
  proposal: '',
  funding: '',
  climate: 'unknown',
  climateText: '',
  dataProtection: '',
  alternatives: '',
});
