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

const addPool = async (
  { database, clock, newId, secret }: Setting,
  { ars, id: hostId }: Host,
  { facts: { accessNote, ...facts }, windows }: ReadSpace,
  permit: Pick<Pool['permit'], 'answers' | 'verdict'>,
): Promise<{ id: string }> => {
  const [id, now] = [newId(), clock()];
  const sealedAccess = accessNote === '' ? null : await sealAccess(secret(), { ars, id }, accessNote);
  const checked = { ...permit, checkedAt: now };
  await savePool(
    database,
    { ars, id, hostId, facts, sealedAccess, permit: checked, state: 'shared', windows },
    now,
  );
  return { id };
};

/** Adds a space that the permit check let through; it is shared from now on. */
export const addSpace = async (
  setting: Setting,
  person: { personId: string },
  space: ReadSpace,
  permit: { ars: string; answers: PermitAnswers; judgement: Judgement },
): Promise<{ id: string } | ShareRefusal> => {
  const { ars, answers, judgement } = permit;
  // What may not be shared is not even put aside: nobody should think that it will be.
  if (judgement.verdict !== 'green') return { refused: 'not-permitted' };
  if ((await listPoolsOfPerson(setting.database, person.personId)).length >= MOST_POOLS)
    return { refused: 'too-many-pools' };
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
    if (!known) await saveHost(database, host, setting.clock());
    return addPool({ ...setting, database }, host, space, { answers, verdict: judgement.verdict });
  });
};

/** Spaces of the town itself, which is the authority: who enters them says that they may be shared. */
export const addTownSpace = (setting: Setting, ars: string, space: ReadSpace): Promise<{ id: string }> =>
  setting.database.transaction().execute(async (database) => {
    const known = await findTownAsHost(database, ars);
    const host: Host = known ?? {
      ars,
      id: setting.newId(),
      kind: 'municipal',
      name: 'municipal',
      personId: null,
      isDemonstration: false,
    };
    if (!known) await saveHost(database, host, setting.clock());
    return addPool({ ...setting, database }, host, space, { answers: {}, verdict: 'green' });
  });

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
