import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { FrameLine } from './frames.ts';

export type OwnFrame = { id: string; ars: string; title: string; source: string; lines: FrameLine[] };

/** The frames of a unit and of those above it. */
export const listOwnFrames = async (database: Database, units: readonly string[]): Promise<OwnFrame[]> =>
  (
    await sql<OwnFrame>`
      select id, ars, title, source, lines from strategy.own_frame
      where ars = any(${[...units]}) order by length(ars), title, id limit 50`.execute(database)
  ).rows;

export const saveOwnFrame = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
  { title, source, lines }: Omit<OwnFrame, 'id' | 'ars'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.own_frame (ars, id, title, source, lines, changed_at)
    values (${ars}, ${id}, ${title}, ${source}, ${JSON.stringify(lines)}::jsonb, ${now})
    on conflict (ars, id) do update set title = excluded.title, source = excluded.source, lines = excluded.lines,
      changed_at = excluded.changed_at`.execute(database);
};

export const deleteOwnFrame = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<void> => {
  await sql`delete from strategy.own_frame where ars = ${ars} and id = ${id}`.execute(database);
};
