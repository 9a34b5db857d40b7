import { sql } from 'kysely';
import type { Database } from '../../foundation/database/context.ts';
import { toMetres } from '../../foundation/geo/point.ts';
import type { MultiPolygon } from './geometry.ts';
import type { Municipality } from './municipality.ts';
import type { Succession } from './succession.ts';

export type StoredBoundary = { ars: string; geometry: MultiPolygon; edition: string; source: string };
export type StoredPostcode = { postcode: string; ars: string; source: string };

// Outlines are long texts: a few thousand of them fill a message to the server well.
const BATCH = 2_000;

type Row = Omit<Municipality, 'point'> & { lon: number | null; lat: number | null };

/** Two processes that seed or update at once would both find the tables empty. */
export const lockRegister = async (database: Database): Promise<void> => {
  await sql`lock table municipalities.municipality in share row exclusive mode`.execute(database);
};

/** All units of all levels, closed ones included. */
export const listUnits = async (database: Database): Promise<Municipality[]> => {
  const { rows } = await sql<Row>`
    select ars, ags, level, kind, name, suffix, seat, parent_ars as "parentArs", population,
      area_km2 as "areaKm2", postcode, lon, lat, valid_from::text as "validFrom", valid_to::text as "validTo",
      source, source_date::text as "sourceDate"
    from municipalities.municipality order by ars`.execute(database);
  return rows.map(({ lon, lat, ...unit }) => ({
    ...unit,
    point: lon === null || lat === null ? null : { lon, lat },
  }));
};

export const saveUnits = async (database: Database, units: Municipality[]): Promise<void> => {
  if (units.length === 0) return;
  const rows = units.map(({ point, ...unit }) => ({ ...unit, ...point, ...(point && toMetres(point)) }));
  await sql`
    insert into municipalities.municipality (ars, ags, level, kind, name, suffix, seat, parent_ars, population,
      area_km2, postcode, lon, lat, pt, valid_from, valid_to, source, source_date)
    select ars, ags, level, kind, name, suffix, seat, "parentArs", population, "areaKm2", postcode, lon, lat,
      point(x, y), "validFrom", "validTo", source, "sourceDate"
    from json_to_recordset(${JSON.stringify(rows)}::json) as unit(ars text, ags text, level text, kind text,
      name text, suffix text, seat text, "parentArs" text, population integer, "areaKm2" numeric, postcode text,
      lon float8, lat float8, x float8, y float8, "validFrom" date, "validTo" date, source text, "sourceDate" date)
    on conflict (ars) do update set (ags, level, kind, name, suffix, seat, parent_ars, population, area_km2, postcode,
      lon, lat, pt, valid_from, valid_to, source, source_date) = (excluded.ags, excluded.level, excluded.kind,
      excluded.name, excluded.suffix, excluded.seat, excluded.parent_ars, excluded.population, excluded.area_km2,
      excluded.postcode, excluded.lon, excluded.lat, excluded.pt, excluded.valid_from, excluded.valid_to,
      excluded.source, excluded.source_date)`.execute(database);
};

/** Units that a new edition has unchanged are as fresh as the edition. */
export const stampEdition = async (database: Database, source: string, date: string): Promise<void> => {
  await sql`
    update municipalities.municipality set source = ${source}, source_date = ${date}::date
    where valid_to is null and (source, source_date) <> (${source}, ${date}::date)`.execute(database);
};

export const findEdition = async (database: Database): Promise<string | null> =>
  (
    await sql<{ date: string | null }>`
      select max(source_date)::text as date from municipalities.municipality`.execute(database)
  ).rows[0]?.date ?? null;

export const listSuccessions = async (database: Database): Promise<Succession[]> =>
  (
    await sql<Succession>`
      select old_ags as "oldAgs", ars, part, old_name as "oldName", changed_by::text as "changedBy", source
      from municipalities.succession order by old_ags, part`.execute(database)
  ).rows;

/** Adds what is not known yet; whoever pointed to a unit that has now been taken over points to its taker. */
export const saveSuccessions = async (database: Database, successions: Succession[]): Promise<void> => {
  if (successions.length === 0) return;
  await sql`
    insert into municipalities.succession (old_ags, ars, part, old_name, changed_by, source)
    select "oldAgs", ars, part, "oldName", "changedBy", source
    from json_to_recordset(${JSON.stringify(successions)}::json)
      as one("oldAgs" text, ars text, part smallint, "oldName" text, "changedBy" date, source text)
    where exists (select from municipalities.municipality unit where unit.ars = one.ars)
    on conflict do nothing`.execute(database);
};

/** Successions and postcodes of a closed unit go to the one in its place. */
export const redirect = async (database: Database, from: string, to: string): Promise<void> => {
  await sql`
    insert into municipalities.succession (old_ags, ars, part, old_name, changed_by, source)
    select old_ags, ${to}, part, old_name, changed_by, source from municipalities.succession where ars = ${from}
    on conflict do nothing`.execute(database);
  await sql`delete from municipalities.succession where ars = ${from}`.execute(database);
  await sql`
    insert into municipalities.postcode (postcode, ars, source)
    select postcode, ${to}, source from municipalities.postcode where ars = ${from}
    on conflict do nothing`.execute(database);
  await sql`delete from municipalities.postcode where ars = ${from}`.execute(database);
};

export const listBoundaries = async (database: Database): Promise<StoredBoundary[]> =>
  (
    await sql<StoredBoundary>`
      select ars, geometry, edition::text as edition, source from municipalities.boundary order by ars`.execute(
      database,
    )
  ).rows;

export const findBoundaryEdition = async (database: Database): Promise<string | null> =>
  (
    await sql<{ date: string | null }>`
      select max(edition)::text as date from municipalities.boundary`.execute(database)
  ).rows[0]?.date ?? null;

export const saveBoundaries = async (database: Database, boundaries: StoredBoundary[]): Promise<void> => {
  for (let start = 0; start < boundaries.length; start += BATCH) {
    const batch = boundaries.slice(start, start + BATCH);
    await sql`
      insert into municipalities.boundary (ars, geometry, edition, source)
      select one.* from unnest(${batch.map(({ ars }) => ars)}::text[],
        ${batch.map(({ geometry }) => JSON.stringify(geometry))}::json[],
        ${batch.map(({ edition }) => edition)}::date[], ${batch.map(({ source }) => source)}::text[]) as one(ars, geometry, edition, source)
      where exists (select from municipalities.municipality unit where unit.ars = one.ars)
      on conflict (ars) do update
        set geometry = excluded.geometry, edition = excluded.edition, source = excluded.source`.execute(
      database,
    );
  }
};

/** Outlines that a newer map has unchanged are as fresh as the map. */
export const stampBoundaries = async (
  database: Database,
  ars: string[],
  edition: string,
  source: string,
): Promise<void> => {
  await sql`
    update municipalities.boundary set edition = ${edition}::date, source = ${source}
    where ars = any(${ars}::text[]) and (edition, source) <> (${edition}::date, ${source})`.execute(database);
};

export const removeBoundaries = async (database: Database, ars: string[]): Promise<void> => {
  await sql`delete from municipalities.boundary where ars = any(${ars}::text[])`.execute(database);
};

export const listPostcodes = async (database: Database): Promise<StoredPostcode[]> =>
  (
    await sql<StoredPostcode>`
      select postcode, ars, source from municipalities.postcode order by postcode, ars`.execute(database)
  ).rows;

export const hasPostcodes = async (database: Database): Promise<boolean> =>
  (await sql`select from municipalities.postcode limit 1`.execute(database)).rows.length > 0;

export const savePostcodes = async (database: Database, postcodes: StoredPostcode[]): Promise<void> => {
  await sql`
    insert into municipalities.postcode (postcode, ars, source)
    select postcode, ars, source from json_to_recordset(${JSON.stringify(postcodes)}::json)
      as one(postcode text, ars text, source text)
    where exists (select from municipalities.municipality unit where unit.ars = one.ars)
    on conflict do nothing`.execute(database);
};
