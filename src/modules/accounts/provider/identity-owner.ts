import type { Context } from '../../../foundation/database/context.ts';
import type { TrustLevel } from '../contract.ts';
import { removePerson, renamePerson, saveIdentity, savePerson, seeIdentity } from '../store.ts';

type Identity = { issuer: string; subject: string; level: TrustLevel };

/**
 * Whose identity this is. Never joined by mail address: a provider may let anybody claim one, and would so hand over
 * the local account of somebody else.
 */
export const findOrCreateOwner = async (
  { database, clock, newId }: Context,
  identity: Identity,
  name: string | undefined,
): Promise<string> => {
  const known = await seeIdentity(database, identity, clock());
  if (known) {
    if (name) await renamePerson(database, known, name);
    return known;
  }
  const id = newId();
  await savePerson(database, { id, name: name ?? null, mail: null }, clock());
  if (await saveIdentity(database, identity, id, clock())) return id;
  await removePerson(database, id);
  const other = await seeIdentity(database, identity, clock());
  if (!other) throw new Error('An identity came and went at the same moment.');
  return other;
};
