import type { Language } from '../../../foundation/i18n/language.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { dayInWords } from '../forms/date-in-words.ts';
import type { ApplicationMessages } from '../web/index.ts';
import type { ApplicationContext, ApplicationKey } from './application.ts';
import { type Access, findById, findOwn } from './application-store.ts';
import { openApplication } from './open-application.ts';

type Post = ApplicationContext & {
  publicUrl?: string | undefined;
  send: (message: { to: string; subject: string; text: string }) => Promise<void>;
  onFault: (event: string, error: Error) => void;
};

/** A mail that does not go out holds nothing up: number and code show the same at any time. */
const post = async (
  setting: Post,
  to: unknown,
  message: { subject: string; text: string },
): Promise<void> => {
  if (typeof to !== 'string') return;
  try {
    await setting.send({ to, ...message });
  } catch (error) {
    setting.onFault('application-mail-failed', error as Error);
  }
};

const placeOf = ({ publicUrl }: Post, origin: string, language: Language, ars: string): string =>
  `${publicUrl ?? origin}${localPath(language, `/antrag/${ars}/stand`)}`;

/** To the address in the form, where one was given. Never with the code: a mail is no safe place for it. */
export const tellReceived = async (
  setting: Post,
  access: Access,
  t: ApplicationMessages,
  origin: string,
  language: Language,
): Promise<void> => {
  const application = await findOwn(setting.database, access, setting.clock());
  if (!application?.receiptNumber || !application.dueOn) return;
  const { form, answers } = await openApplication(setting, application);
  const { receiptNumber, dueOn, ars } = application;
  const url = placeOf(setting, origin, language, ars);
  await post(setting, answers[form.definition.mailField ?? ''], {
    subject: t.mail.receivedSubject(receiptNumber),
    text: t.mail.received(receiptNumber, dayInWords(language, dueOn), url),
  });
};

/** That the office has written, to who has no account; who has one finds a notice. */
export const tellNews = async (
  setting: Post,
  key: ApplicationKey,
  t: ApplicationMessages,
  origin: string,
): Promise<void> => {
  const application = await findById(setting.database, key, false);
  if (!application?.receiptNumber || application.personId !== null) return;
  const { form, answers } = await openApplication(setting, application);
  await post(setting, answers[form.definition.mailField ?? ''], {
    subject: t.mail.newsSubject(application.receiptNumber),
    text: t.mail.news(application.receiptNumber, placeOf(setting, origin, 'de', application.ars)),
  });
};
