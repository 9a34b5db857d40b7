import type { Context } from '../../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../../accounts/index.ts';
import { findOwnCall, insertCall, saveCall, withdrawCall } from './call-store.ts';
import type { CallFacts } from './contract.ts';

export type CallRefusal = 'unknown' | 'changed-meanwhile';

const record = (context: Context, acting: Acting, act: 'write-call' | 'withdraw-call', id: string) =>
  recordAct(context, acting, { act, record: { type: 'funding-call', id } });

/** Lists a call that somebody typed. */
export const writeCall = (context: Context, acting: Acting, facts: CallFacts): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    const id = context.newId();
    await insertCall(database, acting.organisation, { id, facts, now: context.clock() });
    await record({ ...context, database }, acting, 'write-call', id);
  });

/** Changes a listed call, or lists again one that was taken out. */
export const changeCall = (
  context: Context,
  acting: Acting,
  { id, revision, facts }: { id: string; revision: number; facts: CallFacts },
): Promise<{ done: true } | { refused: CallRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const call = await findOwnCall(database, acting.organisation, id);
    if (!call) return { refused: 'unknown' as const };
    if (!(await saveCall(database, call, { facts, revision, now: context.clock() })))
      return { refused: 'changed-meanwhile' as const };
    await record({ ...context, database }, acting, 'write-call', id);
    return { done: true as const };
  });

export const takeOutCall = (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ done: true } | { refused: CallRefusal }> =>
  context.database.transaction().execute(async (database) => {
    if (!(await withdrawCall(database, acting.organisation, { id, now: context.clock() })))
      return { refused: 'unknown' as const };
    await record({ ...context, database }, acting, 'withdraw-call', id);
    return { done: true as const };
  });
