import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/**
 * What is asked, and the answers there are. Types of areas: §§ 2 to 11 BauNVO; `unknown` stands for "I do not know" and
 * for no plan at all.
 */
export const permitQuestions = {
  ground: ['private', 'street'],
  kind: ['open', 'garage'],
  area: ['WS', 'WR', 'WA', 'WB', 'MD', 'MDW', 'MI', 'MU', 'MK', 'GE', 'GI', 'SO', 'unknown'],
  permit: ['residents', 'business', 'public', 'unknown'],
  time: ['outside', 'always'],
  who: ['neighbours', 'everybody'],
  price: ['free', 'paid'],
  right: ['owner', 'tenant', 'specialUse', 'common'],
  consent: ['yes', 'no'],
  access: ['own', 'secured', 'tolerated'],
} as const;

export type PermitQuestion = keyof typeof permitQuestions;
export type PermitAnswers = { [Question in PermitQuestion]?: (typeof permitQuestions)[Question][number] };

export const verdicts = ['green', 'amber', 'red'] as const;
export type Verdict = (typeof verdicts)[number];

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(600));
const day = v.pipe(v.string(), v.isoDate());
const answersOf = (values: readonly string[]) =>
  v.optional(v.pipe(v.array(v.picklist(values)), v.minLength(1)));

const RuleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z-]{3,40}$/)),
  verdict: v.picklist(verdicts),
  /** Holds where each question named here was answered with one of these. */
  when: v.strictObject({
    ground: answersOf(permitQuestions.ground),
    kind: answersOf(permitQuestions.kind),
    area: answersOf(permitQuestions.area),
    permit: answersOf(permitQuestions.permit),
    time: answersOf(permitQuestions.time),
    who: answersOf(permitQuestions.who),
    price: answersOf(permitQuestions.price),
    right: answersOf(permitQuestions.right),
    consent: answersOf(permitQuestions.consent),
    access: answersOf(permitQuestions.access),
    /** Whether the municipality has published that sharing is wanted there. */
    ruling: answersOf(['yes', 'no']),
  }),
  law: text,
  /** Keys of the states where it holds; absent: in all. */
  states: v.optional(v.array(v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-6])$/)))),
  validFrom: day,
  validTo: v.optional(day),
  de: text,
  en: text,
});

const RulesSchema = v.strictObject({
  source: text,
  rules: v.pipe(
    v.array(RuleSchema),
    v.minLength(1),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice'),
  ),
});

export type PermitRule = v.InferOutput<typeof RuleSchema>;
export type PermitRules = v.InferOutput<typeof RulesSchema>;

/** @throws Error that names what is wrong with the file. */
export const readPermitRules = (file = join('data', 'parking', 'permit-rules.json')): PermitRules => {
  const parsed = v.safeParse(RulesSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
};
