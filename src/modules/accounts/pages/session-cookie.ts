import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Context } from '../../../foundation/database/context.ts';
import { DEVICE_SECONDS } from '../sign-in/remember-device.ts';
import { findSession, signOut } from '../sign-in/sessions.ts';
import type { SignInSecrets } from '../sign-in/sign-in-with-password.ts';
import type { AccountVariables } from './setting.ts';

const SESSION = 'allmende';
const DEVICE = 'allmende-geraet';
// __Host-: no other host of the town's domain can set or read it.
export const SAFE = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const tokenOf = (c: HonoContext): string | undefined => getCookie(c, SESSION, 'host');

export const deviceOf = (c: HonoContext): string | undefined => getCookie(c, DEVICE, 'host');

/** Who asks, for every page; without the cookie nothing is looked up. Pages of signed-in people are kept nowhere. */
export const readSession =
  (context: Context): MiddlewareHandler<{ Variables: AccountVariables }> =>
  async (c, next) => {
    const token = tokenOf(c);
    c.set('signedIn', token ? await findSession(context, token) : undefined);
    await next();
    if (token) c.res.headers.set('cache-control', 'private, no-store');
  };

export const putCookies = async (c: HonoContext, context: Context, secrets: SignInSecrets): Promise<void> => {
  const before = tokenOf(c);
  if (before) await signOut(context, before);
  setCookie(c, SESSION, secrets.session, SAFE);
  if (secrets.device) setCookie(c, DEVICE, secrets.device, { ...SAFE, maxAge: DEVICE_SECONDS });
};

export const takeSessionCookie = (c: HonoContext): void => {
  deleteCookie(c, SESSION, SAFE);
};

/** Nothing of the account stays in the browser. */
export const takeAllCookies = (c: HonoContext): void => {
  takeSessionCookie(c);
  deleteCookie(c, DEVICE, SAFE);
};
