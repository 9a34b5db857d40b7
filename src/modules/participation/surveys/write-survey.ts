import type { Context } from '../../../foundation/database/context.ts';
import { textIn } from '../../../foundation/text/typed-text.ts';
import { berlinDay, isDay } from '../../../foundation/time/zone.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { isOpen, readAnswer, readQuestions, type Survey } from './survey.ts';
import { deleteDraft, insertAnswer, publishSurvey, saveSurvey } from './survey-store.ts';

export type SurveyFault = 'missing' | 'no-day' | 'no-questions' | 'no-page' | 'too-long';
export type SurveyFaults = Partial<
  Record<'title' | 'lead' | 'about' | 'closesOn' | 'questions', SurveyFault>
>;

type Typed = Record<string, string>;

const PAGE = /^(\/(?!\/)[\w./?=&%-]*)?$/;

/** A new survey (without `id`) or a changed draft. */
export const writeSurvey = (
  context: Context,
  acting: Acting,
  typed: Typed,
  id = context.newId(),
): Promise<{ id: string } | { faults: SurveyFaults } | { refused: 'public' }> =>
  context.database.transaction().execute(async (database) => {
    const [title, lead, about, closesOn] = ['title', 'lead', 'about', 'closesOn'].map((name) =>
      textIn(typed, name),
    );
    const questions = readQuestions(textIn(typed, 'questions'));
    const faults: SurveyFaults = {};
    if (!title) faults.title = 'missing';
    if ((title ?? '').length > 200) faults.title = 'too-long';
    if ((lead ?? '').length > 2000) faults.lead = 'too-long';
    if (!PAGE.test(about ?? '') || (about ?? '').length > 300) faults.about = 'no-page';
    if (!closesOn || !isDay(closesOn)) faults.closesOn = 'no-day';
    if (!questions) faults.questions = 'no-questions';
    if (!title || !closesOn || !questions || Object.keys(faults).length > 0) return { faults };
    const { ars } = acting.organisation;
    const survey = { ars, id, title, lead: lead ?? '', about: about ?? '', closesOn, questions };
    if (!(await saveSurvey(database, survey, context.clock()))) return { refused: 'public' as const };
    await recordAct({ ...context, database }, acting, {
      act: 'write-survey',
      record: { type: 'survey', id },
    });
    return { id };
  });

/** From now on everybody may answer, and nothing of it changes. */
export const openSurvey = (context: Context, acting: Acting, id: string): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    const { ars } = acting.organisation;
    if (await publishSurvey(database, { ars, id }, context.clock()))
      await recordAct({ ...context, database }, acting, {
        act: 'publish-survey',
        record: { type: 'survey', id },
      });
  });

export const dropSurvey = (context: Context, acting: Acting, id: string): Promise<void> =>
  context.database.transaction().execute(async (database) => {
    await deleteDraft(database, { ars: acting.organisation.ars, id });
    await recordAct({ ...context, database }, acting, {
      act: 'write-survey',
      record: { type: 'survey', id },
    });
  });

/** What somebody says, without who. */
export const answerSurvey = async (
  { database, clock, newId }: Context,
  survey: Survey,
  typed: Typed,
): Promise<{ done: true } | { refused: 'closed' | 'nothing-said' }> => {
  const today = berlinDay(clock());
  if (!isOpen(survey, today)) return { refused: 'closed' };
  const said = readAnswer(survey.questions, typed);
  if (!said) return { refused: 'nothing-said' };
  await insertAnswer(database, survey, { id: newId(), said, on: today });
  return { done: true };
};
