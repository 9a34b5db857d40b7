import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { BoxFilter, FeatureQuery } from '../../../foundation/geo/feature-collection.ts';
import { type Columns, conditionOf } from '../../../foundation/geo/filter-store.ts';
import { type LonLat, toMetres } from '../../../foundation/geo/point.ts';
import { boxOfMetres, metresAround } from '../../../foundation/geo/point-relation-store.ts';
import type { Occupancy, Purpose } from './parking-site.ts';
import type { StoredSite } from './stored-site.ts';

type Sql = RawBuilder<unknown>;

const COLUMNS = sql`${sql.raw(
  [
    'ars id source_ars source_id foreign_id name purpose kind lon lat address capacity capacity_for is_free fee_text',
    'height_cm max_stay_minutes opening_hours operator description url free occupied counted_of counted_at count_kind',
    'count_quality count_read_at changed_at',
  ]
    .join(' ')
    .split(' ')
    .map((column) => `o.${column}`)
    .join(', '),
)}, q.name as source_name, q.licence, q.attribution, q.demonstration, coalesce(q.read_at, o.changed_at) as read_at`;

const SITES = sql`parking.site o join parking.source q on q.ars = o.source_ars and q.id = o.source_id`;

export type SiteSearch = {
  around: LonLat;
  radiusMetres: number;
  purpose: Purpose;
  /** With their count of free spaces known. */ counted?: boolean | undefined;
  offset: number;
  limit: number;
};

/** Around a point, nearest first, across municipal borders. */
export const listSitesNear = async (
  database: Database,
  { around, radiusMetres, purpose, counted, offset, limit }: SiteSearch,
): Promise<(StoredSite & { metres: number })[]> => {
  const { x, y } = toMetres(around);
  const here = sql`point(${x}::float8, ${y}::float8)`;
  const { rows } = await sql<StoredSite & { metres: number }>`
    select ${COLUMNS}, o.pt <-> ${here} as metres from ${SITES}
    where o.withdrawn_at is null and o.purpose = ${purpose} and o.pt <@ circle(${here}, ${radiusMetres}::float8)
      ${counted ? sql`and o.free is not null` : sql``}
    order by o.pt <-> ${here}, o.id limit ${limit} offset ${offset}`.execute(database);
  return rows;
};

export type SiteKey = { ars: string; id: string };

/** A site that is not withdrawn. */
export const findSite = async (database: Database, { ars, id }: SiteKey): Promise<StoredSite | undefined> =>
  (
    await sql<StoredSite>`
      select ${COLUMNS} from ${SITES} where o.ars = ${ars} and o.id = ${id} and o.withdrawn_at is null`.execute(
      database,
    )
  ).rows[0];

/** What carries a licence may be handed on; the rest is shown to people only. */
const IS_OPEN = sql`o.withdrawn_at is null and q.licence is not null and not q.demonstration`;

const behind = (after: SiteKey | undefined): Sql =>
  after ? sql`and (o.ars, o.id) > (${after.ars}, ${after.id}::uuid)` : sql``;

/** Sites in the order of their key, all municipalities in turn, for whoever takes them along. */
export const listOpenSites = async (
  database: Database,
  query: {
    source?: SiteKey | undefined;
    purpose?: Purpose | undefined;
    after?: SiteKey | undefined;
    limit: number;
  },
): Promise<StoredSite[]> => {
  const { source, purpose, after, limit } = query;
  const { rows } = await sql<StoredSite>`
    select ${COLUMNS} from ${SITES}
    where ${IS_OPEN} ${behind(after)} ${purpose ? sql`and o.purpose = ${purpose}` : sql``}
      ${source ? sql`and o.source_ars = ${source.ars} and o.source_id = ${source.id}` : sql``}
    order by o.ars, o.id limit ${limit}`.execute(database);
  return rows;
};

const filterColumns: Columns = {
  name: sql`o.name`,
  ars: sql`o.ars`,
  purpose: sql`o.purpose`,
  kind: sql`o.kind`,
  address: sql`o.address`,
  capacity: sql`o.capacity`,
  capacity_disabled: sql`(o.capacity_for ->> 'disabled')::integer`,
  free: sql`o.free`,
  counted_at: sql`o.counted_at`,
  count_quality: sql`o.count_quality`,
  has_fee: sql`(not o.is_free)`,
  height_cm: sql`o.height_cm`,
  opening_hours: sql`o.opening_hours`,
  operator: sql`o.operator`,
  attribution: sql`q.attribution`,
  licence: sql`q.licence`,
  read_at: sql`coalesce(q.read_at, o.changed_at)`,
};

const inBox = ({ crs, box }: BoxFilter): Sql => {
  if (crs === 'EPSG:25832') return sql`o.pt <@ ${boxOfMetres(box)}`;
  const [west, south, east, north] = box;
  const near = metresAround(box);
  const exact = sql`o.lon between ${west} and ${east} and o.lat between ${south} and ${north}`;
  return near ? sql`o.pt <@ ${near} and ${exact}` : exact;
};

export const listSiteFeatures = async (
  database: Database,
  { bbox, filter, limit }: Omit<FeatureQuery, 'after'>,
  after: SiteKey | undefined,
): Promise<StoredSite[]> => {
  const { rows } = await sql<StoredSite>`
    select ${COLUMNS} from ${SITES}
    where ${IS_OPEN} ${behind(after)} ${bbox ? sql`and ${inBox(bbox)}` : sql``}
      ${filter === undefined ? sql`` : sql`and ${conditionOf(filter, filterColumns)}`}
    order by o.ars, o.id limit ${limit}`.execute(database);
  return rows;
};

/** By its id alone, as an address of a feature names it. */
export const findOpenSite = async (database: Database, id: string): Promise<StoredSite | undefined> =>
  (
    await sql<StoredSite>`
      select ${COLUMNS} from ${SITES} where ${IS_OPEN} and o.id = ${id}::uuid`.execute(database)
  ).rows[0];

type CountRow = Pick<StoredSite, 'free' | 'occupied'> & { at: Date; quality: Occupancy['quality'] };

/** Changes of the count of one site, oldest first. */
export const listSiteCounts = async (
  database: Database,
  ars: string,
  id: string,
  since: Date,
): Promise<CountRow[]> =>
  (
    await sql<CountRow>`
      select at, free, occupied, count_quality as quality from parking.site_count
      where ars = ${ars} and site_id = ${id} and at >= ${since} order by at`.execute(database)
  ).rows;

/** @returns how many rows of the history went. */
export const deleteOldCounts = async (database: Database, before: Date): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`delete from parking.site_count where at < ${before}`.execute(
    database,
  );
  return Number(numAffectedRows);
};
