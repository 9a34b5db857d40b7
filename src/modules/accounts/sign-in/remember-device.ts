import type { Context } from '../../../foundation/database/context.ts';
import { hashOf, newSecret } from '../secret.ts';
import type { Visitor } from './guard-attempts.ts';
import { isKnownDevice, saveDevice } from './sign-in-store.ts';

export const DEVICE_SECONDS = 180 * 86_400;

/** A device that signed in is let through later, while others guess. @returns its new secret, unless it has one. */
export const rememberDevice = async (
  { database, clock }: Context,
  personId: string,
  { device: known }: Visitor,
): Promise<{ device?: string }> => {
  if (known && (await isKnownDevice(database, hashOf(known), personId, clock()))) return {};
  const device = newSecret();
  await saveDevice(database, hashOf(device), personId, new Date(clock().getTime() + DEVICE_SECONDS * 1000));
  return { device };
};
