import { type RawBuilder, sql } from 'kysely';
import type { EntityName, PropertyKind } from './names.ts';

export type Sql = RawBuilder<unknown>;
/** A row by its columns: of a table under an alias, or one whose keys are known. */
export type Row = (column: string) => Sql;

export const rowOf =
  (alias: string): Row =>
  (column) =>
    sql.ref(`${alias}.${column}`);

export type Property = {
  kind: PropertyKind;
  /** As it is compared and ordered. */ value: (row: Row) => Sql;
  /** As it is shown, where that differs. */ shown?: (row: Row) => Sql;
  /** Never null: an index can give its order. */ isSure?: boolean;
};

export type Navigation = {
  to: EntityName;
  isMany: boolean;
  on: (from: Row, to: Row) => Sql;
};

export type Model = {
  table: Sql;
  properties: Record<string, Property>;
  navigations: Record<string, Navigation>;
};

const plain = (kind: PropertyKind, column: string, isSure = false): Property => ({
  kind,
  value: (row) => row(column),
  isSure,
});

const ISO = (at: Sql): Sql => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const moment = (column: string): Property => ({
  kind: 'time',
  value: (row) => row(column),
  shown: (row) => ISO(row(column)),
});

/** What an entity says of itself, and the town whose it is. */
const properties: Property = {
  kind: 'json',
  value: (row) => sql`(${row('properties')} || jsonb_build_object('ars', ${row('ars')}))`,
};

/** The privacy budget of the place stands with the thing. */
const thingProperties: Property = {
  kind: 'json',
  value: (
    row,
  ) => sql`(${row('properties')} || jsonb_strip_nulls(jsonb_build_object('ars', ${row('ars')}, 'kind', ${row('kind')},
    'purpose', nullif(${row('purpose')}, ''), 'legalBasis', nullif(${row('legal_basis')}, ''),
    'operator', nullif(${row('operator')}, ''), 'contact', nullif(${row('contact')}, ''), 'kept', nullif(${row('kept')}, ''),
    'dpia', nullif(${row('dpia_link')}, ''), 'dpiaApprovedOn', ${row('dpia_approved_on')},
    'dpiaApprovedBy', ${row('dpia_approved_role')}, 'demonstration', nullif(${row('demonstration')}, false))))`,
};

const named = { name: plain('text', 'name', true), description: plain('text', 'description') };
const same =
  (...pairs: [from: string, to: string][]) =>
  (from: Row, to: Row) =>
    sql`(${sql.join(
      [['ars', 'ars'] as const, ...pairs].map(([a, b]) => sql`${to(b)} = ${from(a)}`),
      sql` and `,
    )})`;
const one = (to: EntityName, column: string): Navigation => ({ to, isMany: false, on: same([column, 'id']) });
const many = (to: EntityName, column: string): Navigation => ({ to, isMany: true, on: same(['id', column]) });
const through = (to: EntityName, table: string, own: string, other: string): Navigation => ({
  to,
  isMany: true,
  on: (
    from,
    target,
  ) => sql`(${target('ars')} = ${from('ars')} and exists (select from ${sql.table(table)} link
    where link.ars = ${from('ars')} and ${sql.ref(`link.${own}`)} = ${from('id')}
      and ${sql.ref(`link.${other}`)} = ${target('id')}))`,
});

const QUALITY = (row: Row): Sql =>
  sql`jsonb_strip_nulls(jsonb_build_object('state', (array['raw', 'checked', 'corrected', 'doubtful'])[${row('quality')} + 1],
    'reason', ${row('reason')}, 'firstResult', ${row('first_value')}, 'correctedAt', ${ISO(row('corrected_at'))}))`;

const span =
  (edge: 'asc' | 'desc', column: string) =>
  (row: Row): Sql =>
    sql`(select x.${sql.ref(column)} from sensors.observation x where x.ars = ${row('ars')} and x.datastream_id = ${row('id')}
    order by x.at ${sql.raw(edge)} limit 1)`;

export const models: Record<EntityName, Model> = {
  Thing: {
    table: sql`sensors.thing`,
    properties: { ...named, properties: thingProperties },
    navigations: {
      Locations: through('Location', 'sensors.thing_location', 'thing_id', 'location_id'),
      HistoricalLocations: many('HistoricalLocation', 'thing_id'),
      Datastreams: many('Datastream', 'thing_id'),
    },
  },
  Location: {
    table: sql`sensors.location`,
    properties: {
      ...named,
      encodingType: plain('text', 'encoding_type'),
      location: plain('geometry', 'location'),
      properties,
    },
    navigations: {
      Things: through('Thing', 'sensors.thing_location', 'location_id', 'thing_id'),
      HistoricalLocations: through(
        'HistoricalLocation',
        'sensors.location_then',
        'location_id',
        'historical_location_id',
      ),
    },
  },
  HistoricalLocation: {
    table: sql`sensors.historical_location`,
    properties: { time: moment('at') },
    navigations: {
      Thing: one('Thing', 'thing_id'),
      Locations: through('Location', 'sensors.location_then', 'historical_location_id', 'location_id'),
    },
  },
  Datastream: {
    table: sql`sensors.datastream`,
    properties: {
      ...named,
      observationType: plain('text', 'observation_type'),
      unitOfMeasurement: {
        kind: 'json',
        value: (row) => sql`jsonb_build_object('name', ${row('unit_name')}, 'symbol', ${row('unit_symbol')},
          'definition', ${row('unit_definition')})`,
      },
      phenomenonTime: {
        kind: 'time',
        value: span('desc', 'at'),
        shown: (row) =>
          sql`(${ISO(span('asc', 'at')(row))} || '/' || ${ISO(
            sql`(select coalesce(x.until, x.at) from sensors.observation x where x.ars = ${row('ars')}
            and x.datastream_id = ${row('id')} order by x.at desc limit 1)`,
          )})`,
      },
      properties,
    },
    navigations: {
      Thing: one('Thing', 'thing_id'),
      Sensor: one('Sensor', 'sensor_id'),
      ObservedProperty: one('ObservedProperty', 'observed_property_id'),
      Observations: many('Observation', 'datastream_id'),
    },
  },
  Sensor: {
    table: sql`sensors.sensor`,
    properties: {
      ...named,
      encodingType: plain('text', 'encoding_type'),
      metadata: plain('text', 'metadata'),
      properties,
    },
    navigations: { Datastreams: many('Datastream', 'sensor_id') },
  },
  ObservedProperty: {
    table: sql`sensors.observed_property`,
    properties: { ...named, definition: plain('text', 'definition'), properties },
    navigations: { Datastreams: many('Datastream', 'observed_property_id') },
  },
  Observation: {
    table: sql`sensors.observation`,
    properties: {
      phenomenonTime: {
        kind: 'time',
        isSure: true,
        value: (row) => row('at'),
        shown: (row) => sql`(${ISO(row('at'))} || coalesce('/' || ${ISO(row('until'))}, ''))`,
      },
      resultTime: moment('result_at'),
      result: plain('number', 'value', true),
      resultQuality: { kind: 'json', value: QUALITY },
      validTime: { kind: 'json', value: (row) => sql`(${row('extra')} -> 'validTime')` },
      parameters: { kind: 'json', value: (row) => sql`(${row('extra')} -> 'parameters')` },
    },
    navigations: {
      Datastream: one('Datastream', 'datastream_id'),
      FeatureOfInterest: one('FeatureOfInterest', 'feature_id'),
    },
  },
  FeatureOfInterest: {
    table: sql`sensors.feature`,
    properties: {
      ...named,
      encodingType: plain('text', 'encoding_type'),
      feature: plain('geometry', 'feature'),
      properties,
    },
    navigations: {
      Observations: {
        to: 'Observation',
        isMany: true,
        on: (from, to) => sql`(${to('ars')} = ${from('ars')} and ${to('feature_id')} = ${from('id')}
          and ${to('datastream_id')} in (select s.datastream_id from sensors.feature_stream s
            where s.ars = ${from('ars')} and s.feature_id = ${from('id')}))`,
      },
    },
  },
};

export const idProperty: Property = { kind: 'number', isSure: true, value: (row) => row('id') };

/** A property by its name in an address; `id` is short for `@iot.id`. */
export const propertyOf = (entity: EntityName, name: string): Property | undefined => {
  if (name === 'id' || name === '@iot.id') return idProperty;
  const { properties: all } = models[entity];
  return Object.hasOwn(all, name) ? all[name] : undefined;
};

export const navigationOf = (entity: EntityName, name: string): Navigation | undefined => {
  const all = models[entity].navigations;
  return Object.hasOwn(all, name) ? all[name] : undefined;
};
