import type { Context } from '../../../../foundation/database/context.ts';
import { oneLine } from '../../../../foundation/text/plain-text.ts';
import { type Acting, findHolders, notify, recordAct } from '../../../accounts/index.ts';
import { namesOrigin } from '../../library/check-parts.ts';
import { parts as allParts, type Part } from '../../library/contract.ts';
import { lockOwnEntry } from '../../library/entry-store.ts';
import { isAnonymous, partsOf } from '../../library/kind-rule.ts';
import { findPublicEntry } from '../../library/public-store.ts';
import { reviewMessages } from '../../web/index.ts';
import { answerRequest, insertRequest } from './request-store.ts';

export type AskRefusal =
  | 'unknown'
  | 'nothing-named'
  | 'sentence-missing'
  | 'sentence-too-long'
  | 'asked-already';
export type DeclineRefusal = 'unknown' | 'reason-missing' | 'reason-too-long' | 'names-origin';

const LONGEST = 500;
/** Who keeps the entries of an organisation. */
const KEEPERS = ['editor', 'digitalOfficer'] as const;

type Ask = { entryId: string; parts: readonly string[]; sentence: string };

/** Asks the desk of a public entry for more; the centre does not learn whose desk that is. */
export const askForCompletion = (
  context: Context,
  acting: Acting,
  { entryId, parts, sentence }: Ask,
): Promise<{ done: true } | { refused: AskRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const entry = await findPublicEntry(database, entryId);
    if (!entry) return { refused: 'unknown' as const };
    const own = partsOf(entry.kind);
    const named = allParts.filter((part: Part) => own.includes(part) && parts.includes(part));
    if (named.length === 0) return { refused: 'nothing-named' as const };
    const said = oneLine(sentence, 2 * LONGEST);
    if (said === undefined) return { refused: 'sentence-missing' as const };
    if (said.length > LONGEST) return { refused: 'sentence-too-long' as const };
    const desk = await insertRequest(database, {
      id: context.newId(),
      entryId,
      parts: named,
      sentence: said,
      centre: acting.organisation,
      now: context.clock(),
    });
    if (!desk) return { refused: 'asked-already' as const };
    const { notice } = reviewMessages('de');
    const holders = await Promise.all(KEEPERS.map((role) => findHolders(inside, desk, role)));
    await notify(inside, {
      personIds: [...new Set(holders.flat())],
      topic: 'network',
      subject: notice.subject(entry.parts.title ?? ''),
      text: notice.text(said),
      path: `/rathaus/${desk.id}/wissen/${entryId}`,
    });
    await recordAct(inside, acting, {
      act: 'ask-for-completion',
      record: { type: 'knowledge-entry', id: entryId },
      detail: { parts: named.length },
    });
    return { done: true as const };
  });

type Decline = { id: string; reason: string; originNames: readonly string[] };

/** The desk says why it cannot: that answers the request. An account without origin stays without it in the answer as well. */
export const declineCompletion = (
  context: Context,
  acting: Acting,
  { id, reason, originNames }: Decline,
): Promise<{ done: true } | { refused: DeclineRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const entry = await lockOwnEntry(database, acting.organisation, id);
    if (!entry) return { refused: 'unknown' as const };
    const said = oneLine(reason, 2 * LONGEST);
    if (said === undefined) return { refused: 'reason-missing' as const };
    if (said.length > LONGEST) return { refused: 'reason-too-long' as const };
    if (isAnonymous(entry.kind) && namesOrigin(said, originNames))
      return { refused: 'names-origin' as const };
    const answer = { answer: { reason: said }, now: context.clock() };
    if (!(await answerRequest(database, entry, answer))) return { refused: 'unknown' as const };
    await recordAct({ ...context, database }, acting, {
      act: 'decline-completion',
      record: { type: 'knowledge-entry', id },
    });
    return { done: true as const };
  });
