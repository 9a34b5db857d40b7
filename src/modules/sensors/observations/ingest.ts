import type { Context, Database } from '../../../foundation/database/context.ts';
import { daysBefore } from '../../../foundation/database/retention.ts';
import { berlinDay, fromBerlin } from '../../../foundation/time/zone.ts';
import { featureOfThing, listOwnFeatures, noteFeatures } from './feature-store.ts';
import { announce, isHeard } from './new-observations.ts';
import { faultOf, hoursOf, monthsOf, type Reading, type ReadingRefusal, roundsOf } from './observation.ts';
import {
  lockStreams,
  markHours,
  type StreamState,
  type Written,
  writeReadings,
} from './observation-store.ts';
import { makePartitions } from './partition-store.ts';

export type Ingested = {
  created: number;
  corrected: number;
  /** What was there already with the same value. */ repeated: number;
  refused: { index: number; reason: ReadingRefusal }[];
  /** Rows that are new or changed, where somebody asks for them or listens. */ written: Written[];
};

/** Values from before this moment go; whole days, so that no hour or day is left with a part of its values. */
export const keptFrom = (now: Date, keptDays: number): Date =>
  fromBerlin(berlinDay(daysBefore(now, keptDays)));

const isOver = ({ keptDays, prunedBefore }: StreamState, at: Date, now: Date): boolean =>
  (prunedBefore !== null && at < prunedBefore) || (keptDays !== null && at < keptFrom(now, keptDays));

type Sorted = { taken: Reading[]; refused: Ingested['refused'] };

type Known = { streams: Map<number, StreamState>; features: Set<number> };

const sortOut = (readings: readonly Reading[], { streams, features }: Known, now: Date): Sorted => {
  const taken: Reading[] = [];
  const refused: Ingested['refused'] = [];
  for (const [index, reading] of readings.entries()) {
    const stream = streams.get(reading.datastream);
    const fault = faultOf(reading, now.getTime());
    if (fault) refused.push({ index, reason: fault });
    else if (!stream) refused.push({ index, reason: 'unknown-datastream' });
    else if (reading.feature !== undefined && !features.has(reading.feature))
      refused.push({ index, reason: 'unknown-feature' });
    else if (isOver(stream, reading.at, now)) refused.push({ index, reason: 'over-already' });
    else taken.push(reading);
  }
  return { taken, refused };
};

const withFeatures = async (
  database: Database,
  ars: string,
  readings: Reading[],
  streams: Map<number, StreamState>,
): Promise<Reading[]> => {
  const ofStream = new Map<number, number | undefined>();
  for (const { datastream, feature } of readings)
    if (feature === undefined && !ofStream.has(datastream))
      ofStream.set(datastream, await featureOfThing(database, ars, streams.get(datastream)?.thingId ?? 0));
  const complete = readings.map((reading) => {
    const feature = reading.feature ?? ofStream.get(reading.datastream);
    return feature === reading.feature ? reading : { ...reading, feature };
  });
  const seen = new Map<number, Set<number>>();
  for (const { feature, datastream } of complete)
    if (feature !== undefined) seen.set(feature, (seen.get(feature) ?? new Set()).add(datastream));
  const pairs = [...seen].flatMap(([feature, all]) =>
    [...all].map((datastream) => ({ feature, datastream })),
  );
  if (pairs.length > 0) await noteFeatures(database, ars, pairs);
  return complete;
};

/** The same inside of a transaction that somebody else has begun, with the months there. */
export const ingestWithin = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  ars: string,
  readings: readonly Reading[],
  isListed = true,
): Promise<Ingested> => {
  const now = clock();
  const named = readings.flatMap(({ feature }) => feature ?? []);
  const features = named.length > 0 ? await listOwnFeatures(database, ars, named) : new Set<number>();
  const streams = await lockStreams(database, ars, [
    ...new Set(readings.map(({ datastream }) => datastream)),
  ]);
  const { taken, refused } = sortOut(readings, { streams, features }, now);
  const complete = await withFeatures(database, ars, taken, streams);
  const written: Written[] = [];
  let [created, corrected] = [0, 0];
  for (const round of roundsOf(complete)) {
    const done = await writeReadings(database, ars, round, { now, isListed: isListed || isHeard() });
    written.push(...done.written);
    created += done.created;
    corrected += done.corrected;
  }
  if (created + corrected > 0) await markHours(database, ars, hoursOf(taken));
  return { created, corrected, repeated: taken.length - created - corrected, refused, written };
};

/**
 * Takes readings of any streams of one town, late and repeated ones too. Hours that they touch are noted in the same
 * transaction, so that no rollup stays behind.
 */
export const ingestReadings = async (
  context: Context,
  ars: string,
  readings: readonly Reading[],
  isListed = false,
): Promise<Ingested> => {
  const now = context.clock().getTime();
  const timely = readings.filter((reading) => faultOf(reading, now) === undefined);
  // Before the transaction: months are made once, and nobody waits for them.
  if (timely.length > 0) await makePartitions(context.database, monthsOf(timely));
  const done = await context.database
    .transaction()
    .execute((database) => ingestWithin({ ...context, database }, ars, readings, isListed));
  announce({ ars, written: done.written });
  return done;
};

/** The door for readers and other modules: readings of one stream. */
export const ingest = (
  context: Context,
  {
    ars,
    datastream,
    readings,
  }: { ars: string; datastream: number; readings: readonly Omit<Reading, 'datastream'>[] },
): Promise<Ingested> =>
  ingestReadings(
    context,
    ars,
    readings.map((reading) => ({ ...reading, datastream })),
  );
