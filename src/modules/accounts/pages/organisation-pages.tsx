import { Hono, type Context as HonoContext } from 'hono';
import { localPath } from '../../../foundation/i18n/language.ts';
import { type EnterRefusal, paths } from '../contract.ts';
import { enterableKinds, enterOrganisation } from '../organisations/enter-organisation.ts';
import { listOrganisations } from '../organisations/organisation-store.ts';
import { accountMessages, OrganisationsPage, type OrganisationsView } from '../web/index.ts';
import { type DeskEnvironment, deskPath, permit } from './desk.tsx';
import { sendInvitation } from './send-invitation.ts';
import type { AccountSetting } from './setting.ts';

type Page = HonoContext<DeskEnvironment>;
type Fields = OrganisationsView['fields'];

const AT = '/stellen';

const fieldOf: Partial<Record<EnterRefusal, keyof Fields>> = {
  'organisation-name-missing': 'name',
  'name-taken': 'name',
  'unknown-kind': 'kind',
  'not-a-mail-address': 'mail',
};

const answer = async (
  c: Page,
  { database }: AccountSetting,
  { refused, typed = {} }: { refused?: EnterRefusal; typed?: Record<string, unknown> } = {},
): Promise<Response> => {
  const { acting, language } = c.var;
  const t = accountMessages(language);
  const { ars, id, name } = acting.organisation;
  const error = refused && { ...t.refusals, ...t.organisations.refusals }[refused];
  const field = refused && fieldOf[refused];
  const stateOf = (one: keyof Fields) => {
    const value = typed[one];
    return {
      value: typeof value === 'string' ? value : '',
      error: field === one ? error : undefined,
    };
  };
  const isDone = c.req.query('erledigt') !== undefined;
  const view: OrganisationsView = {
    town: name,
    organisations: (await listOrganisations(database, ars)).flatMap((one) => {
      const kind = enterableKinds.find((known) => known === one.kind);
      return one.id !== id && kind ? [{ id: one.id, name: one.name, kind: t.organisations.kinds[kind] }] : [];
    }),
    fields: { name: stateOf('name'), kind: stateOf('kind'), mail: stateOf('mail') },
    note:
      error && !field
        ? { kind: 'danger', title: error }
        : isDone
          ? { kind: 'success', title: t.organisations.done }
          : undefined,
    action: localPath(language, deskPath(acting, AT)),
  };
  const title = refused ? `${t.errorTitle} ${t.organisations.title}` : t.organisations.title;
  return c.var.page({ title, body: <OrganisationsPage view={view} t={t} /> }, refused ? 422 : 200);
};

/** Clubs and firms that a town takes in. */
export const organisationPages = (setting: AccountSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const at = `${paths.desk}/:organisation${AT}`;

  pages.get(at, permit('manage-members'), (c) => answer(c, setting));

  pages.post(at, permit('manage-members'), async (c) => {
    const { name, kind, mail } = await c.req.parseBody();
    const typed = { name, kind, mail };
    const result = await enterOrganisation(setting, c.var.acting, typed);
    if ('refused' in result) return answer(c, setting, { refused: result.refused, typed });
    sendInvitation(c, setting, { ...result, role: 'administrator' });
    return c.redirect(`${localPath(c.var.language, deskPath(c.var.acting, AT))}?erledigt=1`, 303);
  });

  return pages;
};
