import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { qualityNumber, type Reading } from './observation.ts';

export type StreamState = {
  id: number;
  thingId: number;
  keptDays: number | null;
  prunedBefore: Date | null;
};

/**
 * Holds the streams until the end of the transaction: of two that write the same hour the second sees what the first
 * has written, and so do rollups.
 */
export const lockStreams = async (
  database: Database,
  ars: string,
  ids: readonly number[],
): Promise<Map<number, StreamState>> => {
  const { rows } = await sql<StreamState>`
    select id, thing_id as "thingId", kept_days as "keptDays", pruned_before as "prunedBefore"
    from sensors.datastream where ars = ${ars} and id = any(${ids}::bigint[])
    order by id for no key update`.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
};

export type Written = { id: number; datastream: number; at: Date; isNew: boolean };

const orNull = (values: (Date | undefined)[]) => values.map((value) => value?.toISOString() ?? null);

/** Whether streams that are locked have any value in the time of these readings. */
const isNewGround = async (
  database: Database,
  ars: string,
  readings: readonly Reading[],
): Promise<boolean> => {
  const streams = [...new Set(readings.map(({ datastream }) => datastream))];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of readings) {
    first = Math.min(first, at.getTime());
    last = Math.max(last, at.getTime());
  }
  const { rows } = await sql`
    select from sensors.observation where ars = ${ars} and datastream_id = any(${streams}::bigint[])
      and at >= ${new Date(first)} and at <= ${new Date(last)} limit 1`.execute(database);
  return rows.length === 0;
};

// Fewer are written before it pays to look.
const MANY = 200;

/**
 * Writes readings of streams that are locked; no moment of a stream may stand twice among them. The same value again
 * changes nothing; another one is a correction that keeps the first.
 */
export const writeReadings = async (
  database: Database,
  ars: string,
  readings: readonly Reading[],
  { now, isListed }: { now: Date; isListed: boolean },
): Promise<{ written: Written[]; created: number; corrected: number }> => {
  const isPlain = readings.every(
    ({ until, quality, reason, resultAt, extra }) => !(until || quality || reason || resultAt || extra),
  );
  const streams = sql`${readings.map(({ datastream }) => datastream)}::bigint[]`;
  const times = sql`${readings.map(({ at }) => at.toISOString())}::timestamptz[]`;
  const values = sql`${readings.map(({ value }) => value)}::float8[]`;
  const features = sql`${readings.map(({ feature }) => feature ?? null)}::bigint[]`;
  // Most readings are a moment and a value: empty columns need not travel.
  const given = isPlain
    ? sql`(select g.*, null::timestamptz, 0, null::text, null::timestamptz, null::jsonb
        from unnest(${streams}, ${times}, ${values}, ${features}) g)`
    : sql`unnest(${streams}, ${times}, ${values}, ${features},
        ${orNull(readings.map(({ until }) => until))}::timestamptz[],
        ${readings.map(({ quality }) => qualityNumber(quality ?? 'raw'))}::smallint[],
        ${readings.map(({ reason }) => reason ?? null)}::text[],
        ${orNull(readings.map(({ resultAt }) => resultAt))}::timestamptz[],
        ${readings.map(({ extra }) => (extra ? JSON.stringify(extra) : null))}::jsonb[])`;
  // Nothing can meet there: the streams are locked. A plain insert costs a third less than one that looks for each row.
  const isPlainInsert = readings.length >= MANY && (await isNewGround(database, ars, readings));
  const meeting = sql`
    on conflict (ars, datastream_id, at) do update set
      value = excluded.value,
      first_value = case when o.value = excluded.value then o.first_value else coalesce(o.first_value, o.value) end,
      corrected_at = case when o.value = excluded.value then o.corrected_at else ${now} end,
      quality = case when o.value = excluded.value then greatest(o.quality, excluded.quality) else 2 end,
      reason = coalesce(excluded.reason, o.reason),
      until = coalesce(excluded.until, o.until),
      result_at = coalesce(excluded.result_at, o.result_at),
      extra = coalesce(excluded.extra, o.extra)
    where o.value <> excluded.value or (o.quality = 0 and excluded.quality in (1, 3))`;
  const writing = sql`
    insert into sensors.observation as o
      (ars, datastream_id, at, value, feature_id, until, quality, reason, result_at, extra)
    select ${ars}, g.* from ${given} as g(datastream_id, at, value, feature_id, until, quality, reason, result_at, extra)
    ${isPlainInsert ? sql`` : meeting}
    returning`;
  if (isListed) {
    const { rows } = await sql<Written>`
      ${writing} id, datastream_id as datastream, at, corrected_at is null as "isNew"`.execute(database);
    const created = rows.filter(({ isNew }) => isNew).length;
    return { written: rows, created, corrected: rows.length - created };
  }
  // Numbers of ten thousand rows that nobody reads cost as much as half of the writing.
  const { rows } = await sql<{ created: number; corrected: number }>`
    with done as (${writing} corrected_at is null as is_new)
    select count(*) filter (where is_new) as created, count(*) filter (where not is_new) as corrected from done`.execute(
    database,
  );
  return { written: [], created: rows[0]?.created ?? 0, corrected: rows[0]?.corrected ?? 0 };
};

/** Notes hours whose rollups have to be computed anew. */
export const markHours = async (
  database: Database,
  ars: string,
  { datastreams, hours }: { datastreams: readonly number[]; hours: readonly Date[] },
): Promise<void> => {
  await sql`
    insert into sensors.dirty_hour (ars, datastream_id, at)
    select ${ars}, * from unnest(${datastreams}::bigint[], ${hours.map((hour) => hour.toISOString())}::timestamptz[])
    on conflict do nothing`.execute(database);
};
