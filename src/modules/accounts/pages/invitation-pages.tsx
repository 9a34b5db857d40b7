import { Hono, type Context as HonoContext } from 'hono';
import { formatDate } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { paths } from '../contract.ts';
import { acceptInvitation, findOpenInvitation } from '../organisations/accept-invitation.ts';
import { findActing } from '../organisations/find-acting.ts';
import { rememberDevice } from '../sign-in/remember-device.ts';
import { startSession } from '../sign-in/sessions.ts';
import { signInOrigin } from '../sign-in/sign-in-origin.ts';
import { accountMessages, InvitationGonePage, InvitationPage, InvitationWaitsPage } from '../web/index.ts';
import { deskPath } from './desk.tsx';
import { putCookies } from './session-cookie.ts';
import type { AccountEnvironment, AccountSetting } from './setting.ts';
import { answerSignIn } from './sign-in-pages.tsx';
import { visitorOf } from './visitor.ts';

type Page = HonoContext<AccountEnvironment>;

const gone = (c: Page): Response => {
  const t = accountMessages(c.var.language);
  return c.var.page(
    { title: t.invitation.goneTitle, body: <InvitationGonePage t={t} />, isIndexed: false },
    404,
  );
};

/** The link proved the mail address, as a mail link to sign in does: the lowest level of trust. */
const signIn = async (c: Page, setting: AccountSetting, personId: string): Promise<void> => {
  const visitor = visitorOf(c, setting.proxies);
  await putCookies(c, setting, {
    session: await startSession(setting, {
      personId,
      method: 'mailLink',
      level: 'low',
      userAgent: visitor.userAgent,
    }),
    ...(await rememberDevice(setting, personId, visitor)),
  });
};

export const invitationPages = (setting: AccountSetting) => {
  const pages = new Hono<AccountEnvironment>();

  pages.get(paths.invitation, async (c) => {
    if (!signInOrigin(setting.publicUrl, c.req.url)) return answerSignIn(c, setting, {}, 422);
    const { language } = c.var;
    const t = accountMessages(language);
    const code = c.req.query('code') ?? '';
    const open = await findOpenInvitation(setting, code);
    if (!open) return gone(c);
    const here = `${localPath(language, paths.invitation)}?${new URLSearchParams({ code })}`;
    const view = {
      organisation: open.organisation.name,
      role: t.roles[open.invitation.role],
      mail: open.invitation.mail,
      until: formatDate(language, open.invitation.expires_at),
      label: c.var.signedIn?.label,
      code,
      action: localPath(language, paths.invitation),
      signIn: `${localPath(language, paths.signIn)}?${new URLSearchParams({ zurueck: here })}`,
    };
    return c.var.page({
      title: t.invitation.title(view.organisation),
      body: <InvitationPage view={view} t={t} />,
      isIndexed: false,
    });
  });

  pages.post(paths.invitation, async (c) => {
    if (!signInOrigin(setting.publicUrl, c.req.url)) return answerSignIn(c, setting, {}, 422);
    const { code } = await c.req.parseBody();
    const before = c.var.signedIn;
    const accepted = await acceptInvitation(setting, typeof code === 'string' ? code : '', before);
    if ('refused' in accepted) return gone(c);
    const { organisation, personId, waits } = accepted;
    if (!before) await signIn(c, setting, personId);
    const acting = await findActing(setting, { personId, label: '' }, organisation.id);
    if (acting) return c.redirect(localPath(c.var.language, deskPath({ organisation })), 303);
    const t = accountMessages(c.var.language);
    const body = <InvitationWaitsPage organisation={organisation.name} t={t} />;
    return c.var.page({ title: t.invitation.waitsTitle, body, isIndexed: false }, waits ? 200 : 403);
  });

  return pages;
};
