import type { Context } from '../../../foundation/database/context.ts';
import { hashOf } from '../secret.ts';
import { findPersonByMail, savePerson } from '../store.ts';
import { grantInvitedRole } from './change-roles.ts';
import { readInvitationCode } from './invite-member.ts';
import { findInvitation, type Invitation, takeInvitation } from './member-store.ts';
import type { Organisation } from './organisation.ts';
import { findOrganisation, lockOrganisation } from './organisation-store.ts';

export type OpenInvitation = { invitation: Invitation; organisation: Organisation };

/** What a link offers, without using it up: programs that look into mails open every link. */
export const findOpenInvitation = async (
  { database, clock }: Context,
  code: string,
): Promise<OpenInvitation | undefined> => {
  const read = readInvitationCode(code);
  const invitation = read && (await findInvitation(database, read.ars, hashOf(read.secret), clock()));
  if (!invitation) return undefined;
  const key = { ars: invitation.ars, id: invitation.organisation_id };
  const organisation = await findOrganisation(database, key);
  return organisation && { invitation, organisation };
};

/** The link came to this mail address: whoever holds it may have the account of that address. */
const ownerOf = async (within: Context, mail: string): Promise<{ personId: string; label: string }> => {
  const known = await findPersonByMail(within.database, mail);
  if (known) return { personId: known.id, label: known.name ?? mail };
  const personId = within.newId();
  await savePerson(within.database, { id: personId, name: null, mail }, within.clock());
  return { personId, label: mail };
};

export type Accepted = {
  organisation: Organisation;
  personId: string;
  /** True where a second administrator must agree first. */ waits: boolean;
};

/**
 * @param person who is signed in; without one, the account of the address that the invitation went to, which is made
 *   where there is none.
 */
export const acceptInvitation = (
  context: Context,
  code: string,
  person: { personId: string; label: string } | undefined,
): Promise<Accepted | { refused: 'invitation-used-or-old' }> =>
  context.database.transaction().execute(async (database) => {
    const within = { ...context, database };
    const open = await findOpenInvitation(within, code);
    if (!open) return { refused: 'invitation-used-or-old' };
    const { invitation, organisation } = open;
    await lockOrganisation(database, organisation);
    if (!(await takeInvitation(database, invitation.ars, invitation.id)))
      return { refused: 'invitation-used-or-old' };
    const owner = person ?? (await ownerOf(within, invitation.mail));
    const acting = { ...owner, organisation, roles: [] };
    const result = await grantInvitedRole(within, acting, invitation.role);
    return { organisation, personId: owner.personId, waits: 'waits' in result };
  });
