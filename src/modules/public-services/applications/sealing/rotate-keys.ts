import type { Context } from '../../../../foundation/database/context.ts';
import { recordOwnAct } from '../../../accounts/index.ts';
import type { KeyRing } from './key-ring.ts';
import {
  countKeys,
  deleteOlderKeys,
  findNewestKey,
  listOlder,
  type SealedKind,
  sealAnew,
  sealedKinds,
} from './key-store.ts';

const BATCH = 50;
const REFERENCED = '23001 23503';

/** One batch in one transaction: a kill loses at most this one. @returns how many rows. */
const rotateBatch = (context: Context, keys: KeyRing, kind: SealedKind, ars: string, number: number) =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const rows = await listOlder(database, kind, ars, number, BATCH);
    for (const { id, application_id: applicationId, key_number, sealed } of rows) {
      const place = { ars, applicationId, kind };
      const plain = await keys.open(inside, place, key_number, sealed);
      await sealAnew(database, kind, ars, { id, ...(await keys.seal(inside, place, plain)) });
    }
    return rows.length;
  });

/** Somebody may have written with the old key a moment ago: then there is one more round. */
const isOldGone = async ({ database }: Context, ars: string, number: number): Promise<boolean> => {
  try {
    await deleteOlderKeys(database, ars, number);
    return true;
  } catch (error) {
    if (!REFERENCED.includes((error as { code?: string }).code ?? 'unknown')) throw error;
    return false;
  }
};

/**
 * Seals all rows of a municipality with a new key and deletes the old one. Two keys are there only while a rotation is
 * under way: a second call after a kill goes on with it.
 */
export const rotateKeys = async (
  context: Context,
  keys: KeyRing,
  { ars }: { ars: string },
): Promise<{ rows: number } | { refused: 'no-key' }> => {
  const newest = await findNewestKey(context.database, ars);
  if (!newest) return { refused: 'no-key' };
  const isUnderWay = (await countKeys(context.database, ars)) > 1;
  const number = isUnderWay ? newest.number : await keys.renew(context, ars);
  let rows = 0;
  do {
    for (const kind of sealedKinds)
      for (let moved = BATCH; moved === BATCH; rows += moved)
        moved = await rotateBatch(context, keys, kind, ars, number);
  } while (!(await isOldGone(context, ars, number)));
  await recordOwnAct(
    context,
    { ars, id: ars },
    {
      act: 'rotate-keys',
      record: { type: 'data-key', id: String(number) },
      detail: { rows },
    },
  );
  return { rows };
};
