import type { Context } from '../../../foundation/database/context.ts';
import type { Organisation } from './organisation.ts';
import { findOrganisation, listRolesOfPerson } from './organisation-store.ts';

/** A firm or a club, and the town that entered it and so vouches for it. */
export type Membership = Organisation & { town: string };

/** Firms and clubs in which a person holds a role by themself; what was left to them by delegation is no membership. */
export const listMemberships = async (
  { database }: Pick<Context, 'database'>,
  personId: string,
): Promise<Membership[]> => {
  const rows = await listRolesOfPerson(database, personId);
  const own = rows.filter(
    ({ id, kind }, at) =>
      (kind === 'firm' || kind === 'club') && rows.findIndex((row) => row.id === id) === at,
  );
  return Promise.all(
    own.map(async ({ ars, id, kind, name }) => {
      const town = await findOrganisation(database, { ars, id: ars });
      return { ars, id, kind, name, town: town?.name ?? ars };
    }),
  );
};
