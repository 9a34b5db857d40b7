import type { Context } from '../../foundation/database/context.ts';
import { normalisedMail } from './mail-address.ts';
import { findPersonByMail, savePerson } from './store.ts';

/** A local account without a password: its owner comes in by a mail link. */
export const createAccount = async (
  { database, clock, newId }: Context,
  typed: string,
): Promise<{ personId: string; mail: string } | { refused: 'not-a-mail-address' | 'mail-taken' }> => {
  const mail = normalisedMail(typed);
  if (!mail) return { refused: 'not-a-mail-address' };
  const personId = newId();
  return (await savePerson(database, { id: personId, name: null, mail }, clock()))
    ? { personId, mail }
    : { refused: 'mail-taken' };
};

export const findAccount = async ({ database }: Context, typed: string): Promise<string | undefined> => {
  const mail = normalisedMail(typed);
  return mail ? (await findPersonByMail(database, mail))?.id : undefined;
};
