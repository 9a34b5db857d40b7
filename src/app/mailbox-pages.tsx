import { join } from 'node:path';
import { Hono } from 'hono';
import type { Config } from '../foundation/config/config.ts';
import { formatDate, formatTime } from '../foundation/i18n/format.ts';
import { type Language, localPath } from '../foundation/i18n/language.ts';
import { findLetter, type Letter, listLetters } from '../foundation/mail/mailbox.ts';
import { signInOrigin } from '../modules/accounts/index.ts';
import type { SiteVariables } from './frame.tsx';
import { LetterPage, MailboxPage } from './web/MailboxPages.tsx';
import { appMessages } from './web/messages.ts';

const MAILBOX = '/postfach';
const MOST_SHOWN = 100;

const shown = (letter: Letter, language: Language) => {
  const at = new Date(letter.at);
  return { ...letter, at: `${formatDate(language, at)}, ${formatTime(language, at)}` };
};

/** All mails lie open here, those that sign somebody in as well: mounted in a demonstration only. */
export const mailboxPages = (config: Config) => {
  const folder = join(config.folder, 'mail');
  const pages = new Hono<{ Variables: SiteVariables }>();
  const isOpenFor = (url: string): boolean => signInOrigin(config.publicUrl, url) !== undefined;

  pages.get(MAILBOX, async (c, next) => {
    if (!isOpenFor(c.req.url)) return next();
    const { language } = c.var;
    const t = appMessages(language);
    const letters = (await listLetters(folder, MOST_SHOWN)).map(({ id, ...letter }) => ({
      ...shown(letter, language),
      href: localPath(language, `${MAILBOX}/${id}`),
    }));
    c.header('cache-control', 'private, no-store');
    const body = <MailboxPage letters={letters} isCut={letters.length === MOST_SHOWN} t={t} />;
    return c.var.page({ title: t.mailbox.title, body, isIndexed: false });
  });

  pages.get(`${MAILBOX}/:id`, async (c, next) => {
    const letter = isOpenFor(c.req.url) && (await findLetter(folder, c.req.param('id')));
    if (!letter) return next();
    const { language } = c.var;
    const t = appMessages(language);
    c.header('cache-control', 'private, no-store');
    return c.var.page({
      title: letter.subject || t.mailbox.noSubject,
      body: <LetterPage letter={shown(letter, language)} t={t} />,
      crumbs: [{ label: t.mailbox.all, href: localPath(language, MAILBOX) }],
      isIndexed: false,
    });
  });
  return pages;
};
