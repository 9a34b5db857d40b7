import type { Context } from '../../../foundation/database/context.ts';
import { hashOf } from '../secret.ts';
import { type AttemptKind, attemptRules, countAttempt, networkOf } from './attempt.ts';
import { countOn, forgetAttempts, isKnownDevice } from './sign-in-store.ts';

/** Who tries: the address of the connection, and the secret of the device's cookie where there is one. */
export type Visitor = {
  address: string | undefined;
  device?: string | undefined;
  userAgent?: string | undefined;
};

type Key = { kind: AttemptKind; hash: string };

const keysOf = async (
  { database, clock }: Context,
  what: string,
  account: { mail: string; personId?: string | undefined },
  visitor: Visitor,
): Promise<Key[]> => {
  const device = visitor.device && hashOf(visitor.device);
  if (device && account.personId && (await isKnownDevice(database, device, account.personId, clock())))
    return [{ kind: 'device', hash: hashOf(`${what} device ${device}`) }];
  const network = networkOf(visitor.address);
  return [
    { kind: 'accountInNetwork', hash: hashOf(`${what} account ${account.mail} ${network}`) },
    { kind: 'network', hash: hashOf(`${what} network ${network}`) },
  ];
};

/**
 * Counts one attempt before it is made. No counter belongs to an account alone, so that nobody can lock out its
 * owner: a guesser slows down the own network, and a device that signed in before is not slowed by others at all.
 * @returns the refusal, or `succeed`, which takes the counted failures of this account back.
 */
export const guardAttempt = async (
  context: Context,
  what: string,
  account: { mail: string; personId?: string | undefined },
  visitor: Visitor,
): Promise<{ refused: 'too-many-attempts'; until: Date } | { succeed: () => Promise<void> }> => {
  const keys = await keysOf(context, what, account, visitor);
  for (const { kind, hash } of keys) {
    const counted = await countOn(context.database, hash, (known) =>
      countAttempt(known, attemptRules[kind], context.clock()),
    );
    if ('refused' in counted) return counted;
  }
  return {
    succeed: async () => {
      // The network's counter stays: one own account must not wash the guesses at others clean.
      for (const { kind, hash } of keys) if (kind !== 'network') await forgetAttempts(context.database, hash);
    },
  };
};

/** Slows down a network that writes again and again without an account: some times a day, then ever more slowly. */
export const guardWriter = async (
  { database, clock }: Context,
  what: string,
  visitor: Visitor,
  rule: 'writer' | 'booker' = 'writer',
): Promise<{ refused: 'too-many-attempts'; until: Date } | undefined> => {
  const counted = await countOn(database, hashOf(`${what} ${rule} ${networkOf(visitor.address)}`), (known) =>
    countAttempt(known, attemptRules[rule], clock()),
  );
  return 'refused' in counted ? counted : undefined;
};
