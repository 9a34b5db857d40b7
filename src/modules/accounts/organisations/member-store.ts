import { sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from './organisation.ts';
import type { GrantableRole } from './role.ts';

type InvitationRow = {
  ars: string;
  organisation_id: string;
  id: string;
  mail: string;
  role: GrantableRole;
  token_hash: string;
  invited_by: string | null;
  invited_at: Date;
  expires_at: Date;
};

type ChangeRow = {
  ars: string;
  organisation_id: string;
  id: string;
  change: 'grant' | 'remove';
  person_id: string;
  proposed_by: string;
  proposed_at: Date;
  expires_at: Date;
};

type MemberTables = {
  'accounts.invitation': InvitationRow;
  'accounts.administrator_change': ChangeRow;
  'accounts.person': { id: string; name: string | null; mail: string | null };
  'accounts.role': { ars: string; organisation_id: string; person_id: string; role: GrantableRole };
};

const at = (database: Database) => tables<MemberTables>(database);

export type Invitation = Omit<InvitationRow, 'token_hash'>;

const INVITATION = [
  'ars',
  'organisation_id',
  'id',
  'mail',
  'role',
  'invited_by',
  'invited_at',
  'expires_at',
] as const;

export const saveInvitation = async (database: Database, row: InvitationRow): Promise<void> => {
  await at(database).insertInto('accounts.invitation').values(row).execute();
};

export const listInvitations = (
  database: Database,
  { ars, id }: OrganisationKey,
  now: Date,
): Promise<Invitation[]> =>
  at(database)
    .selectFrom('accounts.invitation')
    .select(INVITATION)
    .where('ars', '=', ars)
    .where('organisation_id', '=', id)
    .where('expires_at', '>', now)
    .orderBy('invited_at')
    .execute();

export const findInvitation = (
  database: Database,
  ars: string,
  tokenHash: string,
  now: Date,
): Promise<Invitation | undefined> =>
  at(database)
    .selectFrom('accounts.invitation')
    .select(INVITATION)
    .where('ars', '=', ars)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Takes the invitation away: of two that accept at once, one gets it. */
export const takeInvitation = async (database: Database, ars: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await at(database)
    .deleteFrom('accounts.invitation')
    .where('ars', '=', ars)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
};

export const withdrawStoredInvitation = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<boolean> => {
  const { numDeletedRows } = await at(database)
    .deleteFrom('accounts.invitation')
    .where('ars', '=', organisation.ars)
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
};

/** Who administers the organisation, as of now. */
export const listAdministrators = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<string[]> =>
  (
    await at(database)
      .selectFrom('accounts.role')
      .select('person_id')
      .where('ars', '=', ars)
      .where('organisation_id', '=', id)
      .where('role', '=', 'administrator')
      .orderBy('person_id')
      .execute()
  ).map(({ person_id }) => person_id);

export type AdministratorChange = ChangeRow & { subject: string; proposer: string };

/** Changes that wait for a second administrator, with how the two people are called. */
export const listChanges = async (
  database: Database,
  { ars, id }: OrganisationKey,
  now: Date,
): Promise<AdministratorChange[]> =>
  (
    await sql<AdministratorChange>`
      select c.*, coalesce(s.name, s.mail, '') as subject, coalesce(p.name, p.mail, '') as proposer
      from accounts.administrator_change c
      join accounts.person s on s.id = c.person_id
      left join accounts.person p on p.id = c.proposed_by
      where c.ars = ${ars} and c.organisation_id = ${id} and c.expires_at > ${now}
      order by c.proposed_at, c.id`.execute(database)
  ).rows;

/** A second proposal of the same change takes the place of the first. */
export const saveChange = async (database: Database, row: ChangeRow): Promise<void> => {
  await at(database)
    .insertInto('accounts.administrator_change')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['ars', 'organisation_id', 'change', 'person_id']).doUpdateSet({
        id: row.id,
        proposed_by: row.proposed_by,
        proposed_at: row.proposed_at,
        expires_at: row.expires_at,
      }),
    )
    .execute();
};

export const takeChange = (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<ChangeRow | undefined> =>
  at(database)
    .deleteFrom('accounts.administrator_change')
    .where('ars', '=', organisation.ars)
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
