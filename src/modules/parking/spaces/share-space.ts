import type { Judgement } from '../permit/judge-sharing.ts';
import type { PermitAnswers } from '../permit/permit-rule.ts';
import type { ParkingSetting } from '../setting.ts';
import type { Pool } from './pool.ts';
import {
  findHost,
  findHostOfPerson,
  findPool,
  listPoolsOfPerson,
  saveHost,
  savePool,
  setState,
} from './pool-store.ts';
import type { ReadSpace } from './read-space.ts';
import { sealAccess } from './seal-access.ts';

export type ShareRefusal = { refused: 'outside' | 'not-permitted' | 'unknown-pool' | 'too-many-pools' };

const MOST_POOLS = 50;

/** Adds a space that the permit check let through; it is shared from now on. */
export const addSpace = async (
  setting: Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'>,
  person: { personId: string },
  space: ReadSpace,
  permit: { ars: string; answers: PermitAnswers; judgement: Judgement },
): Promise<{ id: string } | ShareRefusal> => {
  const { ars, answers, judgement } = permit;
  // What may not be shared is not even put aside: nobody should think that it will be.
  if (judgement.verdict !== 'green') return { refused: 'not-permitted' };
  if ((await listPoolsOfPerson(setting.database, person.personId)).length >= MOST_POOLS)
    return { refused: 'too-many-pools' };
  const now = setting.clock();
  const id = setting.newId();
  const { accessNote, ...facts } = space.facts;
  const sealedAccess = accessNote === '' ? null : await sealAccess(setting.secret(), { ars, id }, accessNote);
  return setting.database.transaction().execute(async (database) => {
    const known = await findHostOfPerson(database, ars, person.personId);
    const host = known ?? {
      ars,
      id: setting.newId(),
      kind: space.hostKind,
      // Who it is stands in the account alone, and goes with it.
      name: space.hostKind,
      personId: person.personId,
      isDemonstration: false,
    };
    if (!known) await saveHost(database, host, now);
    const pool: Pool = {
      ars,
      id,
      hostId: host.id,
      facts,
      sealedAccess,
      permit: { answers, verdict: judgement.verdict, checkedAt: now },
      state: 'shared',
      windows: space.windows,
    };
    await savePool(database, pool, now);
    return { id };
  });
};

/** The pool of somebody who comes; undefined: another's, or none. */
export const findOwnPool = async (
  { database }: Pick<ParkingSetting, 'database'>,
  personId: string,
  { ars, id }: { ars: string; id: string },
): Promise<Pool | undefined> => {
  const pool = await findPool(database, ars, id);
  const host = pool && (await findHost(database, ars, pool.hostId));
  return host?.personId === personId ? pool : undefined;
};

/** At once: from now on nobody is promised it. What was promised is kept, or moved elsewhere where that is possible. */
export const setShared = (
  setting: Pick<ParkingSetting, 'database' | 'clock'>,
  personId: string,
  { ars, id, isShared }: { ars: string; id: string; isShared: boolean },
): Promise<{ state: Pool['state'] } | ShareRefusal> =>
  setting.database.transaction().execute(async (database) => {
    const pool = await findOwnPool({ database }, personId, { ars, id });
    if (!pool) return { refused: 'unknown-pool' };
    const state = isShared ? 'shared' : 'stopped';
    await setState(database, pool, state, setting.clock());
    return { state };
  });
