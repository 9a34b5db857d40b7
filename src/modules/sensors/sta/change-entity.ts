import * as v from 'valibot';
import type { Context, Database } from '../../../foundation/database/context.ts';
import { ingestWithin } from '../observations/ingest.ts';
import { announce } from '../observations/new-observations.ts';
import { faultOf, hoursOf, monthsOf, readingRefusals } from '../observations/observation.ts';
import { lockStreams, markHours } from '../observations/observation-store.ts';
import { makePartitions } from '../observations/partition-store.ts';
import { findThing, moveThing, savePlace, saveThing } from '../things/thing-store.ts';
import { type Body, budgetOf, linkOf, locationsIn, newInsert, parseBody } from './create-entity.ts';
import {
  type Columns,
  deleteEntity,
  deleteObservationsAt,
  deleteObservationsOf,
  findObservation,
  listStreamsUnder,
  moveObservation,
  saveColumns,
} from './entity-store.ts';
import type { EntityName } from './names.ts';
import { NotWritten } from './not-written.ts';
import type { Key } from './query-store.ts';
import { otherProperties, own } from './read-entity.ts';

/** What was not sent stays: a default of the schema is no wish. */
const sent = (body: Body, read: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(read).filter(([name, value]) => name in body && value !== undefined));

const columnsOf = (values: Record<string, unknown>, names: Record<string, string>): Columns =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, column]) => {
      const value = values[name];
      if (value === undefined) return [];
      return [
        [column, typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string)],
      ];
    }),
  );

type Change = { database: Database; context: Context; key: Key; body: Body };

const changeThing = async ({ database, context, key, body }: Change): Promise<void> => {
  const stored = await findThing(database, key.ars, key.id);
  if (!stored) throw new NotWritten(404, 'Das gibt es nicht mehr.', 'It is gone.');
  const changed = sent(body, parseBody(v.partial(own.Thing), body));
  const properties = changed.properties as Record<string, unknown> | undefined;
  const now = context.clock();
  const saved = await saveThing(
    database,
    key.ars,
    {
      ...stored,
      ...changed,
      ...(properties && { properties: otherProperties(properties), budget: budgetOf(properties, now) }),
      ...(!properties && { properties: stored.properties }),
    },
    now,
  );
  if (!saved)
    throw new NotWritten(409, 'Jemand hat es inzwischen geändert.', 'Somebody has changed it meanwhile.');
  if (body.Locations === undefined) return;
  const locations = await locationsIn(newInsert({ ...context, database }, key.ars), body);
  await moveThing(database, key.ars, { thing: key.id, locations, now });
};

const changeStream = async ({ database, context, key, body }: Change): Promise<void> => {
  const changed = sent(body, parseBody(v.partial(own.Datastream), body));
  const { keptDays, expectedSeconds, ...others } = (changed.properties ?? {}) as Record<string, number>;
  const unit = changed.unitOfMeasurement as { name: string; symbol: string; definition: string } | undefined;
  const insert = newInsert({ ...context, database }, key.ars);
  const columns: Record<string, string | number | null> = columnsOf(changed, {
    name: 'name',
    description: 'description',
    observationType: 'observation_type',
  });
  if (changed.properties) {
    columns.properties = JSON.stringify(otherProperties(others));
    columns.kept_days = keptDays ?? null;
    columns.expected_seconds = expectedSeconds ?? null;
  }
  if (unit)
    Object.assign(columns, {
      unit_name: unit.name,
      unit_symbol: unit.symbol,
      unit_definition: unit.definition,
    });
  const links = { Thing: 'thing_id', Sensor: 'sensor_id', ObservedProperty: 'observed_property_id' } as const;
  for (const [entity, column] of Object.entries(links) as [keyof typeof links, string][])
    if (body[entity] !== undefined) columns[column] = await linkOf(insert, entity, body, {});
  await saveColumns(database, 'Datastream', key, columns);
};

const changeNamed = async (
  entity: 'Sensor' | 'ObservedProperty',
  { database, key, body }: Change,
): Promise<void> => {
  const read =
    entity === 'Sensor'
      ? parseBody(v.partial(own.Sensor), body)
      : parseBody(v.partial(own.ObservedProperty), body);
  const names = {
    name: 'name',
    description: 'description',
    properties: 'properties',
    definition: 'definition',
  };
  const sensor = {
    name: 'name',
    description: 'description',
    properties: 'properties',
    encodingType: 'encoding_type',
    metadata: 'metadata',
  };
  await saveColumns(database, entity, key, columnsOf(sent(body, read), entity === 'Sensor' ? sensor : names));
};

const changePlace = async (
  entity: 'Location' | 'FeatureOfInterest',
  { database, key, body }: Change,
): Promise<void> => {
  const table = entity === 'Location' ? 'location' : 'feature';
  const read =
    entity === 'Location'
      ? parseBody(v.partial(own.Location), body)
      : parseBody(v.partial(own.FeatureOfInterest), body);
  const { location, feature, ...rest } = sent(body, read) as Record<string, object>;
  await savePlace(database, key.ars, { ...rest, ...(location ?? feature), id: key.id, table });
};

/** Another value is a correction that keeps the first; another time moves the observation. */
const changeObservation = async ({ database, context, key, body }: Change) => {
  const stored = await findObservation(database, key);
  if (!stored) throw new NotWritten(404, 'Das gibt es nicht mehr.', 'It is gone.');
  const changed = parseBody(v.partial(own.Observation), body);
  const { datastream } = stored;
  const at = changed.phenomenonTime?.start ?? stored.at;
  const until = changed.phenomenonTime ? (changed.phenomenonTime.end ?? null) : stored.until;
  const value = changed.result ?? stored.value;
  const fault = faultOf({ datastream, at, value, ...(until && { until }) }, context.clock().getTime());
  if (fault) throw new NotWritten(422, readingRefusals[fault].de, readingRefusals[fault].en);
  const extra = {
    ...stored.extra,
    ...(changed.validTime && { validTime: changed.validTime }),
    ...(changed.parameters && { parameters: changed.parameters }),
  };
  await makePartitions(database, monthsOf([{ datastream, at, value }]));
  await lockStreams(database, key.ars, [datastream]);
  await moveObservation(database, key, {
    at,
    until,
    resultAt: changed.resultTime ?? stored.resultAt,
    extra: Object.keys(extra).length > 0 ? extra : null,
  });
  const both = [stored.at, at].map((one) => ({ datastream, at: one, value }));
  await markHours(database, key.ars, hoursOf(both));
  return value === stored.value
    ? []
    : (await ingestWithin({ ...context, database }, key.ars, [{ datastream, at, value }])).written;
};

/** Changes what was sent of an entity of the own town; the rest stays. */
export const patchEntity = async (
  context: Context,
  entity: EntityName,
  key: Key,
  body: Body,
): Promise<void> => {
  const written = await context.database.transaction().execute(async (database) => {
    const change = { database, context, key, body };
    if (entity === 'Observation') return changeObservation(change);
    if (entity === 'Thing') await changeThing(change);
    else if (entity === 'Datastream') await changeStream(change);
    else if (entity === 'Sensor' || entity === 'ObservedProperty') await changeNamed(entity, change);
    else if (entity === 'Location' || entity === 'FeatureOfInterest') await changePlace(entity, change);
    else throw new NotWritten(405, 'Frühere Orte ändern sich nicht.', 'Historical locations do not change.');
    return [];
  });
  announce({ ars: key.ars, written });
};

/** Deletes an entity of the own town with what cannot be without it. */
export const removeEntity = ({ database: outer }: Context, entity: EntityName, key: Key): Promise<void> =>
  outer.transaction().execute(async (database) => {
    const { ars } = key;
    if (entity === 'Observation') {
      const stored = await findObservation(database, key);
      if (stored) {
        await lockStreams(database, ars, [stored.datastream]);
        await markHours(
          database,
          ars,
          hoursOf([{ datastream: stored.datastream, at: stored.at, value: stored.value }]),
        );
      }
    }
    const streams = await listStreamsUnder(database, entity, key);
    if (streams.length > 0) {
      await lockStreams(database, ars, streams);
      await deleteObservationsOf(database, ars, streams);
    }
    if (entity === 'FeatureOfInterest') {
      const gone = await deleteObservationsAt(database, key);
      if (gone.length > 0) await markHours(database, ars, hoursOf(gone.map((one) => ({ ...one, value: 0 }))));
    }
    await deleteEntity(database, entity, key);
  });
