import type { Context, Database } from '../../../foundation/database/context.ts';
import { ingestReadings } from '../observations/ingest.ts';
import { type Reading, type ReadingRefusal, readingRefusals } from '../observations/observation.ts';
import { noBudget } from '../things/thing.ts';
import {
  insertLocation,
  insertObservedProperty,
  insertSensor,
  insertStream,
  insertThing,
  moveThing,
} from '../things/thing-store.ts';
import type { Foreign, ForeignStream, ForeignThing, Rejected } from './foreign.ts';
import { type KnownStream, listKnownStreams, lockSource, noteKnownStream } from './foreign-store.ts';

export type TakenForeign = {
  things: number;
  streams: number;
  created: number;
  corrected: number;
  repeated: number;
  rejected: Rejected[];
};

export type Sender = {
  ars: string;
  /** Under which name the ids of the other system stand. */ source: string;
  operator: string;
  /** The sentence by which the source wants to be named. */ attribution?: string | undefined;
  /** What a new stream keeps single values for; absent: for good. */ keptDays?: number | undefined;
};

const AT_ONCE = 5000;
const SEPARATOR = '\u0000';
const keyOf = (thing: string, stream: string): string => thing + SEPARATOR + stream;

const makeThing = async (
  database: Database,
  { ars, operator, source, attribution }: Sender,
  { name, description, kind, point }: ForeignThing,
  now: Date,
): Promise<number> => {
  const id = await insertThing(
    database,
    ars,
    {
      name: name.slice(0, 200),
      description: [description, attribution].filter(Boolean).join(' ').slice(0, 4000),
      properties: { source },
      budget: { ...noBudget, kind, operator },
    },
    now,
  );
  if (!point) return id;
  const location = await insertLocation(database, ars, {
    name: name.slice(0, 200),
    description: '',
    encodingType: 'application/geo+json',
    value: { type: 'Point', coordinates: [point.lon, point.lat] },
    point,
    properties: {},
  });
  await moveThing(database, ars, { thing: id, locations: [location], now });
  return id;
};

const makeStream = async (
  database: Database,
  { ars, keptDays }: Sender,
  thing: number,
  { name, property, unit, expectedSeconds }: ForeignStream,
): Promise<number> => {
  const words = { description: '', properties: {} };
  return insertStream(database, ars, {
    ...words,
    thing,
    name: name.slice(0, 200),
    sensor: await insertSensor(database, ars, {
      ...words,
      name: name.slice(0, 200),
      encodingType: 'text/plain',
      metadata: '',
    }),
    observedProperty: await insertObservedProperty(database, ars, {
      ...words,
      name: property,
      definition: '',
    }),
    observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
    unit: { name: unit, symbol: unit, definition: '' },
    keptDays: keptDays ?? null,
    expectedSeconds: expectedSeconds ?? null,
  });
};

type Made = { known: Map<string, KnownStream>; things: number; streams: number };

/** What the source has and this house has not. */
const makeMissing = async (
  database: Database,
  sender: Sender,
  things: readonly ForeignThing[],
  now: Date,
): Promise<Made> => {
  await lockSource(database, sender.ars, sender.source);
  const all = await listKnownStreams(database, sender.ars, sender.source);
  const known = new Map(all.map((one) => [keyOf(one.thingKey, one.streamKey), one]));
  const ids = new Map(all.map(({ thingKey, thing }) => [thingKey, thing]));
  const made: Made = { known, things: 0, streams: 0 };
  for (const thing of things)
    for (const stream of thing.streams) {
      if (known.has(keyOf(thing.key, stream.key))) continue;
      let id = ids.get(thing.key);
      if (id === undefined) {
        id = await makeThing(database, sender, thing, now);
        ids.set(thing.key, id);
        made.things += 1;
      }
      const one = {
        thingKey: thing.key,
        streamKey: stream.key,
        thing: id,
        datastream: await makeStream(database, sender, id, stream),
      };
      await noteKnownStream(database, sender.ars, sender.source, one);
      known.set(keyOf(thing.key, stream.key), one);
      made.streams += 1;
    }
  return made;
};

const inWords = (reason: ReadingRefusal, index: number): Rejected => ({
  position: String(index + 1),
  reason: readingRefusals[reason],
});

/** Takes what a reader has read: things and streams by their foreign ids, readings once. Again, it changes nothing. */
export const takeForeign = async (
  context: Context,
  sender: Sender,
  foreign: Foreign,
): Promise<TakenForeign> => {
  const now = context.clock();
  const { known, things, streams } = await context.database
    .transaction()
    .execute((database) => makeMissing(database, sender, foreign.things, now));
  const readings = foreign.readings.flatMap(({ thing, stream, ...reading }): Reading[] => {
    const one = known.get(keyOf(thing, stream));
    return one ? [{ ...reading, datastream: one.datastream }] : [];
  });
  const taken: TakenForeign = {
    things,
    streams,
    created: 0,
    corrected: 0,
    repeated: 0,
    rejected: [...foreign.rejected],
  };
  for (let from = 0; from < readings.length; from += AT_ONCE) {
    const done = await ingestReadings(context, sender.ars, readings.slice(from, from + AT_ONCE));
    taken.created += done.created;
    taken.corrected += done.corrected;
    taken.repeated += done.repeated;
    taken.rejected.push(...done.refused.map(({ index, reason }) => inWords(reason, from + index)));
  }
  return taken;
};
