import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

export type KnownStream = { thingKey: string; streamKey: string; thing: number; datastream: number };

export const listKnownStreams = async (
  database: Database,
  ars: string,
  source: string,
): Promise<KnownStream[]> =>
  (
    await sql<KnownStream>`
      select thing_key as "thingKey", stream_key as "streamKey", thing_id as thing, datastream_id as datastream
      from sensors.foreign_stream where ars = ${ars} and source = ${source}`.execute(database)
  ).rows;

/** Holds the source until the end of the transaction: of two that import at the same time one waits. */
export const lockSource = async (database: Database, ars: string, source: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`sensors ${ars} ${source}`}))`.execute(database);
};

export const noteKnownStream = async (
  database: Database,
  ars: string,
  source: string,
  { thingKey, streamKey, thing, datastream }: KnownStream,
): Promise<void> => {
  await sql`
    insert into sensors.foreign_stream (ars, source, thing_key, stream_key, thing_id, datastream_id)
    values (${ars}, ${source}, ${thingKey}, ${streamKey}, ${thing}, ${datastream})`.execute(database);
};
