import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { ThingKind } from '../contract.ts';

export type ShownThing = {
  ars: string;
  id: number;
  name: string;
  description: string;
  kind: ThingKind;
  demonstration: boolean;
  lon: number | null;
  lat: number | null;
  lastValue: number | null;
  lastUnit: string | null;
  lastAt: Date | null;
};

const LAST = sql`left join lateral (
    select v.value, v.at, d.unit_symbol as unit from sensors.datastream d cross join lateral (
      select value, at from sensors.observation o where o.ars = d.ars and o.datastream_id = d.id order by at desc limit 1) v
    where d.ars = t.ars and d.thing_id = t.id order by v.at desc limit 1) last on true
  left join lateral (
    select l.lon, l.lat from sensors.thing_location tl
    join sensors.location l on l.ars = tl.ars and l.id = tl.location_id
    where tl.ars = t.ars and tl.thing_id = t.id order by l.id limit 1) place on true`;
const COLUMNS = sql`t.ars, t.id, t.name, t.description, t.kind, t.demonstration, place.lon, place.lat,
  last.value as "lastValue", last.unit as "lastUnit", last.at as "lastAt"`;

/** Across towns where none is named: what measures, and its last value. */
export const listShownThings = async (
  database: Database,
  { ars, kind }: { ars: string | undefined; kind: ThingKind | undefined },
): Promise<ShownThing[]> =>
  (
    await sql<ShownThing>`
      select ${COLUMNS} from (
        select * from sensors.thing where ${ars ? sql`ars = ${ars}` : sql`true`} and ${kind ? sql`kind = ${kind}` : sql`true`}
        order by name, id limit 500) t ${LAST} order by t.name, t.id`.execute(database)
  ).rows;

/** Across towns: whose thing has this number. */
export const findShownThing = async (database: Database, id: number): Promise<ShownThing | undefined> =>
  (
    await sql<ShownThing>`
      select ${COLUMNS} from sensors.thing t ${LAST} where t.id = ${id} limit 1`.execute(database)
  ).rows[0];

export type ShownStream = {
  id: number;
  name: string;
  property: string;
  unit: string;
  keptDays: number | null;
  value: number | null;
  at: Date | null;
  quality: number | null;
  firstValue: number | null;
};

/** How many values of each quality a stream has since a moment, by the number of the quality. */
export const countQualities = async (
  database: Database,
  { ars, datastream, since }: { ars: string; datastream: number; since: Date },
): Promise<number[]> => {
  const { rows } = await sql<{ quality: number; count: number }>`
    select quality, count(*) from sensors.observation
    where ars = ${ars} and datastream_id = ${datastream} and at >= ${since} group by quality`.execute(
    database,
  );
  const counts = [0, 0, 0, 0];
  for (const { quality, count } of rows) counts[quality] = count;
  return counts;
};

export const listShownStreams = async (
  database: Database,
  ars: string,
  thing: number,
): Promise<ShownStream[]> =>
  (
    await sql<ShownStream>`
      select d.id, d.name, p.name as property, d.unit_symbol as unit, d.kept_days as "keptDays",
        v.value, v.at, v.quality, v.first_value as "firstValue"
      from sensors.datastream d
      join sensors.observed_property p on p.ars = d.ars and p.id = d.observed_property_id
      left join lateral (
        select value, at, quality, first_value from sensors.observation o
        where o.ars = d.ars and o.datastream_id = d.id order by at desc limit 1) v on true
      where d.ars = ${ars} and d.thing_id = ${thing} order by d.name, d.id limit 20`.execute(database)
  ).rows;
