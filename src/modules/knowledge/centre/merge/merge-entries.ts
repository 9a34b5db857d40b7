import type { Context } from '../../../../foundation/database/context.ts';
import { oneLine } from '../../../../foundation/text/plain-text.ts';
import { type Acting, findHolders, notify, recordAct } from '../../../accounts/index.ts';
import { lockOwnEntry } from '../../library/entry-store.ts';
import { findPublicEntry } from '../../library/public-store.ts';
import { mergeMessages } from '../../web/index.ts';
import type { MergeRefusal } from './contract.ts';
import { findMergeRole, insertMerge, settleMerge, undoOwnMerge } from './merge-store.ts';

const LONGEST = 500;
const KEEPERS = ['editor', 'digitalOfficer'] as const;
type MergeAct = 'ask-for-merge' | 'agree-to-merge' | 'decline-merge' | 'undo-merge';

const record = (context: Context, acting: Acting, act: MergeAct, id: string): Promise<void> =>
  recordAct(context, acting, { act, record: { type: 'knowledge-entry', id } });

type Wish = { entryId: string; chiefId: string; sentence: string };

/** Why two entries cannot be merged; one that points is never pointed to, so that no way goes on and on. */
const refusalOf = async (
  { database }: Pick<Context, 'database'>,
  { entryId, chiefId }: Wish,
): Promise<MergeRefusal | undefined> => {
  if (entryId === chiefId) return 'same';
  const [entry, chief] = [await findPublicEntry(database, entryId), await findPublicEntry(database, chiefId)];
  if (!entry || !chief) return 'unknown';
  if (entry.kind !== chief.kind) return 'other-kind';
  const role = await findMergeRole(database, entryId);
  if (role.points) return 'stands-already';
  if (role.isChief) return 'is-chief';
  return (await findMergeRole(database, chiefId)).points ? 'chief-points' : undefined;
};

/** Joins two entries: at once where the one that points is the centre's own, else its desk is asked. */
export const mergeEntries = (
  context: Context,
  acting: Acting,
  wish: Wish,
): Promise<{ state: 'asked' | 'agreed' } | { refused: MergeRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { entryId, chiefId } = wish;
    const refused = await refusalOf(inside, wish);
    if (refused) return { refused };
    const sentence = oneLine(wish.sentence, 2 * LONGEST);
    if (sentence === undefined) return { refused: 'sentence-missing' as const };
    if (sentence.length > LONGEST) return { refused: 'sentence-too-long' as const };
    const [id, now] = [context.newId(), context.clock()];
    const desk = await insertMerge(database, {
      id,
      entryId,
      chiefId,
      sentence,
      centre: acting.organisation,
      now,
    });
    if (!desk) return { refused: 'stands-already' as const };
    await record(inside, acting, 'ask-for-merge', entryId);
    if (desk.is_own) return { state: 'agreed' as const };
    const { notice } = mergeMessages('de');
    const holders = await Promise.all(KEEPERS.map((role) => findHolders(inside, desk, role)));
    await notify(inside, {
      personIds: [...new Set(holders.flat())],
      topic: 'network',
      subject: notice.subject,
      text: notice.text(sentence),
      path: `/rathaus/${desk.id}/wissen/${entryId}`,
    });
    return { state: 'asked' as const };
  });

const ANSWERS = {
  yes: { from: 'asked', to: 'agreed', act: 'agree-to-merge' },
  no: { from: 'asked', to: 'declined', act: 'decline-merge' },
  undo: { from: 'agreed', to: 'undone', act: 'undo-merge' },
} as const;
export type MergeAnswer = keyof typeof ANSWERS;

/** The desk of the entry says yes or no, or takes its yes back. */
export const answerMerge = (
  context: Context,
  acting: Acting,
  { id, answer }: { id: string; answer: MergeAnswer },
): Promise<{ done: true } | { refused: 'unknown' }> =>
  context.database.transaction().execute(async (database) => {
    const { from, to, act } = ANSWERS[answer];
    const entry = await lockOwnEntry(database, acting.organisation, id);
    if (!entry || !(await settleMerge(database, entry, { from, to, now: context.clock() })))
      return { refused: 'unknown' as const };
    await record({ ...context, database }, acting, act, id);
    return { done: true as const };
  });

/** The centre undoes what it asked for, whether the desk has answered or not. */
export const undoMerge = (
  context: Context,
  acting: Acting,
  id: string,
): Promise<{ done: true } | { refused: 'unknown' }> =>
  context.database.transaction().execute(async (database) => {
    const entryId = await undoOwnMerge(database, acting.organisation, { id, now: context.clock() });
    if (entryId === undefined) return { refused: 'unknown' as const };
    await record({ ...context, database }, acting, 'undo-merge', entryId);
    return { done: true as const };
  });
