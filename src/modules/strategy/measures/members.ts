import type { Context } from '../../../foundation/database/context.ts';
import { findHolders, namePeople, type OrganisationKey } from '../../accounts/index.ts';

const ROLES = ['digitalOfficer', 'editor', 'caseWorker', 'dataProtectionOfficer', 'administrator'] as const;

export type MemberName = { id: string; label: string };

/** Who can lead a measure of an organisation: whoever holds a role there now, by name. */
export const listMemberNames = async (
  context: Pick<Context, 'database' | 'clock'>,
  organisation: OrganisationKey,
): Promise<MemberName[]> => {
  const held = await Promise.all(ROLES.map((role) => findHolders(context, organisation, role)));
  const names = await namePeople(context, held.flat());
  return [...names]
    .map(([id, label]) => ({ id, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de') || (a.id < b.id ? -1 : 1));
};
