import type { ApplicationContext, ApplicationKey } from '../application.ts';
import type { Signing } from './signing.ts';
import { findStoredSigning, saveSigning } from './signing-store.ts';

/** Who signed and who vouches, opened; undefined: nothing is known of it. */
export const openSigning = async (
  context: Pick<ApplicationContext, 'database' | 'keys'>,
  { ars, id }: ApplicationKey,
): Promise<Signing | undefined> => {
  const stored = await findStoredSigning(context.database, { ars, id });
  if (!stored) return undefined;
  const place = { ars, applicationId: id, kind: 'signing' } as const;
  const plain = await context.keys.open(context, place, stored.keyNumber, stored.content);
  return JSON.parse(plain.toString()) as Signing;
};

/** Call it inside the transaction that holds the application. */
export const sealSigning = async (
  context: ApplicationContext,
  { ars, id }: ApplicationKey,
  signing: Signing,
): Promise<void> => {
  const place = { ars, applicationId: id, kind: 'signing' } as const;
  const { keyNumber, sealed } = await context.keys.seal(context, place, Buffer.from(JSON.stringify(signing)));
  await saveSigning(context.database, { ars, id }, { keyNumber, content: sealed });
};
