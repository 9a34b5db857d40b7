import type { Context } from '../../../foundation/database/context.ts';
import type { Organisation } from './organisation.ts';
import { listOrganisationsOfRole } from './organisation-store.ts';
import type { GrantableRole } from './role.ts';

/** Across all municipalities: the organisations in which somebody holds a role of the network. */
export const findOrganisationsOfRole = (
  { database }: Pick<Context, 'database'>,
  role: Extract<GrantableRole, 'networkModerator'>,
): Promise<Organisation[]> => listOrganisationsOfRole(database, role);
