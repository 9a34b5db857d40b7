import type { Context } from '../../../foundation/database/context.ts';
import { recordAct, recordOwnAct } from '../audit/record-act.ts';
import { type InvitationRefusal, paths } from '../contract.ts';
import { normalisedMail } from '../mail-address.ts';
import { hashOf, newSecret } from '../secret.ts';
import { listInvitations, saveInvitation, withdrawStoredInvitation } from './member-store.ts';
import type { Acting, Organisation } from './organisation.ts';
import { lockOrganisation, saveOrganisation } from './organisation-store.ts';
import { type GrantableRole, isGrantable } from './role.ts';

const INVITATION_DAYS = 14;
const MOST_OPEN_INVITATIONS = 50;
const DAY_MILLISECONDS = 86_400_000;

/** The secret names the municipality, so that its row is looked for there and nowhere else. */
const invitationCode = (ars: string, secret: string): string => `${ars}-${secret}`;

export const readInvitationCode = (code: string): { ars: string; secret: string } | undefined => {
  const [, ars, secret] = /^(\d{2,12})-([\w-]{43})$/.exec(code) ?? [];
  return ars && secret ? { ars, secret } : undefined;
};

/** The address to mail; `base` with the language, where it is not German. */
export const invitationLink = (base: string, code: string): string =>
  `${base}${paths.invitation}?${new URLSearchParams({ code })}`;

const save = async (
  { database, clock, newId }: Context,
  organisation: Organisation,
  { mail, role, by }: { mail: string; role: GrantableRole; by: string | null },
): Promise<{ invitationId: string; code: string }> => {
  const secret = newSecret();
  const now = clock();
  const id = newId();
  await saveInvitation(database, {
    ars: organisation.ars,
    organisation_id: organisation.id,
    id,
    mail,
    role,
    token_hash: hashOf(secret),
    invited_by: by,
    invited_at: now,
    expires_at: new Date(now.getTime() + INVITATION_DAYS * DAY_MILLISECONDS),
  });
  return { invitationId: id, code: invitationCode(organisation.ars, secret) };
};

/** @returns the code of the link to mail: it is good once, for 14 days, and stored as a hash only. */
export const inviteMember = (
  context: Context,
  acting: Acting,
  typed: { mail: unknown; role: unknown },
): Promise<{ code: string; mail: string; role: GrantableRole } | { refused: InvitationRefusal }> =>
  context.database.transaction().execute(async (database) => {
    const mail = normalisedMail(typed.mail);
    const { role } = typed;
    if (!mail) return { refused: 'not-a-mail-address' };
    if (!isGrantable(role)) return { refused: 'unknown-role' };
    await lockOrganisation(database, acting.organisation);
    const open = await listInvitations(database, acting.organisation, context.clock());
    if (open.length >= MOST_OPEN_INVITATIONS) return { refused: 'too-many-invitations' };
    const within = { ...context, database };
    const { invitationId, code } = await save(within, acting.organisation, {
      mail,
      role,
      by: acting.personId,
    });
    await recordAct(within, acting, {
      act: 'member-invited',
      record: { type: 'invitation', id: invitationId },
      detail: { role },
    });
    return { code, mail, role };
  });

/** @returns the code for whoever is to administer an organisation that has just been entered. */
export const saveFirstInvitation = async (
  within: Context,
  organisation: Organisation,
  mail: string,
  by: string,
): Promise<string> => (await save(within, organisation, { mail, role: 'administrator', by })).code;

/** The operator's way to the first administrator of an organisation, which is entered with it. */
export const inviteFirstAdministrator = (
  context: Context,
  organisation: Organisation,
  typed: string,
): Promise<{ code: string; mail: string } | { refused: 'not-a-mail-address' }> =>
  context.database.transaction().execute(async (database) => {
    const mail = normalisedMail(typed);
    if (!mail) return { refused: 'not-a-mail-address' };
    const within = { ...context, database };
    await saveOrganisation(database, organisation, context.clock());
    const { invitationId, code } = await save(within, organisation, {
      mail,
      role: 'administrator',
      by: null,
    });
    await recordOwnAct(within, organisation, {
      act: 'member-invited',
      record: { type: 'invitation', id: invitationId },
      detail: { role: 'administrator' },
    });
    return { code, mail };
  });

export const withdrawInvitation = (
  context: Context,
  acting: Acting,
  invitationId: string,
): Promise<{ withdrawn: true } | { refused: 'invitation-used-or-old' }> =>
  context.database.transaction().execute(async (database) => {
    if (!(await withdrawStoredInvitation(database, acting.organisation, invitationId)))
      return { refused: 'invitation-used-or-old' };
    await recordAct({ ...context, database }, acting, {
      act: 'invitation-withdrawn',
      record: { type: 'invitation', id: invitationId },
    });
    return { withdrawn: true };
  });
