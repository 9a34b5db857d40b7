import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Figure } from './told-measure.ts';

export type Living = { state: string; text: string; figures: Figure[]; toldAt: Date };

type Key = { ars: string; sourceId: string };

/** @returns false where the thing is behind an entry already. */
export const linkLiving = async (
  database: Database,
  { ars, sourceId, entryId, state, text, figures, toldAt }: Key & { entryId: string } & Living,
): Promise<boolean> =>
  (
    await sql`
      insert into knowledge.living (ars, entry_id, source_kind, source_id, state, text, figures, told_at)
      values (${ars}, ${entryId}, 'measure', ${sourceId}, ${state}, ${text}, ${JSON.stringify(figures)}::jsonb, ${toldAt})
      on conflict (ars, source_id) do nothing returning 1`.execute(database)
  ).rows.length === 1;

export const hasLiving = async (database: Database, { ars, sourceId }: Key): Promise<boolean> =>
  (await sql`select 1 from knowledge.living where ars = ${ars} and source_id = ${sourceId}`.execute(database))
    .rows.length === 1;

/** A sign of life; an older one that arrives late changes nothing. */
export const tellLiving = async (
  database: Database,
  { ars, sourceId, state, text, figures, toldAt }: Key & Living,
): Promise<void> => {
  await sql`
    update knowledge.living set state = ${state}, text = ${text}, figures = ${JSON.stringify(figures)}::jsonb,
      told_at = ${toldAt}
    where ars = ${ars} and source_id = ${sourceId} and told_at <= ${toldAt}`.execute(database);
};

/** Across municipalities: what is behind a public entry; accounts of stopped projects have nothing behind them. */
export const findLivingOf = async (database: Database, entryId: string): Promise<Living | undefined> =>
  (
    await sql<Living>`
      select l.state, l.text, l.figures, l.told_at as "toldAt" from knowledge.living l
      join knowledge.entry e on e.ars = l.ars and e.id = l.entry_id
      where l.entry_id = ${entryId} and e.version is not null and e.kind <> 'stopped'`.execute(database)
  ).rows[0];
