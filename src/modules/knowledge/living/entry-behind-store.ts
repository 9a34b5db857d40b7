import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** What a town wrote down of a measure of its own, and who has taken it since. */
export type EntryBehind = { measure: string; entry: string; title: string; reusedBy: string[] };

/** Across municipalities: public entries that stand before one of these measures; of reuses just those that may be named. */
export const listEntriesBehind = async (
  database: Database,
  measures: readonly string[],
): Promise<EntryBehind[]> =>
  (
    await sql<EntryBehind>`
      select l.source_id as measure, e.id as entry, v.parts ->> 'title' as title,
        array(select r.ars from knowledge.reuse r where r.entry_id = e.id and r.is_named order by r.created_at) as "reusedBy"
      from knowledge.living l
      join knowledge.entry e on e.ars = l.ars and e.id = l.entry_id
      join knowledge.entry_version v on v.ars = e.ars and v.entry_id = e.id and v.version = e.version
      where l.source_id = any(${[...measures]}::uuid[]) and e.kind <> 'stopped'
      order by e.published_at desc, e.id limit 500`.execute(database)
  ).rows;
