import type { ApplicationContext, ApplicationKey } from '../application.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import { openSigning } from './open-signing.ts';
import { setLinks } from './signing-store.ts';

/** A new secret for the link in the mail, made as it is sent: so none is ever stored. Undefined: nobody waits for it. */
export const linkForMail = async (
  context: Pick<ApplicationContext, 'database' | 'keys'>,
  { ars, id }: ApplicationKey,
): Promise<{ to: string; secret: string } | undefined> => {
  const signing = await openSigning(context, { ars, id });
  if (signing?.mailTo === undefined) return undefined;
  const secret = newSecret();
  await setLinks(context.database, { ars, id }, { mailed_link_hash: hashOfSecret(secret) });
  return { to: signing.mailTo, secret };
};
