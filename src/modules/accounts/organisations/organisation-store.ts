import { sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import type { Interval } from '../../../foundation/time/zone.ts';
import type { OrganisationKind } from '../contract.ts';
import type { Organisation, OrganisationKey } from './organisation.ts';
import type { DelegableRole, GrantableRole } from './role.ts';

type OrganisationTables = {
  'accounts.organisation': {
    ars: string;
    id: string;
    kind: OrganisationKind;
    name: string;
    created_at: Date;
  };
  'accounts.role': {
    ars: string;
    organisation_id: string;
    person_id: string;
    role: GrantableRole;
    granted_at: Date;
    granted_by: string | null;
  };
  'accounts.person': { id: string; name: string | null; mail: string | null };
};

const at = (database: Database) => tables<OrganisationTables>(database);

/** An organisation of the register is entered when somebody first acts for it; its name follows the register. */
export const saveOrganisation = async (
  database: Database,
  { ars, id, kind, name }: Organisation,
  now: Date,
): Promise<void> => {
  await at(database)
    .insertInto('accounts.organisation')
    .values({ ars, id, kind, name, created_at: now })
    .onConflict((conflict) => conflict.columns(['ars', 'id']).doUpdateSet({ name }))
    .execute();
};

export const findOrganisation = (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<Organisation | undefined> =>
  at(database)
    .selectFrom('accounts.organisation')
    .select(['ars', 'id', 'kind', 'name'])
    .where('ars', '=', ars)
    .where('id', '=', id)
    .executeTakeFirst();

/** Firms and clubs of a municipality, and its own organisation. */
export const listOrganisations = (database: Database, ars: string): Promise<Organisation[]> =>
  at(database)
    .selectFrom('accounts.organisation')
    .select(['ars', 'id', 'kind', 'name'])
    .where('ars', '=', ars)
    .orderBy('name')
    .execute();

/** Held until the transaction ends: two changes of the same organisation's people wait for each other. */
export const lockOrganisation = async (database: Database, { ars, id }: OrganisationKey): Promise<void> => {
  await sql`select 1 from accounts.organisation where ars = ${ars} and id = ${id} for update`.execute(
    database,
  );
};

/** What a person may do at all: the one question that goes across municipalities. */
export const listRolesOfPerson = (database: Database, personId: string) =>
  at(database)
    .selectFrom('accounts.role as role')
    .innerJoin('accounts.organisation as organisation', (join) =>
      join.onRef('organisation.ars', '=', 'role.ars').onRef('organisation.id', '=', 'role.organisation_id'),
    )
    .select(['organisation.ars', 'organisation.id', 'organisation.kind', 'organisation.name', 'role.role'])
    .where('role.person_id', '=', personId)
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute();

type DelegatedRole = Organisation & { role: DelegableRole; to_ars: string; to_organisation_id: string };

/** What other organisations have left to this one, as of now. */
export const listDelegatedTo = async (
  database: Database,
  { ars, id }: OrganisationKey,
  now: Date,
): Promise<DelegatedRole[]> =>
  (
    await sql<DelegatedRole>`
      select o.ars, o.id, o.kind, o.name, d.role, d.to_ars, d.to_organisation_id
      from accounts.delegation d
      join accounts.organisation o on o.ars = d.ars and o.id = d.organisation_id
      where d.to_ars = ${ars} and d.to_organisation_id = ${id} and d.during @> ${now}::timestamptz
        and d.ended_at is null
      order by o.name, o.id`.execute(database)
  ).rows;

export type Member = { personId: string; label: string; roles: GrantableRole[] };

export const listMembers = async (database: Database, { ars, id }: OrganisationKey): Promise<Member[]> => {
  const rows = await at(database)
    .selectFrom('accounts.role as role')
    .innerJoin('accounts.person as person', 'person.id', 'role.person_id')
    .select(['role.person_id', 'role.role', 'person.name', 'person.mail'])
    .where('role.ars', '=', ars)
    .where('role.organisation_id', '=', id)
    .orderBy('role.granted_at')
    .orderBy('role.role')
    .execute();
  return [...Map.groupBy(rows, (row) => row.person_id)].map(([personId, [first, ...more]]) => ({
    personId,
    label: first?.name ?? first?.mail ?? '',
    roles: [first, ...more].flatMap((row) => row?.role ?? []),
  }));
};

/** @returns false where the person held the role already. */
export const saveRole = async (
  database: Database,
  { ars, id }: OrganisationKey,
  held: { personId: string; role: GrantableRole; grantedBy: string | null },
  now: Date,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await at(database)
    .insertInto('accounts.role')
    .values({
      ars,
      organisation_id: id,
      person_id: held.personId,
      role: held.role,
      granted_at: now,
      granted_by: held.grantedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
};

/** @returns false where the person did not hold it. */
export const removeStoredRole = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { personId, role }: { personId: string; role: GrantableRole },
): Promise<boolean> => {
  const { numDeletedRows } = await at(database)
    .deleteFrom('accounts.role')
    .where('ars', '=', ars)
    .where('organisation_id', '=', id)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
};

export type StoredDelegation = {
  id: string;
  role: DelegableRole;
  to_ars: string;
  to_organisation_id: string;
  /** Of the organisation that may act. */ name: string | null;
  starts: Date;
  ends: Date;
};

/** Delegations that hold or will hold. */
export const listDelegations = async (
  database: Database,
  { ars, id }: OrganisationKey,
  now: Date,
): Promise<StoredDelegation[]> =>
  (
    await sql<StoredDelegation>`
      select d.id, d.role, d.to_ars, d.to_organisation_id, t.name, lower(d.during) as starts, upper(d.during) as ends
      from accounts.delegation d
      left join accounts.organisation t on t.ars = d.to_ars and t.id = d.to_organisation_id
      where d.ars = ${ars} and d.organisation_id = ${id} and d.ended_at is null and upper(d.during) > ${now}
      order by upper(d.during), d.id`.execute(database)
  ).rows;

export const saveDelegation = async (
  database: Database,
  { ars, id }: OrganisationKey,
  delegation: {
    id: string;
    role: DelegableRole;
    to: OrganisationKey;
    during: Interval;
    grantedBy: string;
    grantedAt: Date;
  },
): Promise<void> => {
  const { role, to, during, grantedBy, grantedAt } = delegation;
  await sql`
    insert into accounts.delegation (ars, organisation_id, id, role, to_ars, to_organisation_id, during, granted_by, granted_at)
    values (${ars}, ${id}, ${delegation.id}, ${role}, ${to.ars}, ${to.id}, tstzrange(${during.start}, ${during.end}),
      ${grantedBy}, ${grantedAt})`.execute(database);
};

/** @returns the role that was left to the other organisation until now; undefined where nothing ended. */
export const endStoredDelegation = async (
  database: Database,
  { ars, id }: OrganisationKey,
  delegationId: string,
  now: Date,
): Promise<DelegableRole | undefined> =>
  (
    await sql<{ role: DelegableRole }>`
      update accounts.delegation set ended_at = ${now}
      where ars = ${ars} and organisation_id = ${id} and id = ${delegationId} and ended_at is null
      returning role`.execute(database)
  ).rows[0]?.role;

/** Who holds a role in an organisation now, by itself or because it was left to the own organisation. */
export const listHolders = async (
  database: Database,
  { ars, id }: OrganisationKey,
  role: GrantableRole,
  now: Date,
): Promise<string[]> =>
  (
    await sql<{ person_id: string }>`
      select person_id from accounts.role where ars = ${ars} and organisation_id = ${id} and role = ${role}
      union
      select r.person_id from accounts.delegation d
      join accounts.role r on r.ars = d.to_ars and r.organisation_id = d.to_organisation_id and r.role = d.role
      where d.ars = ${ars} and d.organisation_id = ${id} and d.role = ${role} and d.ended_at is null
        and d.during @> ${now}::timestamptz`.execute(database)
  ).rows.map(({ person_id }) => person_id);

/** Across all municipalities: where somebody holds a role. */
export const listOrganisationsOfRole = (database: Database, role: GrantableRole): Promise<Organisation[]> =>
  at(database)
    .selectFrom('accounts.organisation as o')
    .select(['o.ars', 'o.id', 'o.kind', 'o.name'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('accounts.role as r')
          .select('r.role')
          .whereRef('r.ars', '=', 'o.ars')
          .whereRef('r.organisation_id', '=', 'o.id')
          .where('r.role', '=', role),
      ),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();
