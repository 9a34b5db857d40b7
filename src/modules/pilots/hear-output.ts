import * as v from 'valibot';
import type { Context } from '../../foundation/database/context.ts';
import { berlinDay } from '../../foundation/time/zone.ts';
import { findPilot, insertPilot } from './pilot-store.ts';
import { emptyPlan } from './plan/pilot-plan.ts';

/** What pilots take of the event `sprint-output`. */
const OutputSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  kind: v.string(),
  title: v.pipe(v.string(), v.maxLength(120)),
  text: v.pipe(v.string(), v.maxLength(1000)),
});

/** The pilots' ear for `sprint-output`: a draft with its goal, under the id that it came with. */
export const hearOutput = async (
  { database, clock }: Context,
  { ars, payload }: { ars: string; payload: unknown },
): Promise<void> => {
  const { id, kind, title, text } = v.parse(OutputSchema, payload);
  if (kind !== 'pilot' || (await findPilot(database, { ars, id }))) return;
  const now = clock();
  await insertPilot(database, { ars, id, plan: { ...emptyPlan(title, berlinDay(now)), goal: text } }, now);
};
