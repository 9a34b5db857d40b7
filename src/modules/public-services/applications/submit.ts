import type { Language } from '../../../foundation/i18n/language.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { firstOpenStep } from '../forms/check-answers.ts';
import { askedOf } from '../forms/condition.ts';
import { askDelivery } from '../hand-over/ask-delivery.ts';
import { countUse } from '../metrics/use-store.ts';
import type { Application, ApplicationContext, OpenedApplication } from './application.ts';
import { isNumberTaken, stampApplication } from './application-store.ts';
import { deleteFile, listFiles } from './enclosure-store.ts';
import { uploadedFields } from './fill-in.ts';
import type { ApplicationState } from './life.ts';
import { openApplication, sealAnswers } from './open-application.ts';
import { newReceiptNumber } from './secret.ts';
import { sealSigning } from './signing/open-signing.ts';
import { proveMembership } from './signing/prove-membership.ts';
import type { Signing } from './signing/signing.ts';
import { askMail } from './tell-applicant.ts';
import { type OfficeNotice, tellOffice } from './tell-office.ts';
import { addWorkingDays } from './working-days.ts';

export type Incomplete = { refused: 'incomplete'; step: string };

/** What is complete, opened; what is no longer asked, since an answer before it changed, is left behind. */
export const settle = async (
  inside: ApplicationContext,
  application: Application,
): Promise<OpenedApplication | Incomplete> => {
  const opened = await openApplication(inside, application);
  const { definition } = opened.form;
  const step = firstOpenStep(definition, opened.answers, await uploadedFields(inside, application));
  if (step !== undefined) return { refused: 'incomplete', step };
  const { steps, answers } = askedOf(definition, opened.answers);
  const fields = new Set(steps.flatMap((one) => one.fields.map(({ name }) => name)));
  for (const file of await listFiles(inside.database, application))
    if (!fields.has(file.field)) await deleteFile(inside.database, application, file.id);
  await sealAnswers(inside, application, answers);
  return { ...opened, answers };
};

const freeNumber = async ({ database }: ApplicationContext, ars: string): Promise<string> => {
  for (;;) {
    const number = newReceiptNumber();
    if (!(await isNumberTaken(database, ars, number))) return number;
  }
};

type Sending = {
  state: ApplicationState;
  /** Who was signed in and asks; a membership is theirs. */ personId: string | undefined;
  signing: Omit<Signing, 'member'> | undefined;
  noticeOf: (number: string, title: string) => OfficeNotice;
  language: Language;
};

/** From now on it lies on a desk. Call it inside the transaction that holds the application, settled. */
export const submit = async (
  inside: ApplicationContext,
  { application, form: { definition }, answers }: OpenedApplication,
  { state, personId, signing, noticeOf, language }: Sending,
): Promise<{ receiptNumber: string }> => {
  const member = await proveMembership(inside, personId, answers);
  if (member || signing) await sealSigning(inside, application, { ...signing, ...(member && { member }) });
  const now = inside.clock();
  const receiptNumber = await freeNumber(inside, application.ars);
  await stampApplication(inside.database, application, {
    state,
    receipt_number: receiptNumber,
    submitted_at: now,
    language,
    due_on: addWorkingDays(berlinDay(now), definition.promiseDays, application.ars),
  });
  await countUse(inside.database, { ...application, happening: 'completed' }, berlinDay(now));
  await tellOffice(inside, application, noticeOf(receiptNumber, definition.title.de));
  await askMail(inside, application, 'received', language);
  await askDelivery(inside, application);
  return { receiptNumber };
};
