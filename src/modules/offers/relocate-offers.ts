import type { Context } from '../../foundation/database/context.ts';
import type { Places } from './import/run/source.ts';
import { listLocated, moveOffers, moveSources } from './relocate-store.ts';

/**
 * After a change of the register: what a key that is no longer valid held goes to the municipality in which it now
 * lies; what has no point, and the sources, to the one that took over most.
 * @returns how many offers moved.
 */
export const relocateOffers = (
  context: Context,
  from: string,
  mainSuccessor: string,
  places: Places,
): Promise<number> =>
  context.database.transaction().execute(async (database) => {
    const offers = await listLocated(database, from);
    const homes = new Map<string, string[]>();
    for (const { id, lon, lat } of offers) {
      const found = lon === null || lat === null ? undefined : await places.locate({ lon, lat });
      const to = found?.ars ?? mainSuccessor;
      homes.set(to, [...(homes.get(to) ?? []), id]);
    }
    for (const [to, ids] of homes) if (to !== from) await moveOffers(database, from, to, ids);
    await moveSources(database, from, mainSuccessor);
    return offers.length;
  });
