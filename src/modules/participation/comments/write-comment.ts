import type { Context } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { type Acting, findHolders, notify, recordAct } from '../../accounts/index.ts';
import { declineReasons } from '../contract.ts';
import { participationMessages } from '../web/index.ts';
import { countWaiting, decideComment, insertComment, type SubjectKey } from './comment-store.ts';

export type CommentRefusal = 'no-text' | 'too-long' | 'too-many';

const LONGEST_TEXT = 4000;
const LONGEST_NAME = 80;
/** More than anybody reads in a week: a flood stops here. */
const MOST_WAITING = 500;

type Typed = Record<string, string>;

/** What somebody without an account says; a person of the town hall reads it before it is shown. */
export const writeComment = (
  context: Context,
  subject: SubjectKey & { title: string },
  typed: Typed,
): Promise<{ done: true } | { refused: CommentRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const [text, name] = [textIn(typed, 'text'), textIn(typed, 'name')];
    if (text === '') return { refused: 'no-text' as const };
    if (text.length > LONGEST_TEXT || name.length > LONGEST_NAME) return { refused: 'too-long' as const };
    const { ars } = subject;
    if ((await countWaiting(database, ars)) >= MOST_WAITING) return { refused: 'too-many' as const };
    await insertComment(database, subject, { id: context.newId(), text, name, now: context.clock() });
    const inside = { ...context, database };
    const { notice } = participationMessages('de').comments;
    await notify(inside, {
      personIds: await findHolders(inside, { ars, id: ars }, 'editor'),
      topic: 'suggestions',
      subject: notice(subject.title),
      text,
      path: `/rathaus/${ars}/mitmachen`,
    });
    return { done: true as const };
  });

/** A comment is shown, with an answer or without, or declined with the rule that it breaks. */
export const judgeComment = (
  context: Context,
  acting: Acting,
  id: string,
  typed: Typed,
): Promise<{ done: true } | { refused: 'too-long' | 'no-choice' }> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    const answer = textIn(typed, 'answer');
    if (answer.length > LONGEST_TEXT) return { refused: 'too-long' as const };
    const reason = declineReasons.find((one) => one === typed.decision);
    if (typed.decision !== 'show' && !reason) return { refused: 'no-choice' as const };
    const decision = reason ? { state: 'declined' as const, reason } : { state: 'shown' as const, answer };
    if (await decideComment(database, { ars, id }, decision, context.clock()))
      await recordAct({ ...context, database }, acting, {
        act: reason ? 'decline-comment' : 'show-comment',
        record: { type: 'comment', id },
      });
    return { done: true as const };
  });
