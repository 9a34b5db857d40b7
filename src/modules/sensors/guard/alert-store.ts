import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { StreamKey } from '../observations/rollup-store.ts';
import type { AlertStep, Threshold } from './alert.ts';

export type StoredThreshold = Threshold & {
  id: string;
  name: string;
  /** The alert that is raised now. */ openId: string | null;
  /** When it was last raised or cleared. */ changedAt: Date | null;
};

export const listThresholds = async (
  database: Database,
  { ars, datastream }: StreamKey,
): Promise<StoredThreshold[]> =>
  (
    await sql<StoredThreshold>`
      select x.id, x.name, x.direction, x.raise_at as "raiseAt", x.clear_at as "clearAt",
        last.id as "openId", last.changed as "changedAt"
      from sensors.threshold x
      left join lateral (
        select case when a.cleared_at is null then a.id end as id, coalesce(a.cleared_at, a.raised_at) as changed
        from sensors.alert a where a.ars = x.ars and a.threshold_id = x.id
        order by a.raised_at desc limit 1) last on true
      where x.ars = ${ars} and x.datastream_id = ${datastream} order by x.raise_at, x.id limit 50`.execute(
      database,
    )
  ).rows;

export const insertThreshold = async (
  database: Database,
  { ars, datastream }: StreamKey,
  one: Threshold & { id: string; name: string },
): Promise<void> => {
  await sql`
    insert into sensors.threshold (ars, id, datastream_id, name, direction, raise_at, clear_at)
    values (${ars}, ${one.id}, ${datastream}, ${one.name}, ${one.direction}, ${one.raiseAt}, ${one.clearAt})`.execute(
    database,
  );
};

/** @returns whether the town had it. */
export const deleteThreshold = async (
  database: Database,
  { ars, datastream }: StreamKey,
  id: string,
): Promise<boolean> =>
  (
    await sql`
      delete from sensors.threshold where ars = ${ars} and datastream_id = ${datastream} and id = ${id} returning 1`.execute(
      database,
    )
  ).rows.length === 1;

export const writeStep = async (
  database: Database,
  ars: string,
  { threshold, id, at, value, kind }: AlertStep & { threshold: string; id: string },
): Promise<void> => {
  if (kind === 'raised')
    await sql`
      insert into sensors.alert (ars, id, threshold_id, raised_at, raised_value)
      values (${ars}, ${id}, ${threshold}, ${at}, ${value})`.execute(database);
  else
    await sql`
      update sensors.alert set cleared_at = ${at}, cleared_value = ${value}
      where ars = ${ars} and threshold_id = ${threshold} and cleared_at is null`.execute(database);
};

export type ShownAlert = {
  id: string;
  ars: string;
  thing: number;
  thingName: string;
  datastream: number;
  stream: string;
  unit: string;
  threshold: string;
  direction: Threshold['direction'];
  raiseAt: number;
  raisedAt: Date;
  raisedValue: number;
  clearedAt: Date | null;
  demonstration: boolean;
};

/** Across towns where none is named: what is raised, and what was over since a moment. */
export const listAlerts = async (
  database: Database,
  { ars, thing, since }: { ars?: string | undefined; thing?: number | undefined; since: Date },
): Promise<ShownAlert[]> =>
  (
    await sql<ShownAlert>`
      select a.id, a.ars, t.id as thing, t.name as "thingName", d.id as datastream, d.name as stream,
        d.unit_symbol as unit, x.name as threshold, x.direction, x.raise_at as "raiseAt", a.raised_at as "raisedAt",
        a.raised_value as "raisedValue", a.cleared_at as "clearedAt", t.demonstration
      from sensors.alert a
      join sensors.threshold x on x.ars = a.ars and x.id = a.threshold_id
      join sensors.datastream d on d.ars = x.ars and d.id = x.datastream_id
      join sensors.thing t on t.ars = d.ars and t.id = d.thing_id
      where ${ars ? sql`a.ars = ${ars}` : sql`true`} and ${thing ? sql`t.id = ${thing}` : sql`true`}
        and (a.cleared_at is null or a.cleared_at >= ${since})
      order by a.cleared_at desc nulls first, a.raised_at desc limit 50`.execute(database)
  ).rows;
