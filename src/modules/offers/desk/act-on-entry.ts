import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import type { Entry } from './entry.ts';
import { findEntry } from './entry-store.ts';

export type UnknownEntry = { refused: 'unknown-entry' };

type Detail = Record<string, string | number | boolean | null>;

export const recordOn = (
  context: Pick<Context, 'database' | 'clock'>,
  acting: Acting,
  act: string,
  id: string,
  detail: Detail = {},
): Promise<void> => recordAct(context, acting, { act, record: { type: 'entry', id }, detail });

/**
 * One change of one entry: it is held, changed and written into the log together, or not at all. `work` is told the
 * stored entry, never what was sent; a refusal leaves no line.
 */
export const actOnEntry = <Result extends object>(
  context: Context,
  acting: Acting,
  { id, act, detail }: { id: string; act: string; detail?: Detail },
  work: (inside: Context, entry: Entry) => Promise<Result>,
): Promise<Result | UnknownEntry> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const entry = await findEntry(database, acting.organisation, id, true);
    if (!entry) return { refused: 'unknown-entry' as const };
    const result = await work(inside, entry);
    if (!('refused' in result)) await recordOn(inside, acting, act, id, detail);
    return result;
  });
