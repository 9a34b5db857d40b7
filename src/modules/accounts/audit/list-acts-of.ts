import type { Context } from '../../../foundation/database/context.ts';
import { listLabels } from '../store.ts';
import { listEntriesOf } from './audit-store.ts';

/** One line of a record's history. `who` is absent where the platform acted by itself, or the account is gone. */
export type PastAct = { at: Date; act: string; who?: string; isByPlatform: boolean; through: string | null };

const MOST_LINES = 100;

/** What the log says of one record, the newest first, with how the people are called who are still there. */
export const listActsOf = async (
  { database }: Pick<Context, 'database'>,
  ars: string,
  record: { type: string; id: string },
): Promise<PastAct[]> => {
  const lines = await listEntriesOf(database, ars, record, MOST_LINES);
  const labels = await listLabels(
    database,
    lines.flatMap(({ personId }) => personId ?? []),
  );
  return lines.map(({ at, act, personId, through }) => {
    const who = personId === null ? undefined : labels.get(personId);
    return { at, act, isByPlatform: personId === null, through, ...(who !== undefined && { who }) };
  });
};
