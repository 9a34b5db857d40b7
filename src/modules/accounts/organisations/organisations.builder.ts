import type { Context } from '../../../foundation/database/context.ts';
import { tables } from '../../../foundation/database/context.ts';
import { createAccount } from '../create-account.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { findActing } from './find-acting.ts';
import { inviteFirstAdministrator, inviteMember } from './invite-member.ts';
import type { Acting, Organisation } from './organisation.ts';
import type { GrantableRole } from './role.ts';

const unit = (ars: string, name: string, kind: Organisation['kind']): Organisation => ({
  ars,
  id: ars,
  name,
  kind,
});

export const village = unit('010605053053', 'Leezen', 'municipality');
export const amt = unit('010605053', 'Amt Leezen', 'association');
export const other = unit('082120000000', 'Karlsruhe', 'municipality');

type Unit = Record<'ars' | 'level' | 'kind' | 'name' | 'valid_from' | 'source' | 'source_date', string>;

/** The three units of the register that these tests speak of. */
export const enterUnits = async ({ database }: Context): Promise<void> => {
  for (const { ars, name, kind } of [village, amt, other])
    await tables<{ 'municipalities.municipality': Unit }>(database)
      .insertInto('municipalities.municipality')
      .values({
        ars,
        level: kind,
        kind,
        name,
        valid_from: '2026-01-01',
        source: 'test',
        source_date: '2026-01-01',
      })
      .execute();
};

/** Somebody with an account. */
export const personCalled = async (context: Context, mail: string) => {
  const created = await createAccount(context, mail);
  if ('refused' in created) throw new Error(created.refused);
  return { personId: created.personId, label: mail };
};

export const actingAs = async (
  context: Context,
  person: { personId: string; label: string },
  organisation: Organisation,
): Promise<Acting> => {
  const acting = await findActing(context, person, organisation.id);
  if (!acting) throw new Error(`${person.label} acts for nobody called ${organisation.name}.`);
  return acting;
};

/** The first administrator of an organisation, as the operator lets one in. */
export const administratorOf = async (
  context: Context,
  organisation: Organisation,
  mail: string,
): Promise<Acting> => {
  const invited = await inviteFirstAdministrator(context, organisation, mail);
  if ('refused' in invited) throw new Error(invited.refused);
  const accepted = await acceptInvitation(context, invited.code, undefined);
  if ('refused' in accepted) throw new Error(accepted.refused);
  return actingAs(context, { personId: accepted.personId, label: mail }, organisation);
};

/** Somebody new with a role, invited by an administrator. */
export const memberOf = async (
  context: Context,
  administrator: Acting,
  mail: string,
  role: GrantableRole,
): Promise<Acting> => {
  const invited = await inviteMember(context, administrator, { mail, role });
  if ('refused' in invited) throw new Error(invited.refused);
  const accepted = await acceptInvitation(context, invited.code, undefined);
  if ('refused' in accepted) throw new Error(accepted.refused);
  return actingAs(context, { personId: accepted.personId, label: mail }, administrator.organisation);
};
