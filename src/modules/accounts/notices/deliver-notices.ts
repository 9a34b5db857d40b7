import type { Context } from '../../../foundation/database/context.ts';
import type { Mail, MailMessage } from '../../../foundation/mail/mail.ts';
import type { NoticeTopic } from '../contract.ts';
import { isAlwaysSent, type NoticeSetting } from './notice.ts';
import { getNoticeSetting } from './notice-setting.ts';
import type { StoredNotice } from './notice-store.ts';
import { noteSent, postponeNotice, takeDueNotices } from './outbox-store.ts';
import { createUnsubscribeLink } from './unsubscribe.ts';
import { whenToSend } from './when-to-send.ts';
import { messageIdOf, type TopicLinks, unsubscribeUrl, writeMail } from './write-mail.ts';

type Delivery = { mail: Mail; origin: string; onFault: (event: string, error: Error) => void };

const MOST_PEOPLE_PER_RUN = 500;
const AGAIN_MILLISECONDS = 15 * 60_000;
const GIVES_UP_MILLISECONDS = 3 * 86_400_000;

/** Every minute: whatever is due goes out, one person after the other, each in a transaction of its own. */
export const deliverNotices = async (context: Context, delivery: Delivery): Promise<{ mails: number }> => {
  let mails = 0;
  for (let people = 0; people < MOST_PEOPLE_PER_RUN; people += 1) {
    const sent = await context.database
      .transaction()
      .execute((database) => deliverToOne({ ...context, database }, delivery));
    if (sent === undefined) break;
    mails += sent;
  }
  return { mails };
};

/** @returns how many mails went out, or undefined where nothing was due. */
const deliverToOne = async (context: Context, delivery: Delivery): Promise<number | undefined> => {
  const { database, clock } = context;
  const due = await takeDueNotices(database, clock());
  if (!due) return undefined;
  const setting = await getNoticeSetting(context, due.personId);
  const ready: StoredNotice[] = [];
  for (const notice of due.notices) {
    const at = due.mail && dueAtOf(notice, setting, clock());
    if (at && at <= clock()) ready.push(notice);
    else await postponeNotice(database, notice.id, at || null);
  }
  let mails = 0;
  // What concerns the account goes by itself: its mail has no link that would end it.
  for (const group of [
    ready.filter(({ topic }) => isAlwaysSent(topic)),
    ready.filter(({ topic }) => !isAlwaysSent(topic)),
  ])
    if (group.length > 0 && due.mail && (await send(context, delivery, group, setting, due.mail))) mails += 1;
  return mails;
};

const dueAtOf = (
  { topic, created_at: createdAt }: StoredNotice,
  { paces, quiet }: NoticeSetting,
  now: Date,
): Date | undefined => whenToSend({ topic, createdAt }, { pace: paces[topic], quiet }, now);

const send = async (
  context: Context,
  { mail, origin, onFault }: Delivery,
  notices: StoredNotice[],
  { paces }: NoticeSetting,
  to: string,
): Promise<boolean> => {
  const { database, clock } = context;
  const { links, headers } = await linksFor(context, notices, origin);
  const text = writeMail(notices, paces, { origin, links });
  try {
    await mail.send({ to, ...text, messageId: messageIdOf(notices, origin), headers });
  } catch (error) {
    onFault('notice-not-sent', error instanceof Error ? error : new Error('unknown'));
    await tryLater(context, notices);
    return false;
  }
  await noteSent(
    database,
    notices.map(({ id }) => id),
    clock(),
  );
  return true;
};

/** RFC 8058: one click ends what the mail is about; in its text each topic has a link of its own. */
const linksFor = async (
  context: Context,
  notices: StoredNotice[],
  origin: string,
): Promise<{ links: TopicLinks; headers: NonNullable<MailMessage['headers']> }> => {
  const [first] = notices;
  const topics = [...new Set(notices.map(({ topic }) => topic))].filter((topic) => !isAlwaysSent(topic));
  if (!first || topics.length === 0) return { links: {}, headers: {} };
  const link = (of: readonly NoticeTopic[]) => createUnsubscribeLink(context, first.person_id, of);
  const links: TopicLinks = {};
  for (const topic of topics) links[topic] = await link([topic]);
  const [only] = topics;
  const all = topics.length === 1 && only ? links[only] : undefined;
  return {
    links,
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl(origin, all ?? (await link(topics)))}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
};

/** A mail server may be away for a while; after three days the notice stands on the page alone. */
const tryLater = async ({ database, clock }: Context, notices: StoredNotice[]): Promise<void> => {
  const now = clock().getTime();
  for (const { id, created_at: createdAt } of notices) {
    const isHopeless = now - createdAt.getTime() > GIVES_UP_MILLISECONDS;
    await postponeNotice(database, id, isHopeless ? null : new Date(now + AGAIN_MILLISECONDS));
  }
};
