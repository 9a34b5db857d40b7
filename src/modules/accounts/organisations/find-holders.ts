import type { Context } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from './organisation.ts';
import { listHolders } from './organisation-store.ts';
import type { GrantableRole } from './role.ts';

/** Whom to tell of something: everybody who holds the role there now, by delegation as well. @returns ids of people. */
export const findHolders = (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  organisation: OrganisationKey,
  role: GrantableRole,
): Promise<string[]> => listHolders(database, organisation, role, clock());
