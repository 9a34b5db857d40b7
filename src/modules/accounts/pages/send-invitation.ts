import type { Context as HonoContext } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { invitationLink } from '../organisations/invite-member.ts';
import type { Organisation } from '../organisations/organisation.ts';
import type { GrantableRole } from '../organisations/role.ts';
import { signInOrigin } from '../sign-in/sign-in-origin.ts';
import { accountMessages } from '../web/index.ts';
import type { DeskEnvironment } from './desk.tsx';
import type { AccountSetting } from './setting.ts';

type Invited = { organisation: Organisation; code: string; mail: string; role: GrantableRole };

/** Not awaited: the invitation stands and can be withdrawn and sent anew; a slow mail server holds up nobody. */
export const sendInvitation = (
  c: HonoContext<DeskEnvironment>,
  setting: AccountSetting,
  { organisation, code, mail, role }: Invited,
): void => {
  const t = accountMessages(c.var.language);
  const origin = signInOrigin(setting.publicUrl, c.req.url);
  const base = `${origin}${localPath(c.var.language, '/').replace(/\/$/, '')}`;
  setting.mail
    .send({
      to: mail,
      subject: t.members.mailSubject(organisation.name),
      text: t.members.mailText(organisation.name, t.roles[role], invitationLink(base, code)),
    })
    .catch((error: Error) => setting.onFault('mail-not-sent', error));
};
