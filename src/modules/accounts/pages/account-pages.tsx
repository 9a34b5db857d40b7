import { Hono, type Context as HonoContext } from 'hono';
import { formatDay, formatTime } from '../../../foundation/i18n/format.ts';
import { type Language, localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { type ChangePasswordRefusal, paths } from '../contract.ts';
import { listKeptForms } from '../kept-forms/keep-form.ts';
import { countUnread } from '../notices/list-notices.ts';
import { listSessions, type SignedIn, signOut, signOutEverywhere } from '../sign-in/sessions.ts';
import { needsCurrentPassword, setPassword } from '../sign-in/set-password.ts';
import { signInOrigin } from '../sign-in/sign-in-origin.ts';
import { AccountPage, type AccountView, accountMessages } from '../web/index.ts';
import { keptFormPages } from './kept-form-pages.tsx';
import { myDataPages } from './my-data-pages.tsx';
import { noticePages } from './notice-pages.tsx';
import { takeSessionCookie, tokenOf } from './session-cookie.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';
import { unsubscribePages } from './unsubscribe-pages.tsx';
import { visitorOf } from './visitor.ts';

type Page = HonoContext<AccountEnvironment>;

const MOST_SESSIONS_SHOWN = 50;

const instant = (language: Language, at: Date, now: Date): string =>
  `${formatDay(language, at, now)}, ${formatTime(language, at)}`;

const accountView = async (c: Page, setting: AccountSetting, person: SignedIn): Promise<AccountView> => {
  const { language, place } = c.var;
  const now = setting.clock();
  const sessions = await listSessions(setting, person);
  return {
    label: person.label,
    level: accountMessages(language).levels[person.level],
    ends: instant(language, person.state.endsAt, now),
    sessions: sessions.slice(0, MOST_SESSIONS_SHOWN).map((session) => ({
      name: session.userAgent,
      started: instant(language, session.startedAt, now),
      seen: instant(language, session.lastSeenAt, now),
      isThis: session.isThis,
    })),
    unreadNotices: await countUnread(setting, person.personId),
    hasKeptForms: (await listKeptForms(setting, person.personId)).length > 0,
    hasLocalAccount: person.mail !== undefined,
    needsCurrent: await needsCurrentPassword(setting, person),
    furtherPages: setting.furtherPages?.(language) ?? [],
    current: {},
    next: {},
    action: (path) => withPlace(place, localPath(language, path)),
  };
};

const answerAccount = async (
  c: Page,
  setting: AccountSetting,
  person: SignedIn,
  { refused, note }: { refused?: ChangePasswordRefusal; note?: AccountView['note'] } = {},
): Promise<Response> => {
  const t = accountMessages(c.var.language);
  const view = await accountView(c, setting, person);
  const field = refused === 'wrong-password' || refused === 'too-many-attempts' ? 'current' : 'next';
  const wrong = refused && { [field]: { error: t.refusals[refused] } };
  const title = refused ? `${t.errorTitle} ${t.account.title}` : t.account.title;
  const body = <AccountPage view={{ ...view, ...wrong, note }} t={t} />;
  return c.var.page({ title, body, isIndexed: false }, refused ? 422 : 200);
};

const toSignIn = (c: Page, parameters: Record<string, string>): Response =>
  c.redirect(withPlace(c.var.place, localPath(c.var.language, paths.signIn), parameters), 303);

export const accountPages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();
  const back = (c: Page) => toSignIn(c, { zurueck: localPath(c.var.language, paths.account) });

  pages.get(paths.account, (c) => (c.var.signedIn ? answerAccount(c, setting, c.var.signedIn) : back(c)));

  pages.post(paths.password, async (c) => {
    const person = c.var.signedIn;
    if (!person?.mail) return back(c);
    const t = accountMessages(c.var.language);
    const { current, next } = await c.req.parseBody();
    const typed = {
      current: typeof current === 'string' ? current : '',
      next: typeof next === 'string' ? next : '',
    };
    const result = await setPassword(setting, person, typed, visitorOf(c, setting.proxies));
    if ('refused' in result) return answerAccount(c, setting, person, { refused: result.refused });
    const title = t.change.done(String(result.endedSessions));
    return answerAccount(c, setting, person, { note: { kind: 'success', title } });
  });

  pages.post(paths.everywhere, async (c) => {
    if (!c.var.signedIn) return back(c);
    await signOutEverywhere(setting, c.var.signedIn);
    takeSessionCookie(c);
    return toSignIn(c, { abgemeldet: '1' });
  });

  pages.post(paths.signOut, async (c) => {
    const token = tokenOf(c);
    if (token) await signOut(setting, token);
    takeSessionCookie(c);
    const isAlsoThere = c.var.signedIn?.method === 'provider';
    const home = `${signInOrigin(setting.publicUrl, c.req.url)}${paths.signIn}`;
    const away = isAlsoThere ? await setting.provider?.signOutUrl(home) : undefined;
    return away ? c.redirect(away, 303) : toSignIn(c, { abgemeldet: '1' });
  });

  pages.route('/', keptFormPages(setting));
  pages.route('/', noticePages(setting));
  pages.route('/', myDataPages(setting));
  pages.route('/', unsubscribePages(setting));
  return pages;
};
