import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { paths, type TrustLevel } from '../contract.ts';
import { safeReturnPath } from '../sign-in/return-path.ts';
import { reaches } from '../sign-in/trust-level.ts';
import { accountMessages, StepUpNeededPage } from '../web/index.ts';
import type { AccountEnvironment } from './setting.ts';

type Asking = Pick<HonoContext<AccountEnvironment>, 'var'>;

/** Where somebody signs in with the level that is asked for, and comes back. Undefined: it is reached already. */
export const stepUpTo = (c: Asking, level: TrustLevel, back: string): string | undefined => {
  const { signedIn, language, place } = c.var;
  if (signedIn && reaches(signedIn.level, level)) return undefined;
  return withPlace(place, localPath(language, paths.signIn), { stufe: level, zurueck: back });
};

/**
 * Stands before what asks for a level of trust. A page leads to a stronger sign-in and back; a form that was sent is
 * answered with why it was not taken, since a redirect would lose it.
 */
export const requireLevel =
  (level: TrustLevel): MiddlewareHandler<AccountEnvironment> =>
  async (c, next) => {
    const { language, page } = c.var;
    const isAsked = c.req.method === 'GET' || c.req.method === 'HEAD';
    const { pathname, search } = new URL(c.req.url);
    const home = localPath(language, paths.account);
    const back = isAsked ? pathname + search : safeReturnPath(pathOfForm(c.req.header('referer')), home);
    const href = stepUpTo(c, level, back);
    if (href === undefined) return next();
    if (isAsked) return c.redirect(href, 303);
    const t = accountMessages(language);
    const body = <StepUpNeededPage level={t.levels[level]} href={href} t={t} />;
    return page({ title: `${t.errorTitle} ${t.stepUp.title}`, body, isIndexed: false }, 403);
  };

const pathOfForm = (referer: string | undefined): string | undefined => {
  if (!referer || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return pathname + search;
};
