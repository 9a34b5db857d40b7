import type { Context } from '../../../foundation/database/context.ts';
import { type Acting, may, recordAct } from '../../accounts/index.ts';
import { countOpenReports, markDone } from './report-store.ts';

/** The rule has been mended, or was right: the report does not wait any more. */
export const settleReport = (
  context: Context,
  acting: Acting,
  { id }: { id: string },
): Promise<{ settled: true } | { refused: 'unknown-report' }> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    if (!(await markDone(database, { ars, id }, context.clock()))) return { refused: 'unknown-report' };
    const record = { type: 'wrong-office-report', id } as const;
    await recordAct({ ...context, database }, acting, { act: 'settle-report', record });
    return { settled: true };
  });

/** How many reports wait for the editors of a unit; a firm or a club has none. */
export const countWaitingReports = async (
  { database }: Pick<Context, 'database'>,
  acting: Acting,
): Promise<number> => {
  const { ars, id } = acting.organisation;
  return ars === id && may(acting, 'moderate-suggestions') ? countOpenReports(database, ars) : 0;
};
