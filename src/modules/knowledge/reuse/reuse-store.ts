import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { MeasureDraft, ReuseState } from './contract.ts';

export type Reuse = {
  ars: string;
  organisation_id: string;
  /** Its name. */ organisation: string;
  id: string;
  entry_ars: string;
  entry_organisation_id: string;
  entry_id: string;
  entry_version: number;
  entry_title: string;
  field: string | null;
  draft: MeasureDraft;
  state: ReuseState;
  is_named: boolean;
  result: string;
  revision: number;
  demonstration: boolean;
  created_at: Date;
  changed_at: Date;
};

export type NewReuse = Pick<
  Reuse,
  'id' | 'entry_ars' | 'entry_organisation_id' | 'draft' | 'is_named' | 'demonstration'
> & { now: Date };

const FROM = sql`select r.*, o.name as organisation from knowledge.reuse r
  join accounts.organisation o on o.ars = r.ars and o.id = r.organisation_id`;

/** @returns false where the organisation reuses the entry already. */
export const insertReuse = async (
  database: Database,
  organisation: OrganisationKey,
  { draft, now, ...reuse }: NewReuse,
): Promise<boolean> =>
  (
    await sql`
      insert into knowledge.reuse (ars, organisation_id, id, entry_ars, entry_organisation_id, entry_id, entry_version,
        entry_title, field, draft, is_named, demonstration, created_at, changed_at)
      values (${organisation.ars}, ${organisation.id}, ${reuse.id}, ${reuse.entry_ars}, ${reuse.entry_organisation_id},
        ${draft.origin.entry}, ${draft.origin.version}, ${draft.title}, ${draft.field}, ${JSON.stringify(draft)}::jsonb,
        ${reuse.is_named}, ${reuse.demonstration}, ${now}, ${now})
      on conflict (ars, organisation_id, entry_id) do nothing returning 1`.execute(database)
  ).rows.length === 1;

/** Whose entry it is, told or not: for the verb alone that records a reuse. */
export const findOrigin = async (
  database: Database,
  entryId: string,
): Promise<{ ars: string; organisation_id: string; demonstration: boolean } | undefined> =>
  (
    await sql<{ ars: string; organisation_id: string; demonstration: boolean }>`
      select ars, organisation_id, demonstration from knowledge.entry
      where id = ${entryId} and version is not null and kind <> 'stopped'`.execute(database)
  ).rows[0];

export const findReuseOf = async (
  database: Database,
  organisation: OrganisationKey,
  entryId: string,
): Promise<Reuse | undefined> =>
  (
    await sql<Reuse>`
      ${FROM} where r.ars = ${organisation.ars} and r.organisation_id = ${organisation.id} and r.entry_id = ${entryId}`.execute(
      database,
    )
  ).rows[0];

export const findReuse = async (database: Database, ars: string, id: string): Promise<Reuse | undefined> =>
  (await sql<Reuse>`${FROM} where r.ars = ${ars} and r.id = ${id} for update of r`.execute(database)).rows[0];

export const findOwnReuse = async (
  database: Database,
  organisation: OrganisationKey,
  id: string,
): Promise<Reuse | undefined> =>
  (
    await sql<Reuse>`
      ${FROM} where r.ars = ${organisation.ars} and r.organisation_id = ${organisation.id} and r.id = ${id}`.execute(
      database,
    )
  ).rows[0];

const MOST = 500;

/** What this organisation reuses of others. */
export const listOwnReuses = async (database: Database, { ars, id }: OrganisationKey): Promise<Reuse[]> =>
  (
    await sql<Reuse>`
      ${FROM} where r.ars = ${ars} and r.organisation_id = ${id} order by r.changed_at desc, r.id limit ${MOST}`.execute(
      database,
    )
  ).rows;

/** Across municipalities: who reuses what this organisation wrote. */
export const listReusesFrom = async (database: Database, { ars, id }: OrganisationKey): Promise<Reuse[]> =>
  (
    await sql<Reuse>`
      ${FROM} where r.entry_ars = ${ars} and r.entry_organisation_id = ${id}
      order by r.changed_at desc, r.id limit ${MOST}`.execute(database)
  ).rows;

/** Across municipalities: who reuses an entry, the first one first; what was not begun is left out. */
export const listReusesOf = async (database: Database, entryId: string): Promise<Reuse[]> =>
  (
    await sql<Reuse>`
      ${FROM} where r.entry_id = ${entryId} and r.state <> 'dropped' order by r.created_at, r.id limit ${MOST}`.execute(
      database,
    )
  ).rows;

/** @returns whether it was still the revision that was read. */
export const saveOutcome = async (
  database: Database,
  { ars, id }: Pick<Reuse, 'ars' | 'id'>,
  {
    state,
    result,
    isNamed,
    revision,
    now,
  }: { state: ReuseState; result: string; isNamed: boolean; revision: number; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.reuse set state = ${state}, result = ${result}, is_named = ${isNamed}, changed_at = ${now},
        revision = revision + 1
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

/** Across municipalities: who reuses something, by field and since when. */
export const listUnitsWithReuses = async (
  database: Database,
): Promise<{ ars: string; field: string | undefined; since: Date }[]> =>
  (
    await sql<{ ars: string; field: string | null; since: Date }>`
      select ars, field, min(created_at) as since from knowledge.reuse
      where state <> 'dropped' and not demonstration and organisation_id = ars group by ars, field`.execute(
      database,
    )
  ).rows.map(({ ars, field, since }) => ({ ars, field: field ?? undefined, since }));
