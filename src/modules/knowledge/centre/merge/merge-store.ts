import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../../accounts/index.ts';
import type { EntryKey } from '../../library/entry-store.ts';

export type MergeState = 'asked' | 'agreed' | 'declined' | 'undone';

// Tried by hand on titles: below this, two towns only share a word.
const LEAST_ALIKE = 0.45;

export type LikePair = { id: string; other_id: string; alike: number };

/**
 * Across towns: public entries of one kind with titles alike, in one field or one town. The town of an account without
 * origin is not asked: a proposal would tell whose it is.
 */
export const listLikePairs = async (database: Database): Promise<LikePair[]> =>
  (
    await sql<LikePair>`
      select e.id, o.id as other_id, similarity(e.search_name, o.search_name)::float8 as alike
      from knowledge.entry e
      join knowledge.entry o on o.search_name % e.search_name and o.kind = e.kind and o.id > e.id
      join knowledge.entry_version v on v.ars = e.ars and v.entry_id = e.id and v.version = e.version
      join knowledge.entry_version w on w.ars = o.ars and w.entry_id = o.id and w.version = o.version
      where e.version is not null and o.version is not null
        and similarity(e.search_name, o.search_name) >= ${LEAST_ALIKE}
        and (v.parts ->> 'field' = w.parts ->> 'field' or (e.kind <> 'stopped' and o.ars = e.ars))
        and not exists (select from knowledge.entry_merge m
          where m.entry_id in (e.id, o.id) and m.state in ('asked', 'agreed'))
      order by alike desc, e.id, o.id limit 50`.execute(database)
  ).rows;

type NewMerge = {
  id: string;
  entryId: string;
  chiefId: string;
  sentence: string;
  centre: OrganisationKey;
  now: Date;
};

/**
 * Across towns: lays a merge with the entry that is to point. It stands at once where the entry is the centre's own,
 * else its desk is asked. @returns whose desk that is, for the notice alone; nothing where a merge stands already.
 */
export const insertMerge = async (
  database: Database,
  { id, entryId, chiefId, sentence, centre, now }: NewMerge,
): Promise<(OrganisationKey & { is_own: boolean }) | undefined> =>
  (
    await sql<OrganisationKey & { is_own: boolean }>`
      with found as (
        select ars, organisation_id, (ars = ${centre.ars} and organisation_id = ${centre.id}) as is_own
        from knowledge.entry where id = ${entryId} and version is not null),
      laid as (
        insert into knowledge.entry_merge
          (ars, id, entry_id, chief_id, sentence, centre_ars, centre_id, state, asked_at, settled_at)
        select ars, ${id}, ${entryId}, ${chiefId}, ${sentence}, ${centre.ars}, ${centre.id},
          case when is_own then 'agreed' else 'asked' end, ${now}, case when is_own then ${now}::timestamptz end
        from found
        on conflict do nothing returning ars)
      select found.ars, found.organisation_id as id, found.is_own from found join laid on laid.ars = found.ars`.execute(
      database,
    )
  ).rows[0];

/** Across towns: whether a merge stands or is asked for, in which the entry points, or others point to it. */
export const findMergeRole = async (
  database: Database,
  entryId: string,
): Promise<{ points: boolean; isChief: boolean }> => {
  const { rows } = await sql<{ entry_id: string }>`
    select entry_id from knowledge.entry_merge
    where (entry_id = ${entryId} or chief_id = ${entryId}) and state in ('asked', 'agreed')`.execute(
    database,
  );
  return {
    points: rows.some(({ entry_id }) => entry_id === entryId),
    isChief: rows.some(({ entry_id }) => entry_id !== entryId),
  };
};

/** What the desk of an entry sees of the merge that is asked for or stands. */
export type StandingMerge = { id: string; chief_id: string; sentence: string; state: 'asked' | 'agreed' };

export const findStandingMerge = async (
  database: Database,
  { ars, id }: EntryKey,
): Promise<StandingMerge | undefined> =>
  (
    await sql<StandingMerge>`
      select id, chief_id, sentence, state from knowledge.entry_merge
      where ars = ${ars} and entry_id = ${id} and state in ('asked', 'agreed')`.execute(database)
  ).rows[0];

/** The desk of the entry answers, or takes its yes back. @returns whether there was something to settle. */
export const settleMerge = async (
  database: Database,
  { ars, id }: EntryKey,
  { from, to, now }: { from: MergeState; to: MergeState; now: Date },
): Promise<boolean> =>
  (
    await sql`
      update knowledge.entry_merge set state = ${to}, settled_at = ${now}
      where ars = ${ars} and entry_id = ${id} and state = ${from} returning 1`.execute(database)
  ).rows.length === 1;

/** Across towns: the centre that asked undoes what it asked for. @returns the entry. */
export const undoOwnMerge = async (
  database: Database,
  centre: OrganisationKey,
  { id, now }: { id: string; now: Date },
): Promise<string | undefined> =>
  (
    await sql<{ entry_id: string }>`
      update knowledge.entry_merge set state = 'undone', settled_at = ${now}
      where id = ${id} and centre_ars = ${centre.ars} and centre_id = ${centre.id} and state in ('asked', 'agreed')
      returning entry_id`.execute(database)
  ).rows[0]?.entry_id;

export type AskedMerge = { id: string; entry_id: string; chief_id: string; state: MergeState };

/** Across towns: what this centre has asked to merge, the last first. */
export const listAskedMerges = async (database: Database, centre: OrganisationKey): Promise<AskedMerge[]> =>
  (
    await sql<AskedMerge>`
      select id, entry_id, chief_id, state from knowledge.entry_merge
      where centre_ars = ${centre.ars} and centre_id = ${centre.id}
      order by asked_at desc, id limit 200`.execute(database)
  ).rows;

/** Across towns: the public entry that an entry points to. */
export const findChiefOf = async (database: Database, entryId: string): Promise<string | undefined> =>
  (
    await sql<{ chief_id: string }>`
      select m.chief_id from knowledge.entry_merge m
      join knowledge.entry c on c.id = m.chief_id and c.version is not null
      where m.entry_id = ${entryId} and m.state = 'agreed'`.execute(database)
  ).rows[0]?.chief_id;
