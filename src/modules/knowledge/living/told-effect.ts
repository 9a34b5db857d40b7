import * as v from 'valibot';
import type { EntryKind, Parts } from '../library/contract.ts';

const text = v.pipe(v.string(), v.maxLength(4000));

/** What the library takes of the event `effect-published`: what a pilot has shown. */
export const EffectPublishedSchema = v.object({
  pilot: v.pipe(v.string(), v.uuid()),
  measure: v.nullable(v.pipe(v.string(), v.uuid())),
  title: text,
  indicator: text,
  verdict: v.picklist(['works', 'does-not', 'cannot-tell']),
  /** In per cent. */ change: v.nullable(
    v.object({ estimate: v.number(), low: v.number(), high: v.number() }),
  ),
  recommendation: v.object({ choice: v.picklist(['scale', 'change', 'stop']), text }),
  path: v.pipe(v.string(), v.regex(/^\/pilotprojekte\/[\w./-]+$/)),
});
type ToldEffect = v.InferOutput<typeof EffectPublishedSchema>;

const VERDICTS: Record<ToldEffect['verdict'], string> = {
  works: 'wirkt',
  'does-not': 'wirkt nicht',
  'cannot-tell': 'lässt sich nicht sagen',
};

const percent = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toLocaleString('de-DE')} %`;

const LONGEST_LINE = 1000;

/** »Radstraße: Räder je Tag +12,3 % (+4 % bis +20 %), wirkt«. */
export const effectLine = ({ title, indicator, verdict, change }: ToldEffect): string => {
  const figures = change
    ? `${indicator} ${percent(change.estimate)} (${percent(change.low)} bis ${percent(change.high)})`
    : `${indicator} zu wenig gemessen`;
  return `${title}: ${figures}, ${VERDICTS[verdict]}`.slice(0, LONGEST_LINE);
};

const MOST_TITLE = 120;

/** A pilot that no entry stands for yet, as a draft: what was measured is filled in, the rest is for people. */
export const draftFromEffect = (told: ToldEffect): { kind: EntryKind; parts: Parts } => ({
  kind: 'caseStudy',
  parts: {
    title: told.title.slice(0, MOST_TITLE),
    phase: told.recommendation.choice === 'change' ? 'pilot' : 'finished',
    after: `${effectLine(told)}\n${told.path}`,
    differently: told.recommendation.text,
  },
});
