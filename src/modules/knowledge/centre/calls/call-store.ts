import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../../accounts/index.ts';
import type { CallFacts } from './contract.ts';

export type StoredCall = OrganisationKey & {
  facts: CallFacts;
  revision: number;
  source: string | null;
  demonstration: boolean;
  withdrawn_at: Date | null;
  created_at: Date;
  changed_at: Date;
};

const COLUMNS = sql`ars, id, facts, revision, source, demonstration, withdrawn_at, created_at, changed_at`;

/** Of this organisation alone, withdrawn ones too. */
export const listOwnCalls = async (database: Database, { ars, id }: OrganisationKey): Promise<StoredCall[]> =>
  (
    await sql<StoredCall>`
      select ${COLUMNS} from knowledge.call where ars = ${ars} and organisation_id = ${id}
      order by facts ->> 'title', id limit 2000`.execute(database)
  ).rows;

export const findOwnCall = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<StoredCall | undefined> =>
  (
    await sql<StoredCall>`
      select ${COLUMNS} from knowledge.call
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** What a centre lists, as everybody sees it. */
export type PublicCall = Omit<StoredCall, 'ars' | 'revision' | 'withdrawn_at'> & { organisation: string };

/** Across all towns: what centres list now. */
export const listPublicCalls = async (database: Database): Promise<PublicCall[]> =>
  (
    await sql<PublicCall>`
      select c.id, c.facts, c.source, c.demonstration, c.created_at, c.changed_at, o.name as organisation
      from knowledge.call c join accounts.organisation o on o.ars = c.ars and o.id = c.organisation_id
      where c.withdrawn_at is null order by c.facts ->> 'title', c.id limit 5000`.execute(database)
  ).rows;

type NewCall = { id: string; facts: CallFacts; now: Date; demonstration?: boolean };

export const insertCall = async (
  database: Database,
  organisation: OrganisationKey,
  { id, facts, now, demonstration = false }: NewCall,
): Promise<void> => {
  await sql`
    insert into knowledge.call (ars, organisation_id, id, facts, revision, demonstration, created_at, changed_at)
    values (${organisation.ars}, ${organisation.id}, ${id}, ${JSON.stringify(facts)}::jsonb, 1, ${demonstration},
      ${now}, ${now})`.execute(database);
};

type FoundCall = { id: string; facts: CallFacts; now: Date; source: string; foreignId: string };

/**
 * A call of a list: new, renewed where the list says something else now, or known. What people have changed by hand or
 * taken out stays as they left it.
 */
export const upsertFoundCall = async (
  database: Database,
  organisation: OrganisationKey,
  { id, facts, now, source, foreignId }: FoundCall,
): Promise<'created' | 'changed' | 'known'> => {
  const { rows } = await sql<{ is_new: boolean }>`
    insert into knowledge.call as c (ars, organisation_id, id, facts, source, foreign_id, created_at, changed_at)
    values (${organisation.ars}, ${organisation.id}, ${id}, ${JSON.stringify(facts)}::jsonb, ${source}, ${foreignId},
      ${now}, ${now})
    on conflict (ars, organisation_id, source, foreign_id) do update set facts = excluded.facts, changed_at = ${now}
      where c.revision = 0 and c.withdrawn_at is null and c.facts <> excluded.facts
    returning id = ${id} as is_new`.execute(database);
  const [row] = rows;
  if (!row) return 'known';
  return row.is_new ? 'created' : 'changed';
};

/** By hand. @returns whether it was still the revision that was read. */
export const saveCall = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { facts, revision, now }: { facts: CallFacts; revision: number; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.call set facts = ${JSON.stringify(facts)}::jsonb, revision = revision + 1, withdrawn_at = null,
        changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

/** @returns whether it was listed. */
export const withdrawCall = async (
  database: Database,
  organisation: OrganisationKey,
  { id, now }: { id: string; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.call set withdrawn_at = ${now}, changed_at = ${now}
      where ars = ${organisation.ars} and organisation_id = ${organisation.id} and id = ${id}
        and withdrawn_at is null returning 1`.execute(database)
  ).rows.length === 1;

/** @returns how many went. */
export const deleteWithdrawnCalls = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await sql`delete from knowledge.call where withdrawn_at < ${before}`.execute(database))
      .numAffectedRows ?? 0,
  );
