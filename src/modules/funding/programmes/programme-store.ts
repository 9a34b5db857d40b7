import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { ProgrammeFacts } from '../contract.ts';

export type StoredProgramme = OrganisationKey & {
  facts: ProgrammeFacts;
  revision: number;
  source: string | null;
  demonstration: boolean;
  withdrawn_at: Date | null;
  changed_at: Date;
};
export type PublicProgramme = Omit<StoredProgramme, 'withdrawn_at'> & { organisation: string };

const COLUMNS = sql`p.ars, p.id, p.facts, p.revision, p.source, p.demonstration, p.withdrawn_at, p.changed_at`;

/** Of this organisation alone, withdrawn ones too. */
export const listOwnProgrammes = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredProgramme[]> =>
  (
    await sql<StoredProgramme>`
      select ${COLUMNS} from funding.programme p where ars = ${ars} and organisation_id = ${id}
      order by facts ->> 'title', id limit 2000`.execute(database)
  ).rows;

export const findOwnProgramme = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<StoredProgramme | undefined> =>
  (
    await sql<StoredProgramme>`
      select ${COLUMNS} from funding.programme p
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** Across all units: programmes that everybody sees. */
export const listPublicProgrammes = async (database: Database): Promise<PublicProgramme[]> =>
  (
    await sql<PublicProgramme>`
      select ${COLUMNS}, o.name as organisation
      from funding.programme p join accounts.organisation o on o.ars = p.ars and o.id = p.organisation_id
      where p.withdrawn_at is null order by p.facts ->> 'title', p.id limit 5000`.execute(database)
  ).rows;

/** Across all units: one that everybody sees. */
export const findPublicProgramme = async (
  database: Database,
  id: string,
): Promise<PublicProgramme | undefined> =>
  (
    await sql<PublicProgramme>`
      select ${COLUMNS}, o.name as organisation
      from funding.programme p join accounts.organisation o on o.ars = p.ars and o.id = p.organisation_id
      where p.withdrawn_at is null and p.id = ${id}`.execute(database)
  ).rows[0];

type NewProgramme = { id: string; facts: ProgrammeFacts; now: Date; demonstration?: boolean };

export const insertProgramme = async (
  database: Database,
  organisation: OrganisationKey,
  { id, facts, now, demonstration = false }: NewProgramme,
): Promise<void> => {
  await sql`
    insert into funding.programme (ars, organisation_id, id, facts, revision, demonstration, created_at, changed_at)
    values (${organisation.ars}, ${organisation.id}, ${id}, ${JSON.stringify(facts)}::jsonb, 1, ${demonstration},
      ${now}, ${now})`.execute(database);
};

type FoundProgramme = { id: string; facts: ProgrammeFacts; now: Date; source: string; foreignId: string };

/** Of a list: new, renewed, or known. What people have changed by hand or taken out stays as they left it. */
export const upsertFoundProgramme = async (
  database: Database,
  organisation: OrganisationKey,
  { id, facts, now, source, foreignId }: FoundProgramme,
): Promise<'created' | 'changed' | 'known'> => {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into funding.programme as p (ars, organisation_id, id, facts, source, foreign_id, created_at, changed_at)
    values (${organisation.ars}, ${organisation.id}, ${id}, ${JSON.stringify(facts)}::jsonb, ${source}, ${foreignId},
      ${now}, ${now})
    on conflict (ars, organisation_id, source, foreign_id) do update set facts = excluded.facts, changed_at = ${now}
      where p.revision = 0 and p.withdrawn_at is null and p.facts <> excluded.facts
    returning id = ${id} as is_new`.execute(database);
  const [row] = rows;
  if (!row) return 'known';
  return row.is_new ? 'created' : 'changed';
};

/** By hand; lists again what was taken out. @returns whether it was still the revision that was read. */
export const saveProgramme = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { facts, revision, now }: { facts: ProgrammeFacts; revision: number; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update funding.programme set facts = ${JSON.stringify(facts)}::jsonb, revision = revision + 1,
        withdrawn_at = null, changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

/** @returns whether it was listed. */
export const withdrawProgramme = async (
  database: Database,
  organisation: OrganisationKey,
  { id, now }: { id: string; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update funding.programme set withdrawn_at = ${now}, changed_at = ${now}
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id}
        and withdrawn_at is null returning 1`.execute(database)
  ).rows.length === 1;
