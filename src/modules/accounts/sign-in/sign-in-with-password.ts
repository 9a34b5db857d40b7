import type { Context } from '../../../foundation/database/context.ts';
import type { SignInRefusal } from '../contract.ts';
import { normalisedMail } from '../mail-address.ts';
import { findPersonByMail } from '../store.ts';
import { guardAttempt, type Visitor } from './guard-attempts.ts';
import { isPassword } from './password-hash.ts';
import { rememberDevice } from './remember-device.ts';
import { startSession } from './sessions.ts';

/** The secrets for the two cookies; `device` only where this device was not known yet. */
export type SignInSecrets = { session: string; device?: string };

export const signInWithPassword = async (
  context: Context,
  typed: { mail: string; password: string },
  visitor: Visitor,
): Promise<SignInSecrets | { refused: SignInRefusal; until?: Date }> => {
  const mail = normalisedMail(typed.mail);
  const person = mail ? await findPersonByMail(context.database, mail) : undefined;
  const guard = await guardAttempt(context, 'password', { mail: mail ?? '', personId: person?.id }, visitor);
  if ('refused' in guard) return guard;
  if (!(await isPassword(typed.password, person?.hash)) || !person)
    return { refused: 'wrong-mail-or-password' };
  await guard.succeed();
  return {
    session: await startSession(context, {
      personId: person.id,
      method: 'password',
      level: 'low',
      userAgent: visitor.userAgent,
    }),
    ...(await rememberDevice(context, person.id, visitor)),
  };
};
