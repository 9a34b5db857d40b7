import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { insertEntry } from '../library/entry-store.ts';
import { findReuse, saveOutcome } from '../reuse/reuse-store.ts';
import { draftEntry } from './draft-entry.ts';
import { hasLiving, linkLiving, tellLiving } from './living-store.ts';
import { figureText, MeasureSharedSchema, MeasureToldSchema, reuseStates } from './told-measure.ts';

type Event = { ars: string; payload: unknown; at: Date };

const LONGEST = 2000;

/** The library's ear for `measure-told`: the word comes back to the entry it was taken from, and to its own entry. */
export const hearMeasure = async (
  { database, clock }: Context,
  { ars, payload, at }: Event,
): Promise<void> => {
  const { measure, reuse: reuseId, state, text, indicators } = v.parse(MeasureToldSchema, payload);
  await tellLiving(database, { ars, sourceId: measure, state, text, figures: indicators, toldAt: at });
  const reuse = reuseId === null ? undefined : await findReuse(database, ars, reuseId);
  if (!reuse) return;
  const told = [text, ...indicators.flatMap((figure) => figureText(figure) ?? [])];
  const result = told.filter(Boolean).join('\n').slice(0, LONGEST);
  await saveOutcome(database, reuse, {
    state: reuseStates[state],
    result: result || reuse.result,
    isNamed: reuse.is_named,
    revision: reuse.revision,
    now: clock(),
  });
};

/** The library's ear for `measure-shared`: a draft at the desk of the town, alive as long as its measure is. */
export const hearShared = async (
  { database, clock, newId }: Context,
  { ars, payload, at }: Event,
): Promise<void> => {
  const measure = v.parse(MeasureSharedSchema, payload);
  if (await hasLiving(database, { ars, sourceId: measure.measure })) return;
  const { kind, parts } = draftEntry(measure);
  const id = newId();
  await insertEntry(database, { ars, id: ars }, { id, kind, parts, now: clock() });
  await linkLiving(database, {
    ars,
    sourceId: measure.measure,
    entryId: id,
    state: measure.state,
    text: measure.text,
    figures: measure.indicators,
    toldAt: at,
  });
};
