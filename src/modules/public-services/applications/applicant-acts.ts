import type { Language } from '../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { firstOpenStep } from '../forms/check-answers.ts';
import { countUse } from '../metrics/use-store.ts';
import { actOnOwn, type OwnRefusal } from './act-on-own.ts';
import { type ApplicationContext, LONGEST_TEXT, MOST_MESSAGES } from './application.ts';
import { type Access, stampApplication } from './application-store.ts';
import { countMessages } from './enclosure-store.ts';
import { uploadedFields } from './fill-in.ts';
import { openApplication, sealMessage } from './open-application.ts';
import { secondSignerOf } from './signing/signing.ts';
import { type Incomplete, settle, submit } from './submit.ts';
import { type OfficeNotice, tellOffice } from './tell-office.ts';
import { moveBy } from './working-days.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Where a second signature is asked for, it is not sent by one alone. @param personId who is signed in now. */
export const sendApplication = (
  context: ApplicationContext,
  access: Access,
  noticeOf: (number: string, title: string) => OfficeNotice,
  language: Language = 'de',
  personId?: string,
): Promise<{ receiptNumber: string } | OwnRefusal | Incomplete | { refused: 'needs-signature' }> =>
  actOnOwn<{ receiptNumber: string } | OwnRefusal | Incomplete | { refused: 'needs-signature' }>(
    context,
    access,
    ['send'],
    async (inside, application, state) => {
      const settled = await settle(inside, application);
      if ('refused' in settled) return settled;
      if (secondSignerOf(settled.form.definition, settled.answers)) return { refused: 'needs-signature' };
      // A signature that was asked for and is not any more says nothing about what is sent.
      const signing = settled.signing && {};
      return submit(inside, settled, { state, personId, signing, noticeOf, language });
    },
  );

export type WriteRefusal =
  | OwnRefusal
  | { refused: 'text-missing' | 'text-too-long' | 'too-many-messages' }
  | Incomplete;

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
