import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';

export type StoredReference = {
  ars: string;
  organisation_id: string;
  partner: string;
  entry_id: string;
  title: string;
  /** Whose entry it is. */ town: string;
  /** What the entry says of who took part. */ partners: string | null;
  answer: 'confirmed' | 'refused' | null;
};

// An entry that is not public any more, or tells of a stopped project, is no reference.
const SELECT = sql`
  select r.ars, r.organisation_id, p.name as partner, r.entry_id, v.parts ->> 'title' as title, o.name as town,
    v.parts ->> 'partners' as partners, r.answer
  from knowledge.partner_reference r
  join accounts.organisation p on p.ars = r.ars and p.id = r.organisation_id
  join knowledge.entry e on e.id = r.entry_id and e.kind <> 'stopped'
  join knowledge.entry_version v on v.ars = e.ars and v.entry_id = e.id and v.version = e.version
  join accounts.organisation o on o.ars = e.ars and o.id = e.organisation_id`;

export const listReferencesOf = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredReference[]> =>
  (
    await sql<StoredReference>`
      ${SELECT} where r.ars = ${ars} and r.organisation_id = ${id} order by r.added_at, r.entry_id`.execute(
      database,
    )
  ).rows;

/** Across all towns, for the page of all partners. */
export const listReferences = async (database: Database): Promise<StoredReference[]> =>
  (await sql<StoredReference>`${SELECT} order by r.added_at, r.entry_id limit 50000`.execute(database)).rows;

/** Which partners refer to entries of this organisation. */
export const listReferencesTo = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<StoredReference[]> =>
  (
    await sql<StoredReference>`
      ${SELECT} where e.ars = ${ars} and e.organisation_id = ${id}
      order by r.answer is not null, r.added_at, r.entry_id`.execute(database)
  ).rows;

export const countReferences = async (database: Database, { ars, id }: OrganisationKey): Promise<number> =>
  (
    await sql<{ references: number }>`
      select count(*)::integer as references from knowledge.partner_reference
      where ars = ${ars} and organisation_id = ${id}`.execute(database)
  ).rows[0]?.references ?? 0;

export const insertReference = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { entryId, now }: { entryId: string; now: Date },
): Promise<boolean> =>
  (
    await sql`
      insert into knowledge.partner_reference (ars, organisation_id, entry_id, added_at)
      values (${ars}, ${id}, ${entryId}, ${now}) on conflict do nothing returning 1`.execute(database)
  ).rows.length === 1;

export const deleteReference = async (
  database: Database,
  { ars, id }: OrganisationKey,
  entryId: string,
): Promise<void> => {
  await sql`
    delete from knowledge.partner_reference
    where ars = ${ars} and organisation_id = ${id} and entry_id = ${entryId}`.execute(database);
};

/** What the town of the entry says; only of its own entries. @returns whether there was such a reference. */
export const answerReference = async (
  database: Database,
  { ars, id }: OrganisationKey,
  { entryId, partnerId, answer, now }: { entryId: string; partnerId: string; answer: string; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.partner_reference r set answer = ${answer}, answered_at = ${now}
      from knowledge.entry e
      where r.entry_id = ${entryId} and r.organisation_id = ${partnerId} and e.id = r.entry_id
        and e.ars = ${ars} and e.organisation_id = ${id} returning 1`.execute(database)
  ).rows.length === 1;
