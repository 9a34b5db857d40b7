import { Hono, type Context as HonoContext } from 'hono';
import { formatDate } from '../../../foundation/i18n/format.ts';
import { localPath } from '../../../foundation/i18n/language.ts';
import { addDays, berlinDay } from '../../../foundation/time/zone.ts';
import type { DelegationRefusal, InvitationRefusal, MemberRefusal } from '../contract.ts';
import { paths } from '../contract.ts';
import { mayConfirm } from '../organisations/administrator-rule.ts';
import { confirmChange, declineChange, grantRole, removeRole } from '../organisations/change-roles.ts';
import { delegateRole, endDelegation } from '../organisations/delegate-role.ts';
import { inviteMember, withdrawInvitation } from '../organisations/invite-member.ts';
import { listAdministrators, listChanges, listInvitations } from '../organisations/member-store.ts';
import { may, type Organisation } from '../organisations/organisation.ts';
import { listDelegations, listMembers } from '../organisations/organisation-store.ts';
import { delegableRoles, grantableRoles } from '../organisations/role.ts';
import { accountMessages, MembersPage, type MembersView, type Note } from '../web/index.ts';
import { type DeskEnvironment, deskPath, permit } from './desk.tsx';
import { sendInvitation } from './send-invitation.ts';
import type { AccountSetting } from './setting.ts';

export type MemberSetting = AccountSetting & {
  /** Levels above an organisation that can take tasks over, the nearest first. */
  superiorsOf: (organisation: Organisation) => Organisation[];
};

type Page = HonoContext<DeskEnvironment>;
type Refusal = MemberRefusal | InvitationRefusal | DelegationRefusal | 'invitation-used-or-old';
type Fields = Partial<MembersView['fields']>;

const AT = '/menschen';
const LAST_DAY = 1;

type FieldName = keyof MembersView['fields'];

/** Which field of a form is wrong; a refusal of none of them stands on top of the page. */
const fieldOf = {
  invite: { 'not-a-mail-address': 'mail', 'unknown-role': 'role' },
  delegate: {
    'unknown-role': 'delegate-role',
    'unknown-organisation': 'to',
    'same-organisation': 'to',
    'bad-period': 'last',
  },
} satisfies Record<string, Partial<Record<Refusal, FieldName>>>;

const typedIn = (body: Record<string, unknown>, names: FieldName[]): Fields =>
  Object.fromEntries(names.map((name) => [name, { value: text(body[name]) }]));

const membersView = async (c: Page, setting: MemberSetting, fields: Fields): Promise<MembersView> => {
  const { acting, language } = c.var;
  const { organisation } = acting;
  const t = accountMessages(language);
  const now = setting.clock();
  const { database } = setting;
  const mayManage = may(acting, 'manage-members');
  const administrators = await listAdministrators(database, organisation);
  const date = (at: Date) => formatDate(language, at);
  const today = berlinDay(now);
  return {
    organisation: organisation.name,
    mayManage,
    mayDelegate: may(acting, 'delegate'),
    members: (await listMembers(database, organisation)).map(({ personId, label, roles }) => ({
      personId,
      label,
      isMe: personId === acting.personId,
      roles: roles.map((role) => ({ role, label: t.roles[role] })),
    })),
    changes: (await listChanges(database, organisation, now)).map((change) => ({
      id: change.id,
      text: t.members[change.change === 'grant' ? 'proposedGrant' : 'proposedRemove'](
        change.subject,
        change.proposer,
      ),
      mayConfirm: mayConfirm(administrators, change.proposed_by, acting.personId),
    })),
    invitations: mayManage
      ? (await listInvitations(database, organisation, now)).map(({ id, mail, role, expires_at }) => ({
          id,
          mail,
          role: t.roles[role],
          until: date(expires_at),
        }))
      : [],
    delegations: (await listDelegations(database, organisation, now)).map((delegation) => ({
      id: delegation.id,
      role: t.roles[delegation.role],
      to: delegation.name ?? delegation.to_organisation_id,
      first: date(delegation.starts),
      last: date(new Date(delegation.ends.getTime() - LAST_DAY)),
      isRunning: delegation.starts <= now,
    })),
    roleChoices: grantableRoles.map((role) => ({ value: role, label: t.roles[role] })),
    delegableChoices: delegableRoles.map((role) => ({ value: role, label: t.roles[role] })),
    superiorChoices: setting.superiorsOf(organisation).map(({ id, name }) => ({ value: id, label: name })),
    fields: {
      mail: {},
      role: {},
      'delegate-role': {},
      to: {},
      first: { value: today },
      last: { value: addDays(today, 365) },
      ...fields,
    },
    action: (path) => localPath(language, deskPath(acting, AT + path)),
  };
};

const answer = async (
  c: Page,
  setting: MemberSetting,
  {
    refused,
    name,
    fields = {},
    note,
  }: { refused?: Refusal; name?: FieldName | undefined; fields?: Fields; note?: Note } = {},
): Promise<Response> => {
  const t = accountMessages(c.var.language);
  const error = refused && { ...t.refusals, ...t.memberRefusals }[refused];
  const wrong = name ? { [name]: { ...fields[name], error } } : {};
  const view = await membersView(c, setting, { ...fields, ...wrong });
  const danger: Note | undefined = error && !name ? { kind: 'danger', title: error } : note;
  const title = refused ? `${t.errorTitle} ${t.members.title}` : t.members.title;
  return c.var.page(
    { title, body: <MembersPage view={{ ...view, note: danger }} t={t} />, isIndexed: false },
    refused ? 422 : 200,
  );
};

const doneAt = (c: Page, done: string): Response =>
  c.redirect(`${localPath(c.var.language, deskPath(c.var.acting, AT))}?erledigt=${done}`, 303);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const memberPages = (setting: MemberSetting) => {
  const pages = new Hono<DeskEnvironment>();
  const at = `${paths.desk}/:organisation${AT}`;

  pages.get(at, permit('see-members'), (c) => {
    const { done } = accountMessages(c.var.language).members;
    const { erledigt = '' } = c.req.query();
    const title = Object.hasOwn(done, erledigt) ? done[erledigt as keyof typeof done] : undefined;
    return answer(c, setting, title ? { note: { kind: 'success', title } } : {});
  });

  pages.post(`${at}/einladen`, permit('manage-members'), async (c) => {
    const body = await c.req.parseBody();
    const result = await inviteMember(setting, c.var.acting, { mail: body.mail, role: body.role });
    if ('refused' in result) {
      const { refused } = result;
      const fields = typedIn(body, ['mail', 'role']);
      const name = refused === 'too-many-invitations' ? undefined : fieldOf.invite[refused];
      return answer(c, setting, { refused, name, fields });
    }
    sendInvitation(c, setting, { ...result, organisation: c.var.acting.organisation });
    return doneAt(c, 'invited');
  });

  pages.post(`${at}/einladung/:id{[0-9a-f-]{36}}`, permit('manage-members'), async (c) => {
    const result = await withdrawInvitation(setting, c.var.acting, c.req.param('id'));
    return 'refused' in result
      ? answer(c, setting, { refused: result.refused })
      : doneAt(c, 'invitation-withdrawn');
  });
  rolePages(pages, setting, at);
  delegationPages(pages, setting, at);
  return pages;
};

const rolePages = (pages: Hono<DeskEnvironment>, setting: MemberSetting, at: string): void => {
  pages.post(`${at}/rolle`, permit('manage-members'), async (c) => {
    const body = await c.req.parseBody();
    const personId = text(body.person);
    if (!/^[0-9a-f-]{36}$/.test(personId)) return answer(c, setting, { refused: 'not-a-member' });
    const role = body.role ?? body[`role-${personId}`];
    const change = body.step === 'remove' ? removeRole : grantRole;
    const result = await change(setting, c.var.acting, { personId, role });
    if ('refused' in result) return answer(c, setting, { refused: result.refused });
    return doneAt(c, 'waits' in result ? 'waits' : result.done === 'grant' ? 'granted' : 'removed');
  });

  pages.post(`${at}/aenderung/:id{[0-9a-f-]{36}}`, permit('manage-members'), async (c) => {
    const { step } = await c.req.parseBody();
    const id = c.req.param('id');
    if (step !== 'confirm') {
      const result = await declineChange(setting, c.var.acting, id);
      return 'refused' in result ? answer(c, setting, { refused: result.refused }) : doneAt(c, 'declined');
    }
    const result = await confirmChange(setting, c.var.acting, id);
    if ('refused' in result) return answer(c, setting, { refused: result.refused });
    return doneAt(c, 'done' in result && result.done === 'grant' ? 'granted' : 'removed');
  });
};

const delegationPages = (pages: Hono<DeskEnvironment>, setting: MemberSetting, at: string): void => {
  pages.post(`${at}/abgeben`, permit('delegate'), async (c) => {
    const body = await c.req.parseBody();
    const to = setting.superiorsOf(c.var.acting.organisation).find(({ id }) => id === body.to);
    const typed = { role: body['delegate-role'], to, first: body.first, last: body.last };
    const result = await delegateRole(setting, c.var.acting, typed);
    if ('refused' in result) {
      const { refused } = result;
      const fields = typedIn(body, ['delegate-role', 'to', 'first', 'last']);
      return answer(c, setting, { refused, name: fieldOf.delegate[refused], fields });
    }
    return doneAt(c, 'delegated');
  });

  pages.post(`${at}/abgabe/:id{[0-9a-f-]{36}}`, permit('delegate'), async (c) => {
    const result = await endDelegation(setting, c.var.acting, c.req.param('id'));
    return 'refused' in result
      ? answer(c, setting, { refused: result.refused })
      : doneAt(c, 'delegation-ended');
  });
};
