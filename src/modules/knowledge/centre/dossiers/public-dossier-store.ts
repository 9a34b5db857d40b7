import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Dossier } from './contract.ts';

/** What everybody sees of a dossier, across all towns. */
export type PublicDossier = {
  id: string;
  version: number;
  content: Dossier;
  published_at: Date;
  organisation: string;
  demonstration: boolean;
};

const SELECT = sql`
  select d.id, v.version, v.content, v.published_at, o.name as organisation, d.demonstration
  from knowledge.dossier d
  join knowledge.dossier_version v on v.ars = d.ars and v.dossier_id = d.id
  join accounts.organisation o on o.ars = d.ars and o.id = d.organisation_id`;

/** A version of a dossier that is public now: the present one, or an earlier one. */
export const findPublicDossier = async (
  database: Database,
  id: string,
  version?: number,
): Promise<PublicDossier | undefined> =>
  (
    await sql<PublicDossier>`
      ${SELECT} where d.id = ${id} and d.version is not null
        and v.version = coalesce(${version ?? null}::integer, d.version)`.execute(database)
  ).rows[0];

/** The newest first. */
export const listPublicDossiers = async (database: Database): Promise<PublicDossier[]> =>
  (
    await sql<PublicDossier>`
      ${SELECT} where v.version = d.version order by v.published_at desc, d.id limit 1000`.execute(database)
  ).rows;

/** The numbers of the versions of a public dossier, the newest first. */
export const listDossierVersions = async (database: Database, id: string): Promise<number[]> =>
  (
    await sql<{ version: number }>`
      select v.version from knowledge.dossier d
      join knowledge.dossier_version v on v.ars = d.ars and v.dossier_id = d.id
      where d.id = ${id} and d.version is not null order by v.version desc limit 100`.execute(database)
  ).rows.map(({ version }) => version);

/** When a dossier was taken back that once was public. */
export const findDossierTakenBack = async (database: Database, id: string): Promise<Date | undefined> =>
  (
    await sql<{ taken_back_at: Date }>`
      select taken_back_at from knowledge.dossier
      where id = ${id} and version is null and taken_back_at is not null`.execute(database)
  ).rows[0]?.taken_back_at;

/** Every version of the dossiers that are public now, the newest first. */
export const listPublicDossierVersions = async (database: Database): Promise<PublicDossier[]> =>
  (
    await sql<PublicDossier>`
      ${SELECT} where d.version is not null order by v.published_at desc, d.id limit 1000`.execute(database)
  ).rows;
