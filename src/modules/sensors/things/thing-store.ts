import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { LonLat } from '../../../foundation/geo/point.ts';
import { toMetres } from '../../../foundation/geo/point.ts';
import type { PlaceBudget } from '../contract.ts';

export type NewThing = {
  name: string;
  description: string;
  properties: object;
  budget: PlaceBudget;
  isDemonstration?: boolean;
};

const idIn = async (query: Promise<{ rows: { id: number }[] }>): Promise<number> => {
  const [row] = (await query).rows;
  if (!row) throw new Error('Nothing was written.');
  return row.id;
};

export const insertThing = (
  database: Database,
  ars: string,
  { name, description, properties, budget, isDemonstration = false }: NewThing,
  now: Date,
): Promise<number> =>
  idIn(
    sql<{ id: number }>`
      insert into sensors.thing (ars, name, description, properties, kind, purpose, legal_basis, operator, contact, kept,
        dpia_link, dpia_approved_on, dpia_approved_role, demonstration, created_at, changed_at)
      values (${ars}, ${name}, ${description}, ${JSON.stringify(properties)}::jsonb, ${budget.kind}, ${budget.purpose},
        ${budget.legalBasis}, ${budget.operator}, ${budget.contact}, ${budget.kept}, ${budget.dpiaLink},
        ${budget.dpiaApprovedOn}, ${budget.dpiaApprovedRole}, ${isDemonstration}, ${now}, ${now})
      returning id`.execute(database),
  );

export type StoredThing = Omit<NewThing, 'isDemonstration'> & { id: number; revision: number };

export const findThing = async (
  database: Database,
  ars: string,
  id: number,
): Promise<StoredThing | undefined> =>
  (
    await sql<StoredThing>`
      select id, name, description, properties, revision, json_build_object('kind', kind, 'purpose', purpose,
        'legalBasis', legal_basis, 'operator', operator, 'contact', contact, 'kept', kept, 'dpiaLink', dpia_link,
        'dpiaApprovedOn', dpia_approved_on, 'dpiaApprovedRole', dpia_approved_role) as budget
      from sensors.thing where ars = ${ars} and id = ${id}`.execute(database)
  ).rows[0];

/** @returns whether it was still the revision that was read. */
export const saveThing = async (
  database: Database,
  ars: string,
  { id, name, description, properties, budget, revision }: StoredThing,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update sensors.thing set name = ${name}, description = ${description}, properties = ${JSON.stringify(properties)}::jsonb,
        kind = ${budget.kind}, purpose = ${budget.purpose}, legal_basis = ${budget.legalBasis},
        operator = ${budget.operator}, contact = ${budget.contact}, kept = ${budget.kept},
        dpia_link = ${budget.dpiaLink}, dpia_approved_on = ${budget.dpiaApprovedOn},
        dpia_approved_role = ${budget.dpiaApprovedRole}, revision = revision + 1, changed_at = ${now}
      where ars = ${ars} and id = ${id} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

export type NewPlace = {
  name: string;
  description: string;
  encodingType: string;
  value: object;
  point: LonLat;
  properties: object;
};

/** Far from Germany the projection breaks: nothing is near there. */
const metresOf = (point: LonLat): string => {
  const { x, y } = toMetres(point);
  return Number.isFinite(x) && Number.isFinite(y) ? `(${x},${y})` : '(0,0)';
};

export const insertLocation = (database: Database, ars: string, place: NewPlace): Promise<number> =>
  idIn(
    sql<{ id: number }>`
      insert into sensors.location (ars, name, description, encoding_type, location, lon, lat, pt, properties)
      values (${ars}, ${place.name}, ${place.description}, ${place.encodingType}, ${JSON.stringify(place.value)}::jsonb,
        ${place.point.lon}, ${place.point.lat}, ${metresOf(place.point)}::point, ${JSON.stringify(place.properties)}::jsonb)
      returning id`.execute(database),
  );

export const insertFeature = (database: Database, ars: string, place: NewPlace): Promise<number> =>
  idIn(
    sql<{ id: number }>`
      insert into sensors.feature (ars, name, description, encoding_type, feature, lon, lat, pt, properties)
      values (${ars}, ${place.name}, ${place.description}, ${place.encodingType}, ${JSON.stringify(place.value)}::jsonb,
        ${place.point.lon}, ${place.point.lat}, ${metresOf(place.point)}::point, ${JSON.stringify(place.properties)}::jsonb)
      returning id`.execute(database),
  );

export const savePlace = async (
  database: Database,
  ars: string,
  { id, table, ...place }: Partial<NewPlace> & { id: number; table: 'location' | 'feature' },
): Promise<void> => {
  const shape = place.value ? JSON.stringify(place.value) : null;
  await sql`
    update ${sql.table(`sensors.${table}`)} set name = coalesce(${place.name ?? null}, name),
      description = coalesce(${place.description ?? null}, description),
      ${sql.ref(table)} = coalesce(${shape}::jsonb, ${sql.ref(table)}),
      lon = coalesce(${place.point?.lon ?? null}, lon), lat = coalesce(${place.point?.lat ?? null}, lat),
      pt = coalesce(${place.point ? metresOf(place.point) : null}::point, pt),
      properties = coalesce(${place.properties ? JSON.stringify(place.properties) : null}::jsonb, properties)
    where ars = ${ars} and id = ${id}`.execute(database);
  // What was observed before was observed there: its feature stays as it was.
  if (table === 'location' && place.point)
    await sql`
      update sensors.feature set location_id = null where ars = ${ars} and location_id = ${id}`.execute(
      database,
    );
};

/** The thing stands there from now on; where it stood before stays as history. */
export const moveThing = async (
  database: Database,
  ars: string,
  { thing, locations, now }: { thing: number; locations: readonly number[]; now: Date },
): Promise<void> => {
  await sql`delete from sensors.thing_location where ars = ${ars} and thing_id = ${thing}`.execute(database);
  await sql`
    insert into sensors.thing_location (ars, thing_id, location_id)
    select ${ars}, ${thing}, l from unnest(${locations}::bigint[]) l`.execute(database);
  await sql`
    with then_there as (
      insert into sensors.historical_location (ars, thing_id, at) values (${ars}, ${thing}, ${now}) returning id)
    insert into sensors.location_then (ars, historical_location_id, location_id)
    select ${ars}, t.id, l from then_there t, unnest(${locations}::bigint[]) l`.execute(database);
};

export const insertSensor = (
  database: Database,
  ars: string,
  one: { name: string; description: string; encodingType: string; metadata: string; properties: object },
): Promise<number> =>
  idIn(
    sql<{ id: number }>`
      insert into sensors.sensor (ars, name, description, encoding_type, metadata, properties)
      values (${ars}, ${one.name}, ${one.description}, ${one.encodingType}, ${one.metadata},
        ${JSON.stringify(one.properties)}::jsonb) returning id`.execute(database),
  );

export const insertObservedProperty = (
  database: Database,
  ars: string,
  one: { name: string; definition: string; description: string; properties: object },
): Promise<number> =>
  idIn(
    sql<{ id: number }>`
      insert into sensors.observed_property (ars, name, definition, description, properties)
      values (${ars}, ${one.name}, ${one.definition}, ${one.description}, ${JSON.stringify(one.properties)}::jsonb)
      returning id`.execute(database),
  );

export type NewStream = {
  thing: number;
  sensor: number;
  observedProperty: number;
  name: string;
  description: string;
  observationType: string;
  unit: { name: string; symbol: string; definition: string };
  properties: object;
  keptDays: number | null;
  expectedSeconds: number | null;
};

export const insertStream = (database: Database, ars: string, one: NewStream): Promise<number> =>
  idIn(
    sql<{ id: number }>`
      insert into sensors.datastream (ars, thing_id, sensor_id, observed_property_id, name, description,
        observation_type, unit_name, unit_symbol, unit_definition, properties, kept_days, expected_seconds)
      values (${ars}, ${one.thing}, ${one.sensor}, ${one.observedProperty}, ${one.name}, ${one.description},
        ${one.observationType}, ${one.unit.name}, ${one.unit.symbol}, ${one.unit.definition},
        ${JSON.stringify(one.properties)}::jsonb, ${one.keptDays}, ${one.expectedSeconds}) returning id`.execute(
      database,
    ),
  );
