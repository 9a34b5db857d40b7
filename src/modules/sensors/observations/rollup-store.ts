import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

export type StreamKey = { ars: string; datastream: number };

/** Across towns: streams with hours to be computed anew. */
export const listDirtyStreams = async (database: Database, limit: number): Promise<StreamKey[]> =>
  (
    await sql<StreamKey>`
      select distinct ars, datastream_id as datastream from sensors.dirty_hour limit ${limit}`.execute(
      database,
    )
  ).rows;

export const isDirty = async (database: Database, { ars, datastream }: StreamKey): Promise<boolean> =>
  (
    await sql`
      select from sensors.dirty_hour where ars = ${ars} and datastream_id = ${datastream} limit 1`.execute(
      database,
    )
  ).rows.length > 0;

/** Takes the hours that are waiting; the stream must be locked. */
export const takeDirtyHours = async (
  database: Database,
  { ars, datastream }: StreamKey,
  limit: number,
): Promise<Date[]> =>
  (
    await sql<{ at: Date }>`
      delete from sensors.dirty_hour where ars = ${ars} and datastream_id = ${datastream} and at in (
        select at from sensors.dirty_hour where ars = ${ars} and datastream_id = ${datastream} order by at limit ${limit})
      returning at`.execute(database)
  ).rows.map(({ at }) => at);

export const computeHours = async (
  database: Database,
  { ars, datastream }: StreamKey,
  hours: readonly Date[],
): Promise<void> => {
  const times = sql`${hours.map((hour) => hour.toISOString())}::timestamptz[]`;
  await sql`
    delete from sensors.hour_rollup where ars = ${ars} and datastream_id = ${datastream} and at = any(${times})`.execute(
    database,
  );
  await sql`
    insert into sensors.hour_rollup (ars, datastream_id, at, count, sum, min, max)
    select ${ars}, ${datastream}, h.at, s.count, s.sum, s.min, s.max from unnest(${times}) as h(at)
    cross join lateral (
      select count(*) as count, sum(value) as sum, min(value) as min, max(value) as max from sensors.observation o
      where o.ars = ${ars} and o.datastream_id = ${datastream} and o.at >= h.at and o.at < h.at + interval '1 hour') s
    where s.count > 0`.execute(database);
};

/** Days in Berlin from their hours, whatever the length of the day. */
export const computeDays = async (
  database: Database,
  { ars, datastream }: StreamKey,
  hours: readonly Date[],
): Promise<void> => {
  const days = sql`(select distinct date_trunc('day', h, 'Europe/Berlin') as at,
      (date_trunc('day', h at time zone 'Europe/Berlin') + interval '1 day') at time zone 'Europe/Berlin' as ends
    from unnest(${hours.map((hour) => hour.toISOString())}::timestamptz[]) h)`;
  await sql`
    delete from sensors.day_rollup r using ${days} d
    where r.ars = ${ars} and r.datastream_id = ${datastream} and r.at = d.at`.execute(database);
  await sql`
    insert into sensors.day_rollup (ars, datastream_id, at, count, sum, min, max)
    select ${ars}, ${datastream}, d.at, s.count, s.sum, s.min, s.max from ${days} d
    cross join lateral (
      select sum(count) as count, sum(sum) as sum, min(min) as min, max(max) as max from sensors.hour_rollup o
      where o.ars = ${ars} and o.datastream_id = ${datastream} and o.at >= d.at and o.at < d.ends) s
    where s.count > 0`.execute(database);
};

export type RollupRow = { at: Date; count: number; sum: number; min: number; max: number };

export const listRollups = async (
  database: Database,
  { ars, datastream }: StreamKey,
  { from, to, step }: { from: Date; to: Date; step: 'hour' | 'day' },
): Promise<RollupRow[]> => {
  const table = step === 'hour' ? sql`sensors.hour_rollup` : sql`sensors.day_rollup`;
  return (
    await sql<RollupRow>`
      select at, count, sum, min, max from ${table}
      where ars = ${ars} and datastream_id = ${datastream} and at >= ${from} and at < ${to} order by at`.execute(
      database,
    )
  ).rows;
};
