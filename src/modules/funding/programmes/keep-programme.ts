import type { Context } from '../../../foundation/database/context.ts';
import type { Typed } from '../../../foundation/http/typed-body.ts';
import { type Acting, may, recordAct } from '../../accounts/index.ts';
import { mayKeep } from './may-keep.ts';
import { findOwnProgramme, insertProgramme, saveProgramme, withdrawProgramme } from './programme-store.ts';
import { type ProgrammeFaults, readTyped } from './read-typed.ts';

type Act = 'write-programme' | 'withdraw-programme';
const record = (context: Context, acting: Acting, act: Act, id: string) =>
  recordAct(context, acting, { act, record: { type: 'funding-programme', id } });

/** Lists a programme that somebody typed, or changes a listed one; what was taken out is listed again. */
export const keepProgramme = (
  context: Context,
  acting: Acting,
  typed: Typed,
  known?: { id: string; revision: number },
): Promise<{ done: true } | { faults: ProgrammeFaults } | { refused: 'unknown' | 'changed-meanwhile' }> =>
  context.database.transaction().execute(async (database) => {
    const { organisation } = acting;
    const read = readTyped(typed);
    if ('faults' in read) return read;
    const { facts } = read;
    if (!mayKeep(facts, { ars: organisation.ars, isModerator: may(acting, 'moderate-network') }))
      return { faults: { gebiet: 'not-yours' as const } };
    const now = context.clock();
    const id = known?.id ?? context.newId();
    if (known === undefined) await insertProgramme(database, organisation, { id, facts, now });
    else {
      const stored = await findOwnProgramme(database, organisation, id);
      if (!stored) return { refused: 'unknown' as const };
      if (!(await saveProgramme(database, stored, { facts, revision: known.revision, now })))
        return { refused: 'changed-meanwhile' as const };
    }
    await record({ ...context, database }, acting, 'write-programme', id);
    return { done: true as const };
  });

/** @returns whether it was listed. */
export const takeOutProgramme = (context: Context, acting: Acting, id: string): Promise<boolean> =>
  context.database.transaction().execute(async (database) => {
    if (!(await withdrawProgramme(database, acting.organisation, { id, now: context.clock() }))) return false;
    await record({ ...context, database }, acting, 'withdraw-programme', id);
    return true;
  });
