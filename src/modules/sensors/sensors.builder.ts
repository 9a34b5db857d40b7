import { sql } from 'kysely';
import type { Context } from '../../foundation/database/context.ts';

export const LEEZEN = '010605053053';
export const KARLSRUHE = '082120000000';

/** A thing with a place and one stream, as if somebody had entered it. */
export const plantStream = async (
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  ars = LEEZEN,
  {
    keptDays = null,
    expectedSeconds = null,
  }: { keptDays?: number | null; expectedSeconds?: number | null } = {},
): Promise<{ ars: string; thing: number; datastream: number }> => {
  const { rows } = await sql<{ thing: number; datastream: number }>`
    with t as (
      insert into sensors.thing (ars, name, description, kind, created_at, changed_at)
      values (${ars}, 'Zählstelle Seebrücke', 'Zählt Räder', 'traffic', ${clock()}, ${clock()}) returning ars, id),
    l as (
      insert into sensors.location (ars, name, description, encoding_type, location, lon, lat, pt)
      values (${ars}, 'Seebrücke', '', 'application/geo+json', '{"type":"Point","coordinates":[10.25,53.86]}', 10.25, 53.86, point(582200, 5968900))
      returning ars, id),
    tl as (insert into sensors.thing_location select t.ars, t.id, l.id from t, l),
    s as (
      insert into sensors.sensor (ars, name, description, encoding_type, metadata)
      values (${ars}, 'Schleife', '', 'text/plain', 'keine') returning id),
    p as (
      insert into sensors.observed_property (ars, name, definition, description)
      values (${ars}, 'Räder', 'https://example.org/raeder', '') returning id)
    insert into sensors.datastream (ars, thing_id, sensor_id, observed_property_id, name, description, observation_type,
      unit_name, unit_symbol, unit_definition, kept_days, expected_seconds)
    select t.ars, t.id, s.id, p.id, 'Räder je Viertelstunde', '', 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_CountObservation',
      'Anzahl', '1', 'http://qudt.org/vocab/unit/NUM', ${keptDays}, ${expectedSeconds} from t, s, p
    returning thing_id as thing, id as datastream`.execute(database);
  const [made] = rows;
  if (!made) throw new Error('Nothing was planted.');
  return { ars, ...made };
};
