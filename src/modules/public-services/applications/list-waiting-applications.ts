import type { Context } from '../../../foundation/database/context.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { type Acting, may } from '../../accounts/index.ts';
import { countInbox } from './inbox-store.ts';

/** How many applications are open on this desk, and until when the next one is promised; undefined: none, or not mine. */
export const listWaitingApplications = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  acting: Acting,
): Promise<{ count: number; due: Date | undefined } | undefined> => {
  if (!may(acting, 'see-applications')) return undefined;
  const { open, next_due } = await countInbox(database, acting.organisation, berlinDay(clock()));
  return open === 0 ? undefined : { count: open, due: next_due === null ? undefined : fromBerlin(next_due) };
};
