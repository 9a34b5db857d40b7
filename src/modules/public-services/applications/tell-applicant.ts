import { daysBefore } from '../../../foundation/database/retention.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { dayInWords } from '../forms/date-in-words.ts';
import { applicationMessages } from '../web/index.ts';
import type { ApplicationContext, ApplicationKey } from './application.ts';
import { findById } from './application-store.ts';
import { deleteMail, postponeMail, saveMail, takeDueMail, type WaitingMail } from './mail-store.ts';
import { openApplication } from './open-application.ts';
import { linkForMail } from './signing/link-for-mail.ts';

const TRIED_AGAIN_MILLISECONDS = 600_000;
const TRIED_DAYS = 7;

/** Call it with the transaction of the change that it tells of, so that neither stands without the other. */
export const askMail = (
  { database, clock, newId }: ApplicationContext,
  { ars, id }: ApplicationKey,
  kind: WaitingMail['kind'],
  language: Language,
): Promise<void> =>
  saveMail(database, { ars, application_id: id, id: newId(), kind, language, asked_at: clock() });

type Post = ApplicationContext & {
  /** Where the world reaches this house. */ origin: string;
  send: (message: { to: string; subject: string; text: string }) => Promise<void>;
  /** Told by a short word what went wrong; no address, no name. */ onFault: (
    event: string,
    error: Error,
  ) => void;
};

/** To the second person: the one mail with a link that opens something, and nothing in it that anybody wrote. */
const signMessage = async (post: Post, { ars, application_id: id, language }: WaitingMail, title: string) => {
  const link = await linkForMail(post, { ars, id });
  if (!link) return undefined;
  const { mail } = applicationMessages(language).sign;
  const url = `${post.origin}${localPath(language, `/antrag/${ars}/unterschrift/${link.secret}`)}`;
  return { to: link.to, subject: mail.toSignSubject, text: mail.toSign(title, url) };
};

/** Undefined: nobody gave an address. Never with the code: a mail is no safe place for it. */
const messageOf = async (post: Post, waiting: WaitingMail) => {
  const { ars, application_id: id, kind, language } = waiting;
  const application = await findById(post.database, { ars, id }, false);
  if (!application) return undefined;
  const { form, answers } = await openApplication(post, application);
  const title = form.definition.title[language];
  if (kind === 'toSign')
    return application.state === 'inSigning' ? signMessage(post, waiting, title) : undefined;
  const to = answers[form.definition.mailField ?? ''];
  if (typeof to !== 'string') return undefined;
  const { mail, sign } = applicationMessages(language);
  const url = `${post.origin}${localPath(language, `/antrag/${ars}/stand`)}`;
  if (kind === 'declined')
    return { to, subject: sign.mail.declinedSubject, text: sign.mail.declined(title, url) };
  const { receiptNumber: number, dueOn } = application;
  if (number === null) return undefined;
  return kind === 'received'
    ? {
        to,
        subject: mail.receivedSubject(number),
        text: mail.received(number, dueOn ? dayInWords(language, dueOn) : '', url),
      }
    : { to, subject: mail.newsSubject(number), text: mail.news(number, url) };
};

/** @returns undefined where nothing is due, else whether one mail went out. */
const deliverNext = (post: Post): Promise<boolean | undefined> =>
  post.database.transaction().execute(async (database) => {
    const now = post.clock();
    const waiting = await takeDueMail(database, now);
    if (!waiting) return undefined;
    let message: Awaited<ReturnType<typeof messageOf>>;
    try {
      // Inside: what cannot be opened holds up nobody else's mail.
      message = await messageOf({ ...post, database }, waiting);
      if (message) await post.send(message);
    } catch (error) {
      post.onFault('application-mail-failed', error as Error);
      if (waiting.asked_at > daysBefore(now, TRIED_DAYS)) {
        await postponeMail(database, waiting, new Date(now.getTime() + TRIED_AGAIN_MILLISECONDS));
        return false;
      }
      message = undefined;
    }
    await deleteMail(database, waiting);
    return message !== undefined;
  });

/** Sends what waits, one by one: a kill loses nothing, and at most one mail goes out twice. */
export const deliverApplicationMails = async (post: Post): Promise<{ mails: number }> => {
  let mails = 0;
  for (;;) {
    const isSent = await deliverNext(post);
    if (isSent === undefined) return { mails };
    if (isSent) mails += 1;
  }
};
