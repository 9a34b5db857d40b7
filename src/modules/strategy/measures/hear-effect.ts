import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { saveEffect } from './effect-store.ts';
import { EffectPublishedSchema } from './measure-effect.ts';

/** The agenda's ear for `effect-published`: what was measured stands at its measure, also where nothing was found. */
export const hearEffect = async (
  { database }: Context,
  { ars, payload, at }: { ars: string; payload: unknown; at: Date },
): Promise<void> => {
  const { pilot, measure, ...effect } = v.parse(EffectPublishedSchema, payload);
  if (measure !== null) await saveEffect(database, { ars, measureId: measure, pilotId: pilot }, effect, at);
};
