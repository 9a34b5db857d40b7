import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { StreamKey } from './rollup-store.ts';

/** Across towns: streams whose values do not stay. */
export const listStreamsThatForget = async (
  database: Database,
): Promise<(StreamKey & { keptDays: number })[]> =>
  (
    await sql<StreamKey & { keptDays: number }>`
      select ars, id as datastream, kept_days as "keptDays" from sensors.datastream where kept_days is not null`.execute(
      database,
    )
  ).rows;

/** Closes the time before `before`, then deletes its values; hours that wait for their rollup are left alone. */
export const pruneStream = async (
  database: Database,
  { ars, datastream }: StreamKey,
  before: Date,
): Promise<number> => {
  await sql`
    update sensors.datastream set pruned_before = greatest(pruned_before, ${before})
    where ars = ${ars} and id = ${datastream}`.execute(database);
  const done = await sql`
    delete from sensors.observation o where o.ars = ${ars} and o.datastream_id = ${datastream} and o.at < ${before}
      and not exists (select from sensors.dirty_hour h where h.ars = o.ars and h.datastream_id = o.datastream_id
        and h.at <= o.at and o.at < h.at + interval '1 hour')`.execute(database);
  return Number(done.numAffectedRows ?? 0);
};
