import { Hono, type Context as HonoContext } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { type NoticeTopic, paths } from '../contract.ts';
import { findUnsubscribeTopics, unsubscribe } from '../notices/unsubscribe.ts';
import { accountMessages, UnsubscribePage } from '../web/index.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';

type Page = HonoContext<AccountEnvironment>;

const answer = (c: Page, code: string, topics: readonly NoticeTopic[], isDone: boolean): Response => {
  const t = accountMessages(c.var.language);
  const action = withPlace(c.var.place, localPath(c.var.language, paths.unsubscribeButton));
  const body = <UnsubscribePage code={code} topics={topics} isDone={isDone} action={action} t={t} />;
  const { title, done } = t.notices.unsubscribe;
  const isUnknown = topics.length === 0;
  const shown = isUnknown ? `${t.errorTitle} ${title}` : isDone ? done : title;
  return c.var.page({ title: shown, body, isIndexed: false }, isUnknown ? 404 : 200);
};

/** The link of a mail: nobody signs in for it. */
export const unsubscribePages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();
  pages.get(paths.unsubscribe, async (c) => {
    const { code = '', fertig } = c.req.query();
    return answer(c, code, await findUnsubscribeTopics(setting, code), fertig !== undefined);
  });
  pages.post(paths.unsubscribeButton, async (c) => {
    const { code } = await c.req.parseBody();
    const secret = typeof code === 'string' ? code : '';
    const result = await unsubscribe(setting, secret);
    if ('refused' in result) return answer(c, '', [], false);
    const done = withPlace(c.var.place, localPath(c.var.language, paths.unsubscribe), {
      code: secret,
      fertig: '1',
    });
    return c.redirect(done, 303);
  });
  return pages;
};

/** RFC 8058: pressed by the mail program, without browser and cookie; it stands before the check for forged forms. */
export const oneClickUnsubscribe = (setting: AccountSetting) => {
  const routes = new Hono();
  routes.post(paths.unsubscribe, async (c) => {
    const form = await c.req.parseBody();
    if (form['List-Unsubscribe'] !== 'One-Click') return c.text('List-Unsubscribe=One-Click', 400);
    const result = await unsubscribe(setting, c.req.query('code') ?? '');
    return c.body(null, 'refused' in result ? 404 : 200);
  });
  return routes;
};
