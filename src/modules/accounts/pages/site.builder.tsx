import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import type { Context } from '../../../foundation/database/context.ts';
import type { MailText } from '../../../foundation/mail/mail.ts';
import { accountPages } from './account-pages.tsx';
import { keepForms } from './keep-forms.ts';
import { backChannelLogout, providerPages } from './provider-pages.ts';
import { readSession } from './session-cookie.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';
import { signInPages } from './sign-in-pages.tsx';
import { oneClickUnsubscribe } from './unsubscribe-pages.tsx';

export const ORIGIN = 'http://localhost:3000';

type Ask = {
  method?: 'GET' | 'POST';
  form?: Record<string, string>;
  origin?: string;
  headers?: Record<string, string>;
};

/** The pages in the barest frame, with a browser that keeps cookies as they are set. */
export const accountSite = (
  context: Context,
  more: Partial<AccountSetting> = {},
  /** Further routes that a test brings along. */ add: (site: Hono<AccountEnvironment>) => void = () =>
    undefined,
) => {
  const mails: (MailText & { to: string })[] = [];
  const faults: string[] = [];
  const setting: AccountSetting = {
    ...context,
    proxies: 0,
    furtherData: [],
    mail: {
      staysHere: true,
      send: async (message) => {
        mails.push(message);
      },
    },
    onFault: (event, error) => faults.push(`${event}: ${error.message}`),
    ...more,
  };
  const site = new Hono<AccountEnvironment>();
  site.route('/', backChannelLogout(setting));
  site.route('/', oneClickUnsubscribe(setting));
  site.use(readSession(context), keepForms(context));
  site.use(async (c, next) => {
    c.set('language', 'de');
    c.set('place', undefined);
    c.set('page', ({ title, body }, status = 200) =>
      c.html(`<title>${title}</title>${renderToString(<main>{body}</main>)}`, status),
    );
    await next();
  });
  add(site);
  site.route('/', signInPages(setting));
  site.route('/', providerPages(setting));
  site.route('/', accountPages(setting));

  const newBrowser = () => {
    const cookies = new Map<string, string>();
    const ask = async (path: string, { method = 'GET', form, origin = ORIGIN, headers }: Ask = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await site.request(new URL(path, origin).href, {
        method,
        headers: { ...headers, ...(cookie && { cookie }) },
        ...(form && { body: new URLSearchParams(form) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    };
    const post = (path: string, form: Record<string, string>, more: Ask = {}) =>
      ask(path, { method: 'POST', form, ...more });
    return { ask, post, cookies };
  };
  return { site, newBrowser, mails, faults };
};
