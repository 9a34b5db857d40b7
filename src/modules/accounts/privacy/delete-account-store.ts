import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Organisation } from '../organisations/organisation.ts';

// A person leaves all municipalities at once.

/** Held until the transaction ends, always in the same order. */
export const lockOrganisationsOf = async (database: Database, personId: string): Promise<void> => {
  await sql`
    select 1 from accounts.organisation organisation
    where exists (select from accounts.role role where role.ars = organisation.ars
      and role.organisation_id = organisation.id and role.person_id = ${personId})
    order by ars, id for update`.execute(database);
};

export const listOrganisationsOf = async (database: Database, personId: string): Promise<Organisation[]> =>
  (
    await sql<Organisation>`
      select ars, id, kind, name from accounts.organisation organisation
      where exists (select from accounts.role role where role.ars = organisation.ars
        and role.organisation_id = organisation.id and role.person_id = ${personId})
      order by ars, id`.execute(database)
  ).rows;

/** Where this person administers and nobody else does. */
export const listAdministeredAlone = async (database: Database, personId: string): Promise<Organisation[]> =>
  (
    await sql<Organisation>`
      select organisation.ars, organisation.id, organisation.kind, organisation.name
      from accounts.organisation organisation
      join accounts.role role on role.ars = organisation.ars and role.organisation_id = organisation.id
      where role.role = 'administrator'
      group by organisation.ars, organisation.id, organisation.kind, organisation.name
      having array_agg(role.person_id) = array[${personId}::uuid]
      order by organisation.name`.execute(database)
  ).rows;

/** Who gave a role, handed over a task or invited is forgotten; proposals and invitations of the person go with them. */
export const forgetTraces = async (database: Database, personId: string): Promise<void> => {
  await sql`update accounts.role set granted_by = null where granted_by = ${personId}`.execute(database);
  await sql`update accounts.delegation set granted_by = null where granted_by = ${personId}`.execute(
    database,
  );
  await sql`update accounts.invitation set invited_by = null where invited_by = ${personId}`.execute(
    database,
  );
  await sql`delete from accounts.administrator_change where proposed_by = ${personId}`.execute(database);
  await sql`
    delete from accounts.invitation
    where mail = (select mail from accounts.person where id = ${personId})`.execute(database);
};
