import * as v from 'valibot';
import type { Context } from '../../../foundation/database/context.ts';
import { insertEntry } from '../library/entry-store.ts';
import { findEntryOf, hasEffect, saveLivingEffect } from './living-effect-store.ts';
import { draftFromEffect, EffectPublishedSchema, effectLine } from './told-effect.ts';

/**
 * The library's ear for `effect-published`: the effect stands at the entry of the measure that was tried; where there is
 * none, a draft begins at the desk of the town.
 */
export const hearEffect = async (
  { database, clock, newId }: Context,
  { ars, payload, at }: { ars: string; payload: unknown; at: Date },
): Promise<void> => {
  const told = v.parse(EffectPublishedSchema, payload);
  if (await hasEffect(database, ars, told.pilot)) return;
  const known =
    told.measure === null ? undefined : await findEntryOf(database, { ars, sourceId: told.measure });
  const entryId = known ?? newId();
  if (known === undefined)
    await insertEntry(database, { ars, id: ars }, { id: entryId, ...draftFromEffect(told), now: clock() });
  await saveLivingEffect(
    database,
    { ars, entryId, pilotId: told.pilot },
    { line: effectLine(told), path: told.path, toldAt: at },
  );
};
