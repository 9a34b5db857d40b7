import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import { toMetres } from '../../../../foundation/geo/point.ts';
import type { Occupancy, ParkingSite, Rejection } from '../parking-site.ts';
import type { ParkingSource, Revision, SiteFigures } from '../source.ts';

type SourceKey = Pick<ParkingSource, 'ars' | 'id'>;

const MOST_REJECTIONS_KEPT = 1_000;

export const saveParkingSource = async (database: Database, source: ParkingSource): Promise<void> => {
  await sql`
    insert into parking.source (ars, id, name, format, url, counts_for, licence, attribution, demonstration)
    values (${source.ars}, ${source.id}, ${source.name}, ${source.format}, ${source.url ?? null},
      ${source.countsFor ?? null}, ${source.licence ?? null}, ${source.attribution}, ${source.demonstration})
    on conflict (ars, id) do update set name = excluded.name, format = excluded.format, url = excluded.url,
      counts_for = excluded.counts_for, licence = excluded.licence, attribution = excluded.attribution,
      demonstration = excluded.demonstration, content_hash = null`.execute(database);
};

/** One reading of a source at a time: a second one waits here. To be called in its transaction. */
export const lockSource = async (database: Database, { ars, id }: SourceKey): Promise<boolean> => {
  const { rows } =
    await sql`select 1 from parking.source where ars = ${ars} and id = ${id} for update`.execute(database);
  return rows.length === 1;
};

export type KnownSite = {
  ars: string;
  id: string;
  foreignId: string;
  hash: string;
  capacity: number | null;
  isWithdrawn: boolean;
};

/** Everything that a source ever showed. */
export const listKnownSites = async (database: Database, { ars, id }: SourceKey): Promise<KnownSite[]> =>
  (
    await sql<KnownSite>`
      select ars, id, foreign_id as "foreignId", content_hash as hash, capacity,
        withdrawn_at is not null as "isWithdrawn"
      from parking.site where source_ars = ${ars} and source_id = ${id}`.execute(database)
  ).rows;

export type SiteRow = { ars: string; id: string; hash: string; site: ParkingSite };

export const saveSites = async (
  database: Database,
  source: SourceKey,
  rows: SiteRow[],
  now: Date,
): Promise<void> => {
  const json = JSON.stringify(
    rows.map(({ site, ...row }) => ({
      ...row,
      ...site,
      lon: site.point.lon,
      lat: site.point.lat,
      ...toMetres(site.point),
    })),
  );
  await sql`
    insert into parking.site (ars, id, source_ars, source_id, foreign_id, content_hash, name, purpose, kind, lon, lat,
      pt, address, capacity, capacity_for, is_free, fee_text, height_cm, max_stay_minutes, opening_hours, operator,
      description, url, created_at, changed_at)
    select ars, id, ${source.ars}, ${source.id}, "foreignId", hash, name, purpose, kind, lon, lat, point(x, y),
      address, capacity, "capacityFor", "isFree", "feeText", "heightCm", "maxStayMinutes", "openingHours", operator,
      description, url, ${now}, ${now}
    from jsonb_to_recordset(${json}::jsonb) as r(ars text, id uuid, hash text, "foreignId" text, name text,
      purpose text, kind text, lon float8, lat float8, x float8, y float8, address text, capacity integer,
      "capacityFor" jsonb, "isFree" boolean, "feeText" text, "heightCm" smallint, "maxStayMinutes" integer,
      "openingHours" text, operator text, description text, url text)
    on conflict (ars, source_ars, source_id, foreign_id) do update set content_hash = excluded.content_hash,
      name = excluded.name, purpose = excluded.purpose, kind = excluded.kind, lon = excluded.lon, lat = excluded.lat,
      pt = excluded.pt, address = excluded.address, capacity = excluded.capacity,
      capacity_for = excluded.capacity_for, is_free = excluded.is_free, fee_text = excluded.fee_text,
      height_cm = excluded.height_cm, max_stay_minutes = excluded.max_stay_minutes,
      opening_hours = excluded.opening_hours, operator = excluded.operator, description = excluded.description,
      url = excluded.url, changed_at = excluded.changed_at, withdrawn_at = null`.execute(database);
};

export const withdrawSites = async (
  database: Database,
  source: SourceKey,
  gone: Pick<KnownSite, 'ars' | 'id'>[],
  now: Date,
): Promise<void> => {
  await sql`
    update parking.site s set withdrawn_at = ${now}, changed_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as r(ars text, id uuid)
    where s.ars = r.ars and s.id = r.id and s.source_ars = ${source.ars} and s.source_id = ${source.id}`.execute(
    database,
  );
};

export type CountRow = { ars: string; id: string; occupancy: Occupancy };

/** What is older than the count that stands there changes nothing; what is the same is no second row of the history. */
export const saveCounts = async (
  database: Database,
  source: SourceKey,
  rows: CountRow[],
  now: Date,
): Promise<void> => {
  const json = JSON.stringify(rows.map(({ ars, id, occupancy }) => ({ ...occupancy, ars, id })));
  await sql`
    with said as (
      select r.*, s.free is distinct from r.free or s.occupied is distinct from r.occupied
          or s.counted_of is distinct from r.of or s.count_quality is distinct from r.quality as is_other
      from jsonb_to_recordset(${json}::jsonb) as r(ars text, id uuid, free integer, occupied integer, of integer,
        at timestamptz, kind text, quality text)
      join parking.site s on s.ars = r.ars and s.id = r.id and s.source_ars = ${source.ars}
        and s.source_id = ${source.id} and (s.counted_at is null or r.at is null or r.at >= s.counted_at)),
    kept as (
      insert into parking.site_count (ars, site_id, at, free, occupied, counted_of, count_kind, count_quality)
      select ars, id, coalesce(at, ${now}), free, occupied, of, kind, quality from said where is_other
      on conflict (ars, site_id, at) do update set free = excluded.free, occupied = excluded.occupied,
        counted_of = excluded.counted_of, count_kind = excluded.count_kind, count_quality = excluded.count_quality)
    update parking.site s set free = said.free, occupied = said.occupied, counted_of = said.of,
      counted_at = said.at, count_kind = said.kind, count_quality = said.quality, count_read_at = ${now}
    from said where s.ars = said.ars and s.id = said.id`.execute(database);
};

export const saveReading = async (
  database: Database,
  { ars, id }: SourceKey,
  now: Date,
  reading: { figures: SiteFigures; rejected: Rejection[]; revision?: Revision | undefined },
): Promise<void> => {
  const { figures, rejected, revision } = reading;
  await sql`
    update parking.source set read_at = ${now}, tried_at = ${now}, failure = null, has_counts = ${figures.counted > 0},
      counts = ${JSON.stringify(figures)}::jsonb,
      rejected = ${JSON.stringify(rejected.slice(0, MOST_REJECTIONS_KEPT))}::jsonb,
      etag = ${revision?.etag ?? null}, last_modified = ${revision?.lastModified ?? null},
      content_hash = ${revision?.contentHash ?? null}
    where ars = ${ars} and id = ${id}`.execute(database);
};

/** Nothing new at the source: its facts were read as well, its counts keep their own time. */
export const markUnchanged = async (database: Database, { ars, id }: SourceKey, now: Date): Promise<void> => {
  await sql`
    update parking.source set read_at = ${now}, tried_at = ${now}, failure = null
    where ars = ${ars} and id = ${id}`.execute(database);
};

export const saveFailure = async (
  database: Database,
  { ars, id }: SourceKey,
  now: Date,
  failure: string,
): Promise<void> => {
  await sql`
    update parking.source set tried_at = ${now}, failure = ${failure.slice(0, 500)}
    where ars = ${ars} and id = ${id}`.execute(database);
};
