import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { MeasureFactsSchema } from '../contract.ts';
import { noFacts } from './measure.ts';
import { findMeasure, insertMeasure } from './measure-store.ts';
import { openAgenda } from './write-measure.ts';

/** What the agenda takes of the event `sprint-output`. */
const OutputSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  kind: v.string(),
  title: v.pipe(v.string(), v.maxLength(120)),
  text: v.pipe(v.string(), v.maxLength(1000)),
});

/** The agenda's ear for `sprint-output`: an idea under the id that it came with, so that hearing it twice changes nothing. */
export const hearOutput = async (
  context: Context,
  { ars, payload }: { ars: string; payload: unknown },
): Promise<void> => {
  const { id, kind, title, text } = v.parse(OutputSchema, payload);
  if (kind !== 'measure' || (await findMeasure(context.database, ars, id))) return;
  await openAgenda(context, ars);
  const facts = v.parse(MeasureFactsSchema, { ...noFacts, title, goal: text, fields: ['administration'] });
  await insertMeasure(context.database, { ars, id, facts, state: 'idea', now: context.clock() });
};
