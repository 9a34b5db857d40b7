import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { type Acting, hashOf, newSecret, recordAct } from '../../accounts/index.ts';
import { type ShownKey, writtenKey } from './access-key.ts';
import { findTownOfKey, insertKey, noteUse, withdrawKey } from './key-store.ts';

/** Makes a key. @returns it, this once: only its hash stays. */
export const makeKey = async (context: Context, acting: Acting, name: string): Promise<string> => {
  const key = { id: context.newId(), secret: newSecret() };
  const { ars } = acting.organisation;
  await context.database.transaction().execute(async (database) => {
    await insertKey(database, ars, { id: key.id, name, hash: hashOf(key.secret), now: context.clock() });
    await recordAct({ ...context, database }, acting, {
      act: 'make-sensor-key',
      record: { type: 'sensor-key', id: key.id },
    });
  });
  return writtenKey(key);
};

/** @returns whether it was good until now. */
export const endKey = (context: Context, acting: Acting, id: string): Promise<boolean> =>
  context.database.transaction().execute(async (database) => {
    if (!(await withdrawKey(database, acting.organisation.ars, id, context.clock()))) return false;
    await recordAct({ ...context, database }, acting, {
      act: 'end-sensor-key',
      record: { type: 'sensor-key', id },
    });
    return true;
  });

/** @returns the town that the key writes for. */
export const townOfKey = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  key: ShownKey | undefined,
): Promise<string | undefined> => {
  const ars = key && (await findTownOfKey(database, { id: key.id, hash: hashOf(key.secret) }));
  if (ars) await noteUse(database, ars, key.id, berlinDay(clock()));
  return ars;
};
