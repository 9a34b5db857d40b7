import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/** The entry that a running thing of the town stands behind. */
export const findEntryOf = async (
  database: Database,
  { ars, sourceId }: { ars: string; sourceId: string },
): Promise<string | undefined> =>
  (
    await sql<{ entry_id: string }>`
      select entry_id from knowledge.living where ars = ${ars} and source_id = ${sourceId}`.execute(database)
  ).rows[0]?.entry_id;

export type LivingEffect = { line: string; path: string; toldAt: Date };

/** Whether this pilot has told of itself before. */
export const hasEffect = async (database: Database, ars: string, pilotId: string): Promise<boolean> =>
  (
    await sql`select 1 from knowledge.living_effect where ars = ${ars} and pilot_id = ${pilotId}`.execute(
      database,
    )
  ).rows.length === 1;

export const saveLivingEffect = async (
  database: Database,
  { ars, entryId, pilotId }: { ars: string; entryId: string; pilotId: string },
  { line, path, toldAt }: LivingEffect,
): Promise<void> => {
  await sql`
    insert into knowledge.living_effect (ars, entry_id, pilot_id, line, path, told_at)
    values (${ars}, ${entryId}, ${pilotId}, ${line}, ${path}, ${toldAt})
    on conflict (ars, pilot_id) do nothing`.execute(database);
};

/** Across municipalities: what pilots have shown behind a public entry, the newest first. */
export const listEffectsOf = async (database: Database, entryId: string): Promise<LivingEffect[]> =>
  (
    await sql<LivingEffect>`
      select f.line, f.path, f.told_at as "toldAt" from knowledge.living_effect f
      join knowledge.entry e on e.ars = f.ars and e.id = f.entry_id
      where f.entry_id = ${entryId} and e.version is not null and e.kind <> 'stopped'
      order by f.told_at desc, f.pilot_id limit 20`.execute(database)
  ).rows;
