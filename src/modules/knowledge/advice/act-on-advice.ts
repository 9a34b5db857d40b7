import type { Context } from '../../../foundation/database/context.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import type { PlaceIndex } from '../../municipalities/index.ts';
import { adviceMessages } from '../web/index.ts';
import type { NewQuestion } from './check-question.ts';
import { findReceivers } from './find-receivers.ts';
import { countAsked, insertQuestion } from './question-store.ts';
import type { HelperKey } from './route-question.ts';
import { tellOrganisation } from './tell-organisation.ts';
import { insertThread } from './thread-store.ts';

const MOST_QUESTIONS_A_DAY = 10;

type AdviceAct =
  | 'ask-advice'
  | 'offer-advice'
  | 'write-advice'
  | 'close-advice'
  | 'name-advice-hours'
  | 'draft-from-advice';

export const recordAdvice = (
  context: Pick<Context, 'database' | 'clock'>,
  acting: Acting,
  act: AdviceAct,
  id: string,
): Promise<void> => recordAct(context, acting, { act, record: { type: 'advice-question', id } });

/** Asks: finds who can help, and tells them, or does neither. @returns the question's id and how many are asked. */
export const askAdvice = (
  context: Context & { places: PlaceIndex },
  acting: Acting,
  question: NewQuestion,
): Promise<{ id: string; asked: HelperKey[] } | { refused: 'too-many' }> =>
  context.database.transaction().execute(async (database) => {
    const { organisation } = acting;
    const within = { ...context, database };
    const now = context.clock();
    if ((await countAsked(database, organisation, daysBefore(now, 1))) >= MOST_QUESTIONS_A_DAY)
      return { refused: 'too-many' as const };
    const id = context.newId();
    await insertQuestion(database, organisation, { ...question, id, now });
    const receivers = await findReceivers({ database, places: context.places, now }, organisation, question);
    const t = adviceMessages('de');
    for (const receiver of receivers) {
      const why = receiver.reasons.map((reason) => t.because(reason, 'de')).join('\n');
      const told = await tellOrganisation(
        within,
        receiver,
        {
          subject: t.notice.asked(organisation.name, question.title),
          text: `${question.question}\n\n${t.notice.why}\n${why}`,
          path: `/rat/${id}`,
        },
        acting.personId,
      );
      await insertThread(database, { ars: organisation.ars, id }, { ...receiver, told });
    }
    await recordAdvice(within, acting, 'ask-advice', id);
    return { id, asked: receivers };
  });
