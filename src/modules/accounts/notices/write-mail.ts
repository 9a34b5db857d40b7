import { createHash } from 'node:crypto';
import type { MailText } from '../../../foundation/mail/mail.ts';
import { type NoticePace, type NoticeTopic, noticeTopics, paths } from '../contract.ts';
import { accountMessages } from '../web/index.ts';
import { isAlwaysSent } from './notice.ts';
import type { StoredNotice } from './notice-store.ts';

export type TopicLinks = Partial<Record<NoticeTopic, string>>;

export const unsubscribeUrl = (origin: string, secret: string): string =>
  `${origin}${paths.unsubscribe}?${new URLSearchParams({ code: secret })}`;

/** Notices under their topics, and at the foot of each topic why it came and how to end it. */
export const writeMail = (
  notices: readonly StoredNotice[],
  paces: Record<NoticeTopic, NoticePace>,
  { origin, links }: { origin: string; links: TopicLinks },
): MailText => {
  const t = accountMessages('de').notices;
  const sections = noticeTopics.flatMap((topic) => {
    const own = notices.filter((notice) => notice.topic === topic);
    if (own.length === 0) return [];
    const texts = own.map(({ subject, text, path }) =>
      [subject, text, path && origin + path].filter(Boolean).join('\n'),
    );
    const why = isAlwaysSent(topic) ? t.mail.always : t.mail.why(t.topics[topic], t.paces[paces[topic]]);
    const link = links[topic];
    const foot = link ? `${why}\n${t.mail.end(t.topics[topic])} ${unsubscribeUrl(origin, link)}` : why;
    return [[t.mail.topic(t.topics[topic]), ...texts, foot].join('\n\n')];
  });
  const [only] = notices;
  const subject = notices.length === 1 && only ? only.subject : t.mail.several(String(notices.length));
  const change = `${t.mail.change} ${origin}${paths.notices}`;
  return { subject, text: [t.mail.greeting, ...sections, change].join('\n\n') };
};

/**
 * The same notices make the same id: where a kill between sending and saving makes the mail go out twice, mailboxes
 * see that it is the same one.
 */
export const messageIdOf = (notices: readonly StoredNotice[], origin: string): string => {
  const digest = createHash('sha256')
    .update(notices.map(({ id }) => id).join(' '))
    .digest('hex');
  return `<${digest.slice(0, 40)}@${new URL(origin).hostname}>`;
};
