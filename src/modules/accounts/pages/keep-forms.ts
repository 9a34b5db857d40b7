import type { MiddlewareHandler } from 'hono';
import type { Context } from '../../../foundation/database/context.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { paths } from '../contract.ts';
import { discardKeptForm, findLostOwner, keepForm } from '../kept-forms/keep-form.ts';
import { tokenOf } from './session-cookie.ts';
import type { AccountEnvironment } from './setting.ts';

const LARGEST_BODY_BYTES = 64 * 1024;
/** In the address of a form that is sent once more: which kept one it was. */
export const KEPT = 'eingabe';

const isPlainForm = (header: string | undefined): boolean =>
  header?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';

/**
 * No typed form is lost by a session that ran out: where a form is answered with "please sign in", what was typed is
 * kept for the person whose session it was, and the way back leads to it. Stands behind `readSession`.
 */
export const keepForms =
  (context: Context): MiddlewareHandler<AccountEnvironment> =>
  async (c, next) => {
    if (c.req.method !== 'POST') return next();
    if (c.var.signedIn) {
      await next();
      const sent = c.req.query(KEPT);
      if (sent && c.res.status < 400) await discardKeptForm(context, c.var.signedIn.personId, sent);
      return;
    }
    const token = tokenOf(c);
    if (!token || !isPlainForm(c.req.header('content-type'))) return next();
    const owner = await findLostOwner(context, token);
    if (!owner) return next();
    // A copy: the route behind reads the body as well.
    const body = await c.req.raw.clone().text();
    await next();
    const signIn = new URL(c.res.headers.get('location') ?? '', c.req.url);
    const isSentToSignIn =
      c.res.status === 303 &&
      signIn.pathname === localPath(c.var.language, paths.signIn) &&
      signIn.searchParams.has('zurueck');
    if (!isSentToSignIn || body.length > LARGEST_BODY_BYTES) return;
    const { pathname, searchParams } = new URL(c.req.url);
    searchParams.delete(KEPT);
    const path = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
    if (!(await keepForm(context, owner, { path, body }))) return;
    signIn.searchParams.set('zurueck', localPath(c.var.language, paths.keptForms));
    c.res.headers.set('location', signIn.pathname + signIn.search);
  };
