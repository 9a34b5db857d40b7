import type { Context } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { type Acting, hashOf, recordAct } from '../../accounts/index.ts';
import type { StepBy } from '../contract.ts';
import { isOpen, isReportState, mayReopen, nextStates, type Report } from './report.ts';
import { findReportBySecret, insertPicture, insertStep, lockReport, setReportState } from './report-store.ts';

export type MoveRefusal = 'unknown' | 'no-choice' | 'too-long' | 'no-reason' | 'too-late';

const LONGEST_NOTE = 2000;

const step = async (
  context: Context,
  report: Report,
  {
    state,
    note,
    by,
    picture,
  }: Pick<Report, 'state'> & { note: string; by: StepBy; picture?: Uint8Array | undefined },
): Promise<void> => {
  const [now, key] = [context.clock(), { ars: report.ars, id: report.id }];
  await setReportState(context.database, key, { state, isClosed: !isOpen(state), now });
  await insertStep(context.database, key, { id: context.newId(), state, note, by, at: now });
  if (picture) await insertPicture(context.database, key, { id: context.newId(), by, content: picture, now });
};

/** The town takes a report one step on; who is told no hears why. */
export const moveReport = (
  context: Context,
  acting: Acting,
  id: string,
  typed: Record<string, string>,
  picture?: Uint8Array,
): Promise<{ done: true } | { refused: MoveRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const report = await lockReport(database, { ars: acting.organisation.ars, id });
    if (!report) return { refused: 'unknown' as const };
    const { state } = typed;
    const note = textIn(typed, 'note');
    if (!isReportState(state) || !nextStates(report.state).includes(state))
      return { refused: 'no-choice' as const };
    if (note.length > LONGEST_NOTE) return { refused: 'too-long' as const };
    if (state === 'declined' && note === '') return { refused: 'no-reason' as const };
    await step(inside, report, { state, note, by: 'town', picture });
    await recordAct(inside, acting, { act: 'move-report', record: { type: 'report', id } });
    return { done: true as const };
  });

/** Who reported it says that it is not fixed: it is open again. */
export const reopenReport = (
  context: Context,
  secret: string,
  typed: Record<string, string>,
  picture?: Uint8Array,
): Promise<{ done: true } | { refused: MoveRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const found = await findReportBySecret(database, hashOf(secret));
    const report = found && (await lockReport(database, found));
    const note = textIn(typed, 'note');
    if (!report) return { refused: 'unknown' as const };
    if (note.length > LONGEST_NOTE) return { refused: 'too-long' as const };
    if (!mayReopen(report, context.clock())) return { refused: 'too-late' as const };
    await step({ ...context, database }, report, { state: 'accepted', note, by: 'reporter', picture });
    return { done: true as const };
  });
