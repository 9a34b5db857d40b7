import type { Context } from '../../../foundation/database/context.ts';
import type { Language } from '../../../foundation/i18n/language.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { fieldsOfAction } from '../contract.ts';
import { noFacts } from '../measures/measure.ts';
import { insertMeasure } from '../measures/measure-store.ts';
import { openAgenda } from '../measures/write-measure.ts';
import { type Decision, decisions, listDecisions, saveAnswers, saveDecision } from './check-store.ts';
import { type CheckAnswer, type Level, levels } from './compare-answers.ts';
import { questions } from './questions.ts';

type Typed = Record<string, string>;

/** What was ticked; `unknown` is an answer as well, nothing ticked is none. */
const readAnswers = (typed: Typed): CheckAnswer[] => {
  const levelOf = (text: string | undefined): Level | null =>
    levels.find((level) => String(level) === text) ?? null;
  return questions.flatMap(({ id }) => {
    const today = typed[`heute-${id}`];
    if (today === undefined || today === '') return [];
    return [{ question: id, today: levelOf(today), target: levelOf(typed[`ziel-${id}`]) }];
  });
};

/** Keeps what one person says, apart from the others. @returns how many questions were answered. */
export const answerCheck = (context: Context, acting: Acting, typed: Typed): Promise<number> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    await openAgenda(inside, ars);
    const answers = readAnswers(typed);
    await saveAnswers(database, { ars, personId: acting.personId, now: context.clock() }, answers);
    return answers.length;
  });

const LONGEST_REASON = 1000;

/** A gap ends in a decision: a measure at once (an idea), later, or no; the last two with a reason. */
export const decideGap = (
  context: Context,
  acting: Acting,
  { typed, language }: { typed: Typed; language: Language },
): Promise<{ measureId: string | null } | { refused: 'no-decision' | 'no-reason' }> =>
  context.database.transaction().execute(async (database) => {
    const inside = { ...context, database };
    const { ars } = acting.organisation;
    const question = questions.find(({ id }) => id === typed.frage);
    const decision = decisions.find((one): one is Decision => one === typed.entscheidung);
    const reason = (typed.grund ?? '').trim().slice(0, LONGEST_REASON);
    if (!question || !decision) return { refused: 'no-decision' as const };
    if (decision !== 'act' && reason === '') return { refused: 'no-reason' as const };
    await openAgenda(inside, ars);
    const known = (await listDecisions(database, ars)).find((one) => one.question === question.id);
    let measureId = known?.measureId ?? null;
    if (decision === 'act' && measureId === null) {
      measureId = context.newId();
      const field = fieldsOfAction.find((one) => one === question.area) ?? 'administration';
      const facts = {
        ...noFacts,
        title: question.text[language].slice(0, 120),
        goal: question.text[language],
        fields: [field],
      };
      await insertMeasure(database, { ars, id: measureId, facts, state: 'idea', now: context.clock() });
    }
    await saveDecision(database, ars, {
      question: question.id,
      decision,
      reason,
      measureId,
      decidedAt: context.clock(),
    });
    await recordAct(inside, acting, { act: 'decide-gap', record: { type: 'agenda', id: ars } });
    return { measureId: decision === 'act' ? measureId : null };
  });
