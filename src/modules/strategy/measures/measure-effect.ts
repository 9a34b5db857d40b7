import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(4000));

/** What the agenda takes of the event `effect-published`: what a pilot has shown of a measure. */
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

export type MeasureEffect = Omit<v.InferOutput<typeof EffectPublishedSchema>, 'pilot' | 'measure'>;
