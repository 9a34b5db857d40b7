import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../../accounts/index.ts';
import type { Dossier } from './contract.ts';

export type StoredDossier = OrganisationKey & {
  content: Dossier;
  revision: number;
  version: number | null;
  published_at: Date | null;
  taken_back_at: Date | null;
  changed_at: Date;
};

const COLUMNS = sql`ars, id, content, revision, version, published_at, taken_back_at, changed_at`;

export const listOwnDossiers = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredDossier[]> =>
  (
    await sql<StoredDossier>`
      select ${COLUMNS} from knowledge.dossier where ars = ${ars} and organisation_id = ${id}
      order by changed_at desc, id limit 200`.execute(database)
  ).rows;

export const findOwnDossier = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<StoredDossier | undefined> =>
  (
    await sql<StoredDossier>`
      select ${COLUMNS} from knowledge.dossier
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** The stored dossier, which nobody else changes until the transaction ends. */
export const lockOwnDossier = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<StoredDossier | undefined> =>
  (
    await sql<StoredDossier>`
      select ${COLUMNS} from knowledge.dossier
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id} for update`.execute(
      database,
    )
  ).rows[0];

type NewDossier = { id: string; content: Dossier; now: Date; demonstration?: boolean };

export const insertDossier = async (
  database: Database,
  organisation: OrganisationKey,
  { id, content, now, demonstration = false }: NewDossier,
): Promise<void> => {
  await sql`
    insert into knowledge.dossier (ars, organisation_id, id, content, demonstration, created_at, changed_at)
    values (${organisation.ars}, ${organisation.id}, ${id}, ${JSON.stringify(content)}::jsonb, ${demonstration},
      ${now}, ${now})`.execute(database);
};

/** @returns whether it was still the revision that was read. */
export const saveDossier = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { content, revision, now }: { content: Dossier; revision: number; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.dossier set content = ${JSON.stringify(content)}::jsonb, revision = revision + 1,
        changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

/** A new version for everybody; the ones before stay. @returns its number. */
export const publishDossierVersion = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { content, now }: { content: Dossier; now: Date },
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into knowledge.dossier_version (ars, dossier_id, version, content, published_at)
    select ${ars}, ${id}, coalesce(max(version), 0) + 1, ${JSON.stringify(content)}::jsonb, ${now}::timestamptz
    from knowledge.dossier_version where ars = ${ars} and dossier_id = ${id}
    returning version`.execute(database);
  const version = rows[0]?.version ?? 1;
  await sql`
    update knowledge.dossier set version = ${version}, published_at = ${now}, taken_back_at = null, changed_at = ${now}
    where ars = ${ars} and id = ${id}`.execute(database);
  return version;
};

/** @returns whether it was public. */
export const takeBackStoredDossier = async (
  database: Database,
  { ars, id }: OrganisationKey,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update knowledge.dossier set version = null, published_at = null, taken_back_at = ${now}, changed_at = ${now}
      where ars = ${ars} and id = ${id} and version is not null returning 1`.execute(database)
  ).rows.length === 1;

/** @returns how many went. */
export const deleteTakenBackDossiers = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`delete from knowledge.dossier where version is null and taken_back_at < ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );
