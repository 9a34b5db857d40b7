import type { Context } from '../../../foundation/database/context.ts';
import type { Mail, MailText } from '../../../foundation/mail/mail.ts';
import { paths } from '../contract.ts';
import { normalisedMail } from '../mail-address.ts';
import { hashOf, newSecret } from '../secret.ts';
import { findPersonByMail } from '../store.ts';
import { guardAttempt, type Visitor } from './guard-attempts.ts';
import { rememberDevice } from './remember-device.ts';
import { startSession } from './sessions.ts';
import { saveMailLink, takeMailLink } from './sign-in-store.ts';
import type { SignInSecrets } from './sign-in-with-password.ts';

const LINK_MINUTES = 15;

/** @returns the secret of a link that is good once, for a quarter of an hour. */
export const createMailLink = async ({ database, clock }: Context, personId: string): Promise<string> => {
  const secret = newSecret();
  await saveMailLink(database, hashOf(secret), personId, new Date(clock().getTime() + LINK_MINUTES * 60_000));
  return secret;
};

export const signInLink = (base: string, code: string, more: Record<string, string> = {}): string =>
  `${base}${paths.redeem}?${new URLSearchParams({ code, ...more })}`;

type MailWriting = { mail: Mail; write: (secret: string) => MailText; onFault: (error: Error) => void };

/** The answer is the same whether the account exists or not: nobody learns here who has one. */
export const requestMailLink = async (
  context: Context,
  typed: unknown,
  visitor: Visitor,
  { mail: sender, write, onFault }: MailWriting,
): Promise<{ requested: true } | { refused: 'not-a-mail-address' | 'too-many-attempts' }> => {
  const mail = normalisedMail(typed);
  if (!mail) return { refused: 'not-a-mail-address' };
  const person = await findPersonByMail(context.database, mail);
  const guard = await guardAttempt(context, 'mail-link', { mail, personId: person?.id }, visitor);
  if ('refused' in guard) return { refused: guard.refused };
  if (person) {
    const secret = await createMailLink(context, person.id);
    // Not awaited: the time that a mail server takes would tell that the account exists.
    sender.send({ to: mail, ...write(secret) }).catch(onFault);
  }
  return { requested: true };
};

export const redeemMailLink = async (
  context: Context,
  secret: string,
  visitor: Visitor,
): Promise<SignInSecrets | { refused: 'link-used-or-old' }> => {
  const personId = await takeMailLink(context.database, hashOf(secret), context.clock());
  if (!personId) return { refused: 'link-used-or-old' };
  return {
    session: await startSession(context, {
      personId,
      method: 'mailLink',
      level: 'low',
      userAgent: visitor.userAgent,
    }),
    ...(await rememberDevice(context, personId, visitor)),
  };
};
