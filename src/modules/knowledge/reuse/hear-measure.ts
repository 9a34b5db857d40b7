import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import type { ReuseState } from './contract.ts';
import { findReuse, saveOutcome } from './reuse-store.ts';

/** What the library takes of `measure-told`: how a measure stands that was made from an entry. */
const ToldSchema = v.object({
  reuse: v.nullable(v.pipe(v.string(), v.uuid())),
  state: v.picklist(['idea', 'planned', 'running', 'paused', 'done', 'stopped']),
  text: v.string(),
  indicators: v.array(
    v.object({
      name: v.string(),
      unit: v.string(),
      before: v.nullable(v.number()),
      latest: v.nullable(v.object({ value: v.number(), on: v.string() })),
    }),
  ),
});

const STATES: Record<v.InferOutput<typeof ToldSchema>['state'], ReuseState> = {
  idea: 'planned',
  planned: 'planned',
  running: 'running',
  paused: 'running',
  done: 'finished',
  stopped: 'stopped',
};
const LONGEST = 2000;

/** »Anträge: vorher 0 %, 2026-11-20: 12 %« */
const measured = ({ indicators }: v.InferOutput<typeof ToldSchema>): string[] =>
  indicators.flatMap(({ name, unit, before, latest }) => {
    if (latest === null) return [];
    const value = (number: number) => `${number.toLocaleString('de-DE')} ${unit}`.trim();
    return [
      `${name}: ${before === null ? '' : `vorher ${value(before)}, `}${latest.on}: ${value(latest.value)}`,
    ];
  });

/** The word of a measure comes back to the entry from which it was taken. */
export const hearMeasure = async (
  { database, clock }: Context,
  { ars, payload }: { ars: string; payload: unknown },
): Promise<void> => {
  const told = v.parse(ToldSchema, payload);
  const reuse = told.reuse === null ? undefined : await findReuse(database, ars, told.reuse);
  if (!reuse) return;
  const result = [told.text, ...measured(told)].filter(Boolean).join('\n').slice(0, LONGEST);
  await saveOutcome(database, reuse, {
    state: STATES[told.state],
    result: result || reuse.result,
    isNamed: reuse.is_named,
    revision: reuse.revision,
    now: clock(),
  });
};
