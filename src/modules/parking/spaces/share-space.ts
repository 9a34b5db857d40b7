import { isRepeated } from '../bookings/slot-store.ts';
import type { Judgement } from '../permit/judge-sharing.ts';
import type { PermitAnswers } from '../permit/permit-rule.ts';
import type { ParkingSetting } from '../setting.ts';
import type { Host, Pool } from './pool.ts';
import {
  findHost,
  findHostOfPerson,
  findPool,
  findTownAsHost,
  listPoolsOfPerson,
  saveHost,
  savePool,
} from './pool-store.ts';
import type { ReadSpace } from './read-space.ts';
import { sealAccess } from './seal-access.ts';

export type ShareRefusal = { refused: 'not-permitted' | 'too-many-pools' };

const MOST_POOLS = 50;

type Setting = Pick<ParkingSetting, 'database' | 'clock' | 'newId' | 'secret'>;

/** With the id that the form brought: sent twice, it is the same space. */
export type NewSpace = ReadSpace & { id: string };

type Judged = Pick<Pool['permit'], 'answers' | 'verdict'>;

/** `hostIn`: as whom it is offered, made if need be. */
const addOnce = async (
  setting: Setting,
  { id, facts: { accessNote, ...facts }, windows }: NewSpace,
  judged: Judged,
  hostIn: (inside: Setting) => Promise<Host>,
): Promise<{ id: string }> => {
  try {
    return await setting.database.transaction().execute(async (database) => {
      const now = setting.clock();
      const { ars, id: hostId } = await hostIn({ ...setting, database });
      const sealedAccess =
        accessNote === '' ? null : await sealAccess(setting.secret(), { ars, id }, accessNote);
      const permit = { ...judged, checkedAt: now };
      await savePool(
        database,
        { ars, id, hostId, facts, sealedAccess, permit, state: 'shared', windows },
        now,
      );
      return { id };
    });
  } catch (error) {
    if (isRepeated(error)) return { id };
    throw error;
  }
};

const hostNamed = async (
  { database, clock, newId }: Setting,
  known: Host | undefined,
  { ars, kind, personId }: Pick<Host, 'ars' | 'kind' | 'personId'>,
): Promise<Host> => {
  if (known) return known;
  // Who it is stands in the account alone, and goes with it.
  const host: Host = { ars, id: newId(), kind, name: kind, personId, isDemonstration: false };
  await saveHost(database, host, clock());
  return host;
};

/** Adds a space that the permit check let through; it is shared from now on. */
export const addSpace = async (
  setting: Setting,
  { personId }: { personId: string },
  space: NewSpace,
  permit: { ars: string; answers: PermitAnswers; judgement: Judgement },
): Promise<{ id: string } | ShareRefusal> => {
  const { ars, answers, judgement } = permit;
  // What may not be shared is not even put aside: nobody should think that it will be.
  if (judgement.verdict !== 'green') return { refused: 'not-permitted' };
  if ((await listPoolsOfPerson(setting.database, personId)).length >= MOST_POOLS)
    return { refused: 'too-many-pools' };
  return addOnce(setting, space, { answers, verdict: judgement.verdict }, async (inside) =>
    hostNamed(inside, await findHostOfPerson(inside.database, ars, personId), {
      ars,
      kind: space.hostKind,
      personId,
    }),
  );
};

/** Spaces of the town itself, which is the authority: who enters them says that they may be shared. */
export const addTownSpace = (setting: Setting, ars: string, space: NewSpace): Promise<{ id: string }> =>
  addOnce(setting, space, { answers: {}, verdict: 'green' }, async (inside) =>
    hostNamed(inside, await findTownAsHost(inside.database, ars), { ars, kind: 'municipal', personId: null }),
  );

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
