import { Hono, type Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { localPath } from '../../../foundation/i18n/language.ts';
import type { TrustLevel } from '../contract.ts';
import { paths } from '../contract.ts';
import { endProviderSessions } from '../provider/back-channel-logout.ts';
import { beginAtProvider, returnFromProvider } from '../provider/sign-in-with-provider.ts';
import { safeReturnPath } from '../sign-in/return-path.ts';
import { signInOrigin } from '../sign-in/sign-in-origin.ts';
import { isTrustLevel } from '../sign-in/trust-level.ts';
import { accountMessages } from '../web/index.ts';
import { putCookies, SAFE } from './session-cookie.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';
import { answerSignIn } from './sign-in-pages.tsx';
import { visitorOf } from './visitor.ts';

const ROUND = 'allmende-runde';

export const providerPages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();
  const { provider } = setting;
  if (!provider) return pages;
  // One address for all languages: providers compare it letter by letter.
  const callbackOf = (url: string) => `${signInOrigin(setting.publicUrl, url)}${paths.providerReturn}`;

  pages.post(paths.provider, async (c) => {
    const t = accountMessages(c.var.language);
    if (!signInOrigin(setting.publicUrl, c.req.url)) return answerSignIn(c, setting, {}, 422);
    const { zurueck, stufe } = await c.req.parseBody();
    const wanted = typeof zurueck === 'string' ? zurueck : undefined;
    const begun = await beginAtProvider(setting, provider, {
      returnPath: safeReturnPath(wanted, localPath(c.var.language, paths.account)),
      callback: callbackOf(c.req.url),
      needs: isTrustLevel(stufe) ? stufe : undefined,
    });
    if ('refused' in begun)
      return answerSignIn(c, setting, { note: { kind: 'danger', title: t.refusals[begun.refused] } }, 503);
    setCookie(c, ROUND, begun.round, SAFE);
    return c.redirect(begun.location, 303);
  });

  pages.get(paths.providerReturn, async (c) => {
    const round = getCookie(c, ROUND, 'host');
    deleteCookie(c, ROUND, SAFE);
    // Behind a proxy the request's own address is not the one that the provider was told.
    const url = new URL(new URL(c.req.url).search, callbackOf(c.req.url));
    const result = await returnFromProvider(setting, provider, { url, round }, visitorOf(c, setting.proxies));
    if ('refused' in result) {
      if (result.refused === 'level-too-low') return answerLevelTooLow(c, setting, result);
      if (result.cause) setting.onFault('provider-refused', result.cause);
      const title = accountMessages(c.var.language).refusals[result.refused];
      return answerSignIn(c, setting, { note: { kind: 'danger', title } }, 422);
    }
    await putCookies(c, setting, result);
    return c.redirect(safeReturnPath(result.returnPath, paths.account), 303);
  });
  return pages;
};

const answerLevelTooLow = (
  c: HonoContext<AccountEnvironment>,
  setting: AccountSetting,
  { level, needs, returnPath }: { level: TrustLevel; needs: TrustLevel; returnPath: string },
): Response => {
  const t = accountMessages(c.var.language);
  const title = t.stepUp.tooLow(t.levels[level], t.levels[needs]);
  return answerSignIn(c, setting, { note: { kind: 'danger', title }, needs, returnPath }, 422);
};

/** Called by the provider itself, without browser and cookie: it stands before the check for forged forms. */
export const backChannelLogout = (setting: AccountSetting) => {
  const routes = new Hono();
  routes.post(paths.backChannelLogout, async (c) => {
    const { logout_token: token } = await c.req.parseBody();
    c.header('cache-control', 'no-store');
    if (!setting.provider || typeof token !== 'string') return c.json({ error: 'invalid_request' }, 400);
    const result = await endProviderSessions(setting, setting.provider, token);
    return 'refused' in result ? c.json({ error: 'invalid_request' }, 400) : c.body(null, 200);
  });
  return routes;
};
