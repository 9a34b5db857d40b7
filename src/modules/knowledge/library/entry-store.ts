import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { EntryKind, Parts } from './contract.ts';

export type EntryKey = { ars: string; id: string };

/** An entry as its own organisation sees it. */
export type StoredEntry = EntryKey & {
  organisation_id: string;
  kind: EntryKind;
  parts: Parts;
  revision: number;
  version: number | null;
  published_at: Date | null;
  confirmed_at: Date | null;
  taken_back_at: Date | null;
  source: string | null;
  changed_at: Date;
};

const COLUMNS = sql`ars, organisation_id, id, kind, parts, revision, version, published_at, confirmed_at,
  taken_back_at, source, changed_at`;

/** Of this organisation alone, the last changed first. */
export const listOwnEntries = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredEntry[]> =>
  (
    await sql<StoredEntry>`
      select ${COLUMNS} from knowledge.entry where ars = ${ars} and organisation_id = ${id}
      order by changed_at desc, id limit 500`.execute(database)
  ).rows;

export const findOwnEntry = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<StoredEntry | undefined> =>
  (
    await sql<StoredEntry>`
      select ${COLUMNS} from knowledge.entry
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** The stored entry, which nobody else changes until the transaction ends. */
export const lockOwnEntry = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<StoredEntry | undefined> =>
  (
    await sql<StoredEntry>`
      select ${COLUMNS} from knowledge.entry
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id} for update`.execute(
      database,
    )
  ).rows[0];

type NewEntry = { id: string; kind: EntryKind; parts: Parts; now: Date; demonstration?: boolean };

export const insertEntry = async (
  database: Database,
  organisation: OrganisationKey,
  { id, kind, parts, now, demonstration = false }: NewEntry,
  origin?: { source: string; foreignId: string },
): Promise<void> => {
  await sql`
    insert into knowledge.entry (ars, organisation_id, id, kind, parts, demonstration, source, foreign_id,
      created_at, changed_at)
    values (${organisation.ars}, ${organisation.id}, ${id}, ${kind}, ${JSON.stringify(parts)}::jsonb,
      ${demonstration}, ${origin?.source ?? null}, ${origin?.foreignId ?? null}, ${now}, ${now})`.execute(
    database,
  );
};

/** @returns whether it was still the revision that was read. */
export const saveParts = async (
  database: Database,
  { ars, id }: EntryKey,
  { parts, revision, now }: { parts: Parts; revision: number; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.entry set parts = ${JSON.stringify(parts)}::jsonb, revision = revision + 1, changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

export type Words = { name: string; body: string };

/** A new version for everybody; the ones before stay. @returns its number. */
export const publishVersion = async (
  database: Database,
  { ars, id }: EntryKey,
  { parts, words, now }: { parts: Parts; words: Words; now: Date },
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into knowledge.entry_version (ars, entry_id, version, parts, published_at)
    select ${ars}, ${id}, coalesce(max(version), 0) + 1, ${JSON.stringify(parts)}::jsonb, ${now}::timestamptz
    from knowledge.entry_version where ars = ${ars} and entry_id = ${id}
    returning version`.execute(database);
  const version = rows[0]?.version ?? 1;
  await sql`
    update knowledge.entry set version = ${version}, published_at = ${now}, confirmed_at = ${now},
      taken_back_at = null, search_name = ${words.name}, search_body = ${words.body}, changed_at = ${now}
    where ars = ${ars} and id = ${id}`.execute(database);
  return version;
};

/** @returns whether it was public. */
export const takeBack = async (database: Database, { ars, id }: EntryKey, now: Date): Promise<boolean> =>
  (
    await sql`
      update knowledge.entry set version = null, published_at = null, taken_back_at = ${now},
        search_name = '', search_body = '', changed_at = ${now}
      where ars = ${ars} and id = ${id} and version is not null returning 1`.execute(database)
  ).rows.length === 1;

/** @returns whether it was public: nobody confirms a draft. */
export const confirm = async (database: Database, { ars, id }: EntryKey, now: Date): Promise<boolean> =>
  (
    await sql`
      update knowledge.entry set confirmed_at = ${now}
      where ars = ${ars} and id = ${id} and version is not null returning 1`.execute(database)
  ).rows.length === 1;

/** What was taken back is forgotten, versions included. @returns how many went. */
export const deleteTakenBack = async (database: Database, before: Date): Promise<number> =>
  Number(
    (
      await sql`delete from knowledge.entry where version is null and taken_back_at < ${before}`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );

/** Whether a record of a source has been taken in before. */
export const hasEntryOf = async (
  database: Database,
  ars: string,
  { source, foreignId }: { source: string; foreignId: string },
): Promise<boolean> =>
  (
    await sql`
      select 1 from knowledge.entry where ars = ${ars} and source = ${source} and foreign_id = ${foreignId}`.execute(
      database,
    )
  ).rows.length === 1;
