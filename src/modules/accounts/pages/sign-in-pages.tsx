import { Hono, type Context as HonoContext } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { paths, type TrustLevel } from '../contract.ts';
import { canReach } from '../provider/provider.ts';
import { redeemMailLink, requestMailLink, signInLink } from '../sign-in/mail-link.ts';
import { safeReturnPath } from '../sign-in/return-path.ts';
import { signInOrigin } from '../sign-in/sign-in-origin.ts';
import { signInWithPassword } from '../sign-in/sign-in-with-password.ts';
import { isTrustLevel, reaches } from '../sign-in/trust-level.ts';
import { accountMessages, LinkSentPage, RedeemPage, SignInPage, type SignInView } from '../web/index.ts';
import { putCookies } from './session-cookie.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';
import { visitorOf } from './visitor.ts';

type Page = HonoContext<AccountEnvironment>;

const actionIn =
  (c: Page) =>
  (path: string): string =>
    withPlace(c.var.place, localPath(c.var.language, path));

const returnPathOf = (c: Page, wanted: unknown): string =>
  safeReturnPath(typeof wanted === 'string' ? wanted : undefined, actionIn(c)(paths.account));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The page, as it was asked for or with what is wrong. */
export const answerSignIn = (
  c: Page,
  setting: AccountSetting,
  wrong: Partial<Pick<SignInView, 'mail' | 'password' | 'linkMail' | 'note'>> & {
    returnPath?: unknown;
    /** Why a stronger sign-in is asked for. */ needs?: TrustLevel | undefined;
  } = {},
  status: 200 | 422 | 429 | 503 = 200,
): Response => {
  const t = accountMessages(c.var.language);
  const isSafe = signInOrigin(setting.publicUrl, c.req.url) !== undefined;
  const { needs, ...shown } = wrong;
  const view: SignInView = {
    mail: {},
    password: {},
    linkMail: {},
    ...shown,
    returnPath: returnPathOf(c, wrong.returnPath),
    providerName: setting.provider?.name,
    isSafe,
    stepUp: needs && {
      needs,
      present: c.var.signedIn?.level,
      canReach: setting.provider !== undefined && canReach(setting.provider, needs),
    },
    action: actionIn(c),
  };
  const own = needs ? t.stepUp.title : t.signInTitle;
  const title = status === 200 ? own : `${t.errorTitle} ${own}`;
  return c.var.page({ title, body: <SignInPage view={view} t={t} />, isIndexed: false }, status);
};

export const signInPages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();

  // Everything below hands out secrets: over a line that anybody can read, nothing of it happens.
  pages.use(`${paths.signIn}/*`, async (c, next) => {
    if (c.req.method === 'POST' && !signInOrigin(setting.publicUrl, c.req.url))
      return answerSignIn(c, setting, {}, 422);
    return next();
  });

  pages.get(paths.signIn, (c) => {
    const t = accountMessages(c.var.language);
    const { zurueck, abgemeldet, neu, stufe } = c.req.query();
    const returnPath = returnPathOf(c, zurueck);
    if (isTrustLevel(stufe) && stufe !== 'low')
      return c.var.signedIn && reaches(c.var.signedIn.level, stufe)
        ? c.redirect(returnPath, 303)
        : answerSignIn(c, setting, { returnPath, needs: stufe });
    // Some acts ask for a fresh sign-in of somebody who is signed in already.
    if (c.var.signedIn && !neu) return c.redirect(returnPath, 303);
    const isKept = returnPath.startsWith(actionIn(c)(paths.keptForms));
    const needed = isKept ? t.keptForms.needed : t.needed;
    const title = abgemeldet ? t.signedOut : zurueck && needed;
    return answerSignIn(c, setting, { returnPath, ...(title && { note: { kind: 'info', title } }) });
  });

  pages.post(paths.signIn, async (c) => {
    const body = await c.req.parseBody();
    const typed = { mail: textOf(body.mail), password: textOf(body.password) };
    const result = await signInWithPassword(setting, typed, visitorOf(c, setting.proxies));
    if ('refused' in result) {
      const error = accountMessages(c.var.language).refusals[result.refused];
      const mail = { value: typed.mail, error };
      const isWaiting = result.refused === 'too-many-attempts';
      return answerSignIn(c, setting, { mail, returnPath: body.zurueck }, isWaiting ? 429 : 422);
    }
    await putCookies(c, setting, result);
    return c.redirect(returnPathOf(c, body.zurueck), 303);
  });

  linkPages(pages, setting);
  return pages;
};

const linkPages = (pages: Hono<AccountEnvironment>, setting: AccountSetting): void => {
  pages.post(paths.mailLink, async (c) => {
    const t = accountMessages(c.var.language);
    const body = await c.req.parseBody();
    const typed = textOf(body['link-mail']);
    const origin = signInOrigin(setting.publicUrl, c.req.url) ?? '';
    const result = await requestMailLink(setting, typed, visitorOf(c, setting.proxies), {
      mail: setting.mail,
      write: (code) => {
        const url = signInLink(origin + localPath(c.var.language, '/').replace(/\/$/, ''), code, {
          zurueck: returnPathOf(c, body.zurueck),
        });
        return { subject: t.link.subject, text: t.link.text(url) };
      },
      onFault: (error) => setting.onFault('mail-not-sent', error),
    });
    if ('refused' in result) {
      const linkMail = { value: typed, error: t.refusals[result.refused] };
      const isWaiting = result.refused === 'too-many-attempts';
      return answerSignIn(c, setting, { linkMail, returnPath: body.zurueck }, isWaiting ? 429 : 422);
    }
    return c.redirect(actionIn(c)(paths.mailLink), 303);
  });

  pages.get(paths.mailLink, (c) => {
    const t = accountMessages(c.var.language);
    const body = <LinkSentPage staysHere={setting.mail.staysHere} mailbox={setting.mailboxPath} t={t} />;
    return c.var.page({ title: t.link.sentTitle, body, isIndexed: false });
  });

  // Programs that look into mails open every link: only the button uses it up.
  pages.get(paths.redeem, (c) => {
    const t = accountMessages(c.var.language);
    const { code = '', zurueck } = c.req.query();
    const returnPath = returnPathOf(c, zurueck);
    const body = <RedeemPage code={code} returnPath={returnPath} action={actionIn(c)(paths.redeem)} t={t} />;
    return c.var.page({ title: t.link.redeemTitle, body, isIndexed: false });
  });

  pages.post(paths.redeem, async (c) => {
    const body = await c.req.parseBody();
    const result = await redeemMailLink(setting, textOf(body.code), visitorOf(c, setting.proxies));
    if ('refused' in result) {
      const title = accountMessages(c.var.language).refusals[result.refused];
      return answerSignIn(c, setting, { note: { kind: 'danger', title }, returnPath: body.zurueck }, 422);
    }
    await putCookies(c, setting, result);
    return c.redirect(returnPathOf(c, body.zurueck), 303);
  });
};
