import type { MiddlewareHandler } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { withPlace } from '../../../foundation/ui/page.ts';
import { paths, type TrustLevel } from '../contract.ts';
import { safeReturnPath } from '../sign-in/return-path.ts';
import { reaches } from '../sign-in/trust-level.ts';
import { accountMessages, StepUpNeededPage } from '../web/index.ts';
import type { AccountEnvironment } from './setting.ts';

/**
 * Stands before what asks for a level of trust. A page leads to a stronger sign-in and back; a form that was sent is
 * answered with why it was not taken, since a redirect would lose it.
 */
export const requireLevel =
  (level: TrustLevel): MiddlewareHandler<AccountEnvironment> =>
  async (c, next) => {
    const { signedIn, language, place, page } = c.var;
    if (signedIn && reaches(signedIn.level, level)) return next();
    const t = accountMessages(language);
    const isAsked = c.req.method === 'GET' || c.req.method === 'HEAD';
    const { pathname, search } = new URL(c.req.url);
    const home = localPath(language, paths.account);
    const zurueck = isAsked ? pathname + search : safeReturnPath(pathOfForm(c.req.header('referer')), home);
    const href = withPlace(place, localPath(language, paths.signIn), { stufe: level, zurueck });
    if (isAsked) return c.redirect(href, 303);
    const body = <StepUpNeededPage level={t.levels[level]} href={href} t={t} />;
    return page({ title: `${t.errorTitle} ${t.stepUp.title}`, body, isIndexed: false }, 403);
  };

const pathOfForm = (referer: string | undefined): string | undefined => {
  if (!referer || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return pathname + search;
};
