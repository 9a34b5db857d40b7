import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';

/**
 * What a stream observes where nobody says: the place where its thing stands now. The feature is made once for each
 * location. Things without a place have none.
 */
export const featureOfThing = async (
  database: Database,
  ars: string,
  thingId: number,
): Promise<number | undefined> => {
  const { rows } = await sql<{ location: number; feature: number | null }>`
    select l.location_id as location, f.id as feature from sensors.thing_location l
    left join sensors.feature f on f.ars = l.ars and f.location_id = l.location_id
    where l.ars = ${ars} and l.thing_id = ${thingId} order by l.location_id, f.id limit 1`.execute(database);
  const [found] = rows;
  if (!found) return undefined;
  if (found.feature !== null) return found.feature;
  const made = await sql<{ id: number }>`
    insert into sensors.feature (ars, name, description, encoding_type, feature, lon, lat, pt, location_id)
    select ars, name, description, encoding_type, location, lon, lat, pt, id from sensors.location
    where ars = ${ars} and id = ${found.location} returning id`.execute(database);
  return made.rows[0]?.id;
};

/** Features of a town alone: a stream cannot observe what another town has described. */
export const listOwnFeatures = async (
  database: Database,
  ars: string,
  ids: readonly number[],
): Promise<Set<number>> =>
  new Set(
    (
      await sql<{ id: number }>`
        select id from sensors.feature where ars = ${ars} and id = any(${ids}::bigint[])`.execute(database)
    ).rows.map(({ id }) => id),
  );

/** Notes which streams observe which features. */
export const noteFeatures = async (
  database: Database,
  ars: string,
  pairs: readonly { feature: number; datastream: number }[],
): Promise<void> => {
  await sql`
    insert into sensors.feature_stream (ars, feature_id, datastream_id)
    select ${ars}, * from unnest(${pairs.map(({ feature }) => feature)}::bigint[],
      ${pairs.map(({ datastream }) => datastream)}::bigint[])
    on conflict do nothing`.execute(database);
};
