import type { Language } from '../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { findHolders, notify } from '../../accounts/index.ts';
import { firstOpenStep } from '../forms/check-answers.ts';
import { askedOf } from '../forms/condition.ts';
import { countUse } from '../metrics/use-store.ts';
import { actOnOwn, type OwnRefusal } from './act-on-own.ts';
import { type Application, type ApplicationContext, LONGEST_TEXT, MOST_MESSAGES } from './application.ts';
import { type Access, isNumberTaken, stampApplication } from './application-store.ts';
import { countMessages, deleteFile, listFiles } from './enclosure-store.ts';
import { uploadedFields } from './fill-in.ts';
import { openApplication, sealAnswers, sealMessage } from './open-application.ts';
import { newReceiptNumber } from './secret.ts';
import { askMail } from './tell-applicant.ts';
import { addWorkingDays, moveBy } from './working-days.ts';

const DAY_MILLISECONDS = 86_400_000;

/** A notice to those who work there; it says nothing of what somebody wrote. */
export type OfficeNotice = { subject: string; text: string };

const tellOffice = async (
  inside: ApplicationContext,
  { id, organisation, assignedTo }: Application,
  notice: OfficeNotice,
): Promise<void> => {
  const holders = await findHolders(inside, organisation, 'caseWorker');
  const isThere = assignedTo !== null && holders.includes(assignedTo);
  await notify(inside, {
    personIds: isThere ? [assignedTo] : holders,
    topic: 'applications',
    path: `/rathaus/${organisation.id}/antraege/${id}`,
    ...notice,
  });
};

const freeNumber = async ({ database }: ApplicationContext, ars: string): Promise<string> => {
  for (;;) {
    const number = newReceiptNumber();
    if (!(await isNumberTaken(database, ars, number))) return number;
  }
};

/** From now on it lies on a desk. What is no longer asked, since an answer before it changed, is left behind. */
export const sendApplication = (
  context: ApplicationContext,
  access: Access,
  noticeOf: (number: string, title: string) => OfficeNotice,
  language: Language = 'de',
): Promise<{ receiptNumber: string } | OwnRefusal | { refused: 'incomplete'; step: string }> =>
  actOnOwn<{ receiptNumber: string } | OwnRefusal | { refused: 'incomplete'; step: string }>(
    context,
    access,
    ['send'],
    async (inside, application, state) => {
      const { form, answers } = await openApplication(inside, application);
      const { definition } = form;
      const step = firstOpenStep(definition, answers, await uploadedFields(inside, application));
      if (step !== undefined) return { refused: 'incomplete', step };
      const asked = askedOf(definition, answers);
      const fields = new Set(asked.steps.flatMap((one) => one.fields.map(({ name }) => name)));
      for (const file of await listFiles(inside.database, application))
        if (!fields.has(file.field)) await deleteFile(inside.database, application, file.id);
      await sealAnswers(inside, application, asked.answers);
      const now = inside.clock();
      const receiptNumber = await freeNumber(inside, application.ars);
      await stampApplication(inside.database, application, {
        state,
        receipt_number: receiptNumber,
        submitted_at: now,
        due_on: addWorkingDays(berlinDay(now), definition.promiseDays, application.ars),
      });
      await countUse(inside.database, { ...application, happening: 'completed' }, berlinDay(now));
      await tellOffice(inside, application, noticeOf(receiptNumber, definition.title.de));
      await askMail(inside, application, 'received', language);
      return { receiptNumber };
    },
  );

export type WriteRefusal =
  | OwnRefusal
  | { refused: 'text-missing' | 'text-too-long' | 'too-many-messages' }
  | { refused: 'incomplete'; step: string };

export const textFault = (text: string): { refused: 'text-missing' | 'text-too-long' } | undefined => {
  if (text.trim() === '') return { refused: 'text-missing' };
  return text.length > LONGEST_TEXT ? { refused: 'text-too-long' } : undefined;
};

/** A message to the office. While it asks, the message may be the answer: the clock then runs on. */
export const writeToOffice = async (
  context: ApplicationContext,
  access: Access,
  { text, isAnswer }: { text: string; isAnswer: boolean },
  notice: OfficeNotice,
): Promise<{ written: true } | WriteRefusal> => {
  const fault = textFault(text);
  if (fault) return fault;
  return actOnOwn<{ written: true } | WriteRefusal>(
    context,
    access,
    [isAnswer ? 'answer' : 'write'],
    async (inside, application, state) => {
      if ((await countMessages(inside.database, application)) >= MOST_MESSAGES)
        return { refused: 'too-many-messages' };
      const now = inside.clock();
      if (isAnswer) {
        const { form, answers } = await openApplication(inside, application);
        const step = firstOpenStep(form.definition, answers, await uploadedFields(inside, application));
        if (step !== undefined) return { refused: 'incomplete', step };
        const { askedAt, dueOn, ars } = application;
        const waited = askedAt ? Math.ceil((now.getTime() - askedAt.getTime()) / DAY_MILLISECONDS) : 0;
        if (dueOn)
          await stampApplication(inside.database, application, { due_on: moveBy(dueOn, waited, ars) });
      }
      await stampApplication(inside.database, application, { state, asked_at: null, changed_at: now });
      await sealMessage(inside, application, {
        writtenBy: 'applicant',
        kind: isAnswer ? 'answer' : 'message',
        text: text.trim(),
      });
      await tellOffice(inside, application, notice);
      return { written: true };
    },
  );
};

export const withdrawApplication = (
  context: ApplicationContext,
  access: Access,
  notice: OfficeNotice,
): Promise<{ withdrawn: true } | OwnRefusal> =>
  actOnOwn<{ withdrawn: true } | OwnRefusal>(
    context,
    access,
    ['withdraw'],
    async (inside, application, state) => {
      const now = inside.clock();
      await stampApplication(inside.database, application, { state, closed_at: now, changed_at: now });
      await countUse(inside.database, { ...application, happening: 'withdrawn' }, berlinDay(now));
      await tellOffice(inside, application, notice);
      return { withdrawn: true };
    },
  );
