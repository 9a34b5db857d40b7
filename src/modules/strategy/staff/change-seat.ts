import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { giveSeatBack, takeSeat } from './staff-store.ts';

/** Takes a seat in a training, or gives it back. @returns false where there is none left. */
export const changeSeat = (
  context: Context,
  acting: Acting,
  { id, isWanted }: { id: string; isWanted: boolean },
): Promise<boolean> =>
  context.database.transaction().execute(async (database) => {
    const key = { ars: acting.organisation.ars, id, personId: acting.personId };
    if (isWanted && !(await takeSeat(database, key, context.clock()))) return false;
    if (!isWanted) await giveSeatBack(database, key);
    await recordAct({ ...context, database }, acting, { act: 'take-seat', record: { type: 'training', id } });
    return true;
  });
