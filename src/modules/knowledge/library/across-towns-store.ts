import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/**
 * Across all units: whose entries are public, written there or imported, by field and since when. Accounts of stopped projects are left out:
 * a number of the country would name their origin.
 */
export const listUnitsWithEntries = async (
  database: Database,
): Promise<{ ars: string; field: string | undefined; since: Date }[]> =>
  (
    await sql<{ ars: string; field: string | null; since: Date }>`
      select e.ars, v.parts ->> 'field' as field, min(f.first) as since from knowledge.entry e
      join knowledge.entry_version v on v.ars = e.ars and v.entry_id = e.id and v.version = e.version
      cross join lateral (select min(published_at) as first from knowledge.entry_version o
        where o.ars = e.ars and o.entry_id = e.id) f
      where e.kind <> 'stopped' and not e.demonstration and e.organisation_id = e.ars
      group by e.ars, v.parts ->> 'field'`.execute(database)
  ).rows.map(({ ars, field, since }) => ({ ars, field: field ?? undefined, since }));
