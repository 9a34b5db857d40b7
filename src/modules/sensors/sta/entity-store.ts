import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import { models, rowOf } from './model-store.ts';
import type { EntityName } from './names.ts';
import type { Key } from './query-store.ts';

/** Whether the town has it: nobody links to what is another town's. */
export const isOwn = async (database: Database, entity: EntityName, { ars, id }: Key): Promise<boolean> =>
  (
    await sql`select from ${models[entity].table} as t where t.ars = ${ars} and t.id = ${id}`.execute(
      database,
    )
  ).rows.length === 1;

export type Columns = Readonly<Record<string, string | number | null>>;

/** Names come from the table of changeable columns, never from what was sent. */
export const saveColumns = async (
  database: Database,
  entity: EntityName,
  { ars, id }: Key,
  columns: Columns,
): Promise<void> => {
  const entries = Object.entries(columns);
  if (entries.length === 0) return;
  const isJson = (column: string) => column === 'properties' || column === 'extra';
  await sql`
    update ${models[entity].table} set ${sql.join(
      entries.map(([column, value]) =>
        isJson(column) ? sql`${sql.ref(column)} = ${value}::jsonb` : sql`${sql.ref(column)} = ${value}`,
      ),
    )} where ars = ${ars} and id = ${id}`.execute(database);
};

export const deleteEntity = async (
  database: Database,
  entity: EntityName,
  { ars, id }: Key,
): Promise<void> => {
  await sql`delete from ${models[entity].table} as t where t.ars = ${ars} and t.id = ${id}`.execute(database);
};

/** Observations have no foreign key: what hangs on an entity that goes is found first. */
export const listStreamsUnder = async (
  database: Database,
  entity: EntityName,
  { ars, id }: Key,
): Promise<number[]> => {
  const column = {
    Thing: 'thing_id',
    Sensor: 'sensor_id',
    ObservedProperty: 'observed_property_id',
    Datastream: 'id',
  };
  const own = Object.hasOwn(column, entity) ? column[entity as keyof typeof column] : undefined;
  if (!own) return [];
  return (
    await sql<{ id: number }>`
      select d.id from sensors.datastream d where d.ars = ${ars} and ${rowOf('d')(own)} = ${id}`.execute(
      database,
    )
  ).rows.map((row) => row.id);
};

export const deleteObservationsOf = async (
  database: Database,
  ars: string,
  datastreams: readonly number[],
): Promise<void> => {
  await sql`
    delete from sensors.observation where ars = ${ars} and datastream_id = any(${datastreams}::bigint[])`.execute(
    database,
  );
};

export const deleteObservationsAt = async (
  database: Database,
  { ars, id }: Key,
): Promise<{ datastream: number; at: Date }[]> =>
  (
    await sql<{ datastream: number; at: Date }>`
      delete from sensors.observation o using sensors.feature_stream s
      where s.ars = ${ars} and s.feature_id = ${id} and o.ars = s.ars and o.datastream_id = s.datastream_id
        and o.feature_id = s.feature_id
      returning o.datastream_id as datastream, o.at`.execute(database)
  ).rows;

export type StoredObservation = {
  datastream: number;
  at: Date;
  until: Date | null;
  value: number;
  resultAt: Date | null;
  extra: object | null;
};

export const findObservation = async (
  database: Database,
  { ars, id }: Key,
): Promise<StoredObservation | undefined> =>
  (
    await sql<StoredObservation>`
      select datastream_id as datastream, at, until, value, result_at as "resultAt", extra from sensors.observation
      where ars = ${ars} and id = ${id}`.execute(database)
  ).rows[0];

/** Numbers of observations by stream and moment, for those that were there already. */
export const listObservationIds = async (
  database: Database,
  ars: string,
  moments: readonly { datastream: number; at: Date }[],
): Promise<{ id: number; datastream: number; at: Date }[]> =>
  (
    await sql<{ id: number; datastream: number; at: Date }>`
      select o.id, o.datastream_id as datastream, o.at
      from unnest(${moments.map(({ datastream }) => datastream)}::bigint[],
        ${moments.map(({ at }) => at.toISOString())}::timestamptz[]) m(datastream_id, at)
      join sensors.observation o on o.ars = ${ars} and o.datastream_id = m.datastream_id and o.at = m.at`.execute(
      database,
    )
  ).rows;

export type ObservationChange = { at: Date; until: Date | null; resultAt: Date | null; extra: object | null };

/** Everything but the value, which is corrected by handing in another. */
export const moveObservation = async (
  database: Database,
  { ars, id }: Key,
  { at, until, resultAt, extra }: ObservationChange,
): Promise<void> => {
  await sql`
    update sensors.observation set at = ${at}, until = ${until}, result_at = ${resultAt},
      extra = ${extra ? JSON.stringify(extra) : null}::jsonb
    where ars = ${ars} and id = ${id}`.execute(database);
};
