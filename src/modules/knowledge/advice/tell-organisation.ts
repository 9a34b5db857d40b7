import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, notify, type OrganisationKey } from '../../accounts/index.ts';

const HELPING_ROLES = ['digitalOfficer', 'editor', 'networkModerator'] as const;

/** Tells whoever gives advice there. @returns how many people that are. */
export const tellOrganisation = async (
  context: Context,
  { ars, id }: OrganisationKey,
  /** `path` stands below the desk. */ notice: { subject: string; text: string; path: string },
  /** Who did it knows it already. */ except: string,
): Promise<number> => {
  const holders = await Promise.all(HELPING_ROLES.map((role) => findHolders(context, { ars, id }, role)));
  const people = [...new Set(holders.flat())];
  await notify(context, {
    personIds: people.filter((personId) => personId !== except),
    topic: 'network',
    subject: notice.subject,
    text: notice.text,
    path: `/rathaus/${id}${notice.path}`,
  });
  return people.length;
};
