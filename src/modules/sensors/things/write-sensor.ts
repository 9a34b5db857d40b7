import type { Context, Database } from '../../../foundation/database/context.ts';
import type { Typed } from '../../../foundation/http/typed-body.ts';
import { berlinDay } from '../../../foundation/time/zone.ts';
import { type Acting, recordAct } from '../../accounts/index.ts';
import { readNewSensor, readSensor, type SensorFaults } from './read-typed.ts';
import {
  findThing,
  insertLocation,
  insertObservedProperty,
  insertSensor,
  insertStream,
  insertThing,
  moveThing,
  type NewThing,
  saveThing,
} from './thing-store.ts';

export type NewSensor = Omit<NewThing, 'properties'> & {
  place: string;
  point: { lon: number; lat: number };
  stream:
    | { property: string; unit: string; keptDays: number | null; expectedSeconds: number | null }
    | undefined;
};

/** A thing at its place, with a first stream. @returns both numbers. */
export const addSensor = async (
  database: Database,
  ars: string,
  { place, point, stream, ...thing }: NewSensor,
  now: Date,
): Promise<{ thing: number; datastream: number | undefined }> => {
  const id = await insertThing(database, ars, { ...thing, properties: {} }, now);
  const location = await insertLocation(database, ars, {
    name: place,
    description: '',
    encodingType: 'application/geo+json',
    value: { type: 'Point', coordinates: [point.lon, point.lat] },
    point,
    properties: {},
  });
  await moveThing(database, ars, { thing: id, locations: [location], now });
  if (!stream) return { thing: id, datastream: undefined };
  const { property, unit, keptDays, expectedSeconds } = stream;
  const datastream = await insertStream(database, ars, {
    thing: id,
    sensor: await insertSensor(database, ars, {
      name: thing.name,
      description: '',
      encodingType: 'text/plain',
      metadata: '',
      properties: {},
    }),
    observedProperty: await insertObservedProperty(database, ars, {
      name: property,
      definition: '',
      description: '',
      properties: {},
    }),
    name: property,
    description: '',
    observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
    unit: { name: unit, symbol: unit, definition: '' },
    properties: {},
    keptDays,
    expectedSeconds,
  });
  return { thing: id, datastream };
};

const record = (context: Context, acting: Acting, id: number) =>
  recordAct(context, acting, { act: 'write-sensor', record: { type: 'sensor', id: String(id) } });

/** Enters what somebody typed at the desk. */
export const enterSensor = async (
  context: Context,
  acting: Acting,
  typed: Typed,
): Promise<{ id: number } | { faults: SensorFaults }> => {
  const now = context.clock();
  const [read, more] = [readSensor(typed, berlinDay(now)), readNewSensor(typed)];
  if ('faults' in read || 'faults' in more)
    return { faults: { ...('faults' in more && more.faults), ...('faults' in read && read.faults) } };
  return context.database.transaction().execute(async (database) => {
    const { thing } = await addSensor(database, acting.organisation.ars, { ...read, ...more }, now);
    await record({ ...context, database }, acting, thing);
    return { id: thing };
  });
};

/** Changes what a sensor of the own town is there for. */
export const changeSensor = async (
  context: Context,
  acting: Acting,
  { id, revision, typed }: { id: number; revision: number; typed: Typed },
): Promise<{ done: true } | { faults: SensorFaults } | { refused: 'unknown' | 'changed-meanwhile' }> => {
  const now = context.clock();
  const read = readSensor(typed, berlinDay(now));
  if ('faults' in read) return read;
  const { ars } = acting.organisation;
  return context.database.transaction().execute(async (database) => {
    const stored = await findThing(database, ars, id);
    if (!stored) return { refused: 'unknown' as const };
    if (!(await saveThing(database, ars, { ...stored, ...read, revision }, now)))
      return { refused: 'changed-meanwhile' as const };
    await record({ ...context, database }, acting, id);
    return { done: true as const };
  });
};
