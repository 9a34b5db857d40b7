import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { closeObjection, insertObjection } from './objection-store.ts';

const LONGEST = 4000;
const LONGEST_CONTACT = 200;

export type ObjectionRefusal = 'missing' | 'tooLong';

/** Somebody does not want to be measured at a place (Art. 21 GDPR); no account is asked for. */
export const objectTo = async (
  context: Context,
  { ars, thing, text, contact }: { ars: string; thing: number; text: string; contact: string },
): Promise<{ done: true } | { refused: ObjectionRefusal }> => {
  if (text === '') return { refused: 'missing' };
  if (text.length > LONGEST || contact.length > LONGEST_CONTACT) return { refused: 'tooLong' };
  await insertObjection(context.database, ars, {
    id: context.newId(),
    thing,
    text,
    contact,
    now: context.clock(),
  });
  return { done: true };
};

/** @returns whether it was open until now. */
export const handleObjection = (context: Context, acting: Acting, id: string): Promise<boolean> =>
  context.database.transaction().execute(async (database) => {
    if (!(await closeObjection(database, acting.organisation.ars, id, context.clock()))) return false;
    const record = { type: 'sensor-objection', id };
    await recordAct({ ...context, database }, acting, { act: 'handle-sensor-objection', record });
    return true;
  });
