import type { Context } from '../../foundation/database/context.ts';
import { forgottenBefore } from './sign-in/attempt.ts';
import { pruneSignIn } from './sign-in/sign-in-store.ts';
import { pruneSessions } from './store.ts';

/** Deletes whatever has run out. Nothing relies on it: every reader looks at the time itself. */
export const pruneAccounts = async ({ database, clock }: Context): Promise<number> => {
  const now = clock();
  return (await pruneSessions(database, now)) + (await pruneSignIn(database, now, forgottenBefore(now)));
};
