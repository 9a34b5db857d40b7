import type { Context } from '../../../foundation/database/context.ts';
import { type ChangePasswordRefusal, paths } from '../contract.ts';
import { notify } from '../notices/notify.ts';
import { findPasswordHash, removeSessionsOf, savePasswordHash } from '../store.ts';
import { accountMessages } from '../web/index.ts';
import { guardAttempt, type Visitor } from './guard-attempts.ts';
import { refusePassword } from './password.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import type { SignedIn } from './sessions.ts';
import { removeMailLinks } from './sign-in-store.ts';

const FRESH_MILLISECONDS = 15 * 60_000;

/** Whoever just came by a mail link may have forgotten the old password; everybody else has to know it. */
export const needsCurrentPassword = async (
  { database, clock }: Context,
  { personId, method, startedAt }: SignedIn,
): Promise<boolean> => {
  const isFresh = method === 'mailLink' && clock().getTime() - startedAt.getTime() < FRESH_MILLISECONDS;
  return !isFresh && (await findPasswordHash(database, personId)) !== undefined;
};

/** Ends all other sessions and open links, and tells the owner: who changes a password may be somebody else. */
export const setPassword = async (
  context: Context,
  person: SignedIn,
  typed: { current: string; next: string },
  visitor: Visitor,
): Promise<{ endedSessions: number } | { refused: ChangePasswordRefusal }> => {
  const { database } = context;
  if (await needsCurrentPassword(context, person)) {
    const account = { mail: person.sessionId };
    const guard = await guardAttempt(context, 'change-password', account, { address: visitor.address });
    if ('refused' in guard) return { refused: guard.refused };
    if (!(await isPassword(typed.current, await findPasswordHash(database, person.personId))))
      return { refused: 'wrong-password' };
    await guard.succeed();
  }
  const refused = refusePassword(typed.next, person.mail);
  if (refused) return { refused };
  const hash = await hashPassword(typed.next);
  const { personId, sessionId } = person;
  return database.transaction().execute(async (transaction) => {
    await savePasswordHash(transaction, personId, hash, context.clock());
    await removeMailLinks(transaction, personId);
    const told = accountMessages('de').notices.told.password;
    await notify(
      { ...context, database: transaction },
      { personIds: [personId], topic: 'account', ...told, path: paths.account },
    );
    return { endedSessions: await removeSessionsOf(transaction, personId, sessionId) };
  });
};
