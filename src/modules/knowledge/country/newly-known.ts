import { type SignName, signNames } from './contract.ts';
import type { Town } from './count-towns.ts';
import type { Known } from './known.ts';

export type News = { town: Town; sign: SignName; since: Date };

/** What has stood here for the shortest time, newest first; where the first day is not kept, it is no news. */
export const newlyKnown = (towns: readonly Town[], known: Known, most: number): News[] =>
  towns
    .flatMap((town) =>
      signNames.flatMap((sign) => {
        const since = known.get(town.ars)?.get(sign)?.since;
        return since ? [{ town, sign, since }] : [];
      }),
    )
    .sort((a, b) => b.since.getTime() - a.since.getTime())
    .slice(0, most);
