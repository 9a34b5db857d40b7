import type { Context, Database } from '../../../foundation/database/context.ts';
import type { Acting, OrganisationKey } from '../../accounts/index.ts';
import { enterAdviceHours } from '../commons/enter-line.ts';
import { insertEntry } from '../library/entry-store.ts';
import { adviceMessages } from '../web/index.ts';
import { recordAdvice } from './act-on-advice.ts';
import type { Offer } from './check-offer.ts';
import type { AnswerKind } from './contract.ts';
import { partsFromAnswer } from './parts-from-answer.ts';
import { closeQuestionAt, findOwnQuestion, findQuestionTo, type StoredQuestion } from './question-store.ts';
import { tellOrganisation } from './tell-organisation.ts';
import {
  addMessage,
  findThread,
  insertThread,
  listMessages,
  listThreads,
  saveChosenDay,
  saveEntryOfThread,
  saveHours,
  saveOffer,
  type Thread,
} from './thread-store.ts';

export type AdviceRefusal = 'unknown' | 'closed' | 'no-answer' | 'said-already';
const LOCKED = { forChange: true } as const;

type Done = { done: true } | { refused: AdviceRefusal };

const askerOf = ({ ars, organisation_id }: StoredQuestion): OrganisationKey => ({ ars, id: organisation_id });
const helperOf = ({ helper_ars, helper_id }: Thread): OrganisationKey => ({ ars: helper_ars, id: helper_id });

/** Who takes up a public question without having been asked gets a thread of their own. */
const threadFor = async (
  database: Database,
  question: StoredQuestion,
  { organisation }: Acting,
): Promise<Thread | undefined> => {
  const known = await findThread(database, question, organisation);
  if (known) return known;
  const { ars, id, name } = organisation;
  const reasons = [{ why: 'volunteer' as const }];
  await insertThread(database, question, { ars, id, name, role: 'volunteer', reasons, told: 0 });
  return findThread(database, question, organisation);
};

/** An offer of help, or a no; the asker is told. */
export const offerHelp = (
  context: Context,
  acting: Acting,
  { id, offer }: { id: string; offer: Offer },
): Promise<Done> =>
  context.database.transaction().execute(async (database): Promise<Done> => {
    const within = { ...context, database };
    const now = context.clock();
    const question = await findQuestionTo(database, acting.organisation, id, LOCKED);
    if (!question) return { refused: 'unknown' };
    if (question.closed_at) return { refused: 'closed' };
    const thread = await threadFor(database, question, acting);
    if (!thread) return { refused: 'unknown' };
    await saveOffer(database, thread, offer, now);
    if (offer.text !== '') await addMessage(database, thread, { text: offer.text, fromAsker: false, now });
    const t = adviceMessages('de');
    const subject = t.notice.offered(acting.organisation.name, question.title);
    const text = `${t.waysDone[offer.way]}\n\n${offer.text}`;
    await tellOrganisation(within, askerOf(question), { subject, text, path: `/rat/${id}` }, acting.personId);
    await recordAdvice(within, acting, 'offer-advice', id);
    return { done: true };
  });

/** What the asker writes back to one of those who help, and which of two days it is to be. */
export const answerBack = (
  context: Context,
  acting: Acting,
  { id, helperId, text, day }: { id: string; helperId: string; text: string; day: string | undefined },
): Promise<Done> =>
  context.database.transaction().execute(async (database): Promise<Done> => {
    const within = { ...context, database };
    const question = await findOwnQuestion(database, acting.organisation, id, LOCKED);
    const thread = question && (await threadOf(database, question, helperId));
    if (!question || !thread) return { refused: 'unknown' };
    if (question.closed_at) return { refused: 'closed' };
    const isOffered = day !== undefined && [thread.first_day, thread.second_day].includes(day);
    if (isOffered) await saveChosenDay(database, thread, day);
    if (text !== '') await addMessage(database, thread, { text, fromAsker: true, now: context.clock() });
    if (text === '' && !isOffered) return { refused: 'no-answer' };
    const t = adviceMessages('de');
    const notice = {
      subject: t.notice.back(acting.organisation.name, question.title),
      text,
      path: `/rat/${id}`,
    };
    await tellOrganisation(within, helperOf(thread), notice, acting.personId);
    await recordAdvice(within, acting, 'write-advice', id);
    return { done: true };
  });

const threadOf = async (
  database: Database,
  question: StoredQuestion,
  helperId: string,
): Promise<Thread | undefined> =>
  (await listThreads(database, question)).find(({ helper_id }) => helper_id === helperId);

type Closing = {
  id: string;
  thanks: string /** By the id of who helped. */;
  hours: ReadonlyMap<string, number>;
};

/** Thanks, says how many hours of advice were taken from whom, and closes; everybody who answered is told. */
export const closeQuestion = (
  context: Context,
  acting: Acting,
  { id, thanks, hours }: Closing,
): Promise<Done> =>
  context.database.transaction().execute(async (database): Promise<Done> => {
    const within = { ...context, database };
    const question = await findOwnQuestion(database, acting.organisation, id, LOCKED);
    if (!question) return { refused: 'unknown' };
    if (question.closed_at) return { refused: 'closed' };
    await closeQuestionAt(database, question, { thanks, now: context.clock() });
    const t = adviceMessages('de');
    const subject = t.notice.closed(acting.organisation.name, question.title);
    for (const thread of await listThreads(database, question)) {
      if (thread.way === null || thread.way === 'decline') continue;
      const taken = hours.get(thread.helper_id);
      if (taken !== undefined && (await saveHours(database, thread, 'taken', taken))) {
        const about = question.is_public ? { title: question.title, other: thread.helper_name } : undefined;
        await enterAdviceHours(within, askerOf(question), { side: 'taken', hours: taken, about });
      }
      const notice = { subject, text: thanks || t.notice.noWords, path: `/rat/${id}` };
      await tellOrganisation(within, helperOf(thread), notice, acting.personId);
    }
    await recordAdvice(within, acting, 'close-advice', id);
    return { done: true };
  });

/** What the one who helped says it took; only of a question that is closed, and only once. */
export const nameHours = (
  context: Context,
  acting: Acting,
  { id, hours }: { id: string; hours: number },
): Promise<Done> =>
  context.database.transaction().execute(async (database): Promise<Done> => {
    const question = await findQuestionTo(database, acting.organisation, id, LOCKED);
    const thread = question && (await findThread(database, question, acting.organisation));
    if (!question?.closed_at || !thread) return { refused: 'unknown' };
    if (thread.way === null || thread.way === 'decline') return { refused: 'no-answer' };
    if (!(await saveHours(database, thread, 'given', hours))) return { refused: 'said-already' };
    const about = question.is_public ? { title: question.title, other: question.asker } : undefined;
    await enterAdviceHours({ ...context, database }, acting.organisation, { side: 'given', hours, about });
    await recordAdvice({ ...context, database }, acting, 'name-advice-hours', id);
    return { done: true };
  });

/** Makes a draft of what one has answered, at one's own desk; what is not known stays blank. */
export const draftFromAnswer = (
  context: Context,
  acting: Acting,
  { id, kind }: { id: string; kind: AnswerKind },
): Promise<{ entryId: string } | { refused: AdviceRefusal }> =>
  context.database
    .transaction()
    .execute(async (database): Promise<{ entryId: string } | { refused: AdviceRefusal }> => {
      const { organisation } = acting;
      const question = await findQuestionTo(database, organisation, id, LOCKED);
      const thread = question && (await findThread(database, question, organisation));
      if (!question || !thread) return { refused: 'unknown' };
      if (thread.entry_id !== null) return { entryId: thread.entry_id };
      const own = (await listMessages(database, question, organisation)).filter((one) => !one.from_asker);
      if (own.length === 0) return { refused: 'no-answer' };
      const parts = partsFromAnswer(
        kind,
        question,
        own.map(({ text }) => text),
      );
      const entryId = context.newId();
      await insertEntry(database, organisation, { id: entryId, kind, parts, now: context.clock() });
      await saveEntryOfThread(database, thread, entryId);
      await recordAdvice({ ...context, database }, acting, 'draft-from-advice', id);
      return { entryId };
    });
