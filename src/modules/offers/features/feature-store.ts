import { sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import type { BoxFilter, FeatureQuery, TimeFilter } from '../../../foundation/geo/feature-collection.ts';
import { type Columns, conditionOf, type Sql } from '../../../foundation/geo/filter-store.ts';
import { boxOfMetres, metresAround } from '../../../foundation/geo/point-relation-store.ts';
import type { OfferTables, StoredOffer } from '../offer-tables.ts';
import { READ_AT } from '../read-at-store.ts';
import type { OfferRow } from './feature-properties.ts';

// An end that the source does not name is counted with, but shown to nobody.
const KNOWN_END = sql`case when c.all_day or o.schedule ->> 'end' is not null then upper(c.during) end`;

const text = (column: string, key: string): Sql => sql`(${sql.ref(column)} ->> ${sql.lit(key)})`;

const common: Columns = {
  name: sql`o.name`,
  ars: sql`o.ars`,
  category: sql`o.category`,
  organisation: sql`o.organisation`,
  street: text('o.address', 'street'),
  house_number: text('o.address', 'houseNumber'),
  postcode: text('o.address', 'postcode'),
  town: text('o.address', 'town'),
  price: text('o.price', 'kind'),
  step_free: text('o.access', 'stepFree'),
  attribution: sql`o.attribution`,
  licence: sql`o.licence`,
  demonstration: sql`o.demonstration`,
  read_at: READ_AT,
};

const columnsOf: Record<StoredOffer['kind'], Columns> = {
  place: { ...common, opening_hours: sql`o.opening_hours` },
  event: {
    ...common,
    starts: sql`n.starts`,
    ends: sql`n.ends`,
    all_day: sql`n.all_day`,
    status: sql`coalesce(n.status, o.status)`,
  },
};

const SELECTED = sql`${READ_AT} as read_at, ${sql.raw(
  'o.ars, o.id, o.kind, o.category, o.name, o.description, o.organisation, o.address, o.lon, o.lat, o.opening_hours, o.price, o.access, o.links, o.status, o.licence, o.attribution, o.demonstration',
)}`;

/** The date that runs or comes next. */
const nextDate = (now: Date): Sql => sql`
  left join lateral (
    select lower(c.during) as starts, ${KNOWN_END} as ends, c.all_day, c.status
    from offers.occurrence c
    where c.ars = o.ars and c.offer_id = o.id and upper(c.during) > ${now}
    order by c.during limit 1
  ) n on true`;

const NO_DATE = sql`
  cross join (select null::timestamptz as starts, null::timestamptz as ends, null::boolean as all_day,
    null::text as status) n`;

const inBox = ({ crs, box }: BoxFilter): Sql => {
  if (crs === 'EPSG:25832') return sql`o.pt <@ ${boxOfMetres(box)}`;
  const [west, south, east, north] = box;
  const near = metresAround(box);
  const exact = sql`o.lon between ${west} and ${east} and o.lat between ${south} and ${north}`;
  return near ? sql`o.pt <@ ${near} and ${exact}` : exact;
};

const takesPlace = ({ start, end }: TimeFilter): Sql => sql`exists (
  select from offers.occurrence c
  where c.ars = o.ars and c.offer_id = o.id and c.during && tstzrange(${start}, ${end}, '[]'))`;

export type OfferKey = { ars: string; id: string };

/**
 * Offers of one kind in the order of their key, all municipalities in turn. Paging goes on behind a key that never
 * changes: what stands all the while comes exactly once, whatever is written meanwhile.
 */
export const listOffers = async (
  database: Database,
  kind: StoredOffer['kind'],
  query: Omit<FeatureQuery, 'after'>,
  after: OfferKey | undefined,
  now: Date,
): Promise<OfferRow[]> => {
  const { bbox, filter, datetime, limit } = query;
  const conditions = [
    kind === 'place' ? sql`o.kind = 'place'` : sql`o.kind = 'event'`,
    sql`o.withdrawn_at is null`,
    ...(after ? [sql`(o.ars, o.id) > (${after.ars}, ${after.id}::uuid)`] : []),
    ...(bbox ? [inBox(bbox)] : []),
    ...(datetime && kind === 'event' ? [takesPlace(datetime)] : []),
    ...(filter === undefined ? [] : [conditionOf(filter, columnsOf[kind])]),
  ];
  const found = await sql<OfferRow>`
    select ${SELECTED}, n.starts, n.ends, n.all_day, n.status as next_status
    from offers.offer o ${kind === 'event' ? nextDate(now) : NO_DATE}
    where ${sql.join(conditions, sql` and `)}
    order by o.ars, o.id limit ${limit}`.execute(database);
  return found.rows;
};

/** By its id alone, as an address of a feature names it. */
export const findOfferRow = async (
  database: Database,
  kind: StoredOffer['kind'],
  id: string,
  now: Date,
): Promise<OfferRow | undefined> => {
  const found = await sql<OfferRow>`
    select ${SELECTED}, n.starts, n.ends, n.all_day, n.status as next_status
    from offers.offer o ${kind === 'event' ? nextDate(now) : NO_DATE}
    where o.id = ${id}::uuid and o.kind = ${kind} and o.withdrawn_at is null`.execute(
    tables<OfferTables>(database),
  );
  return found.rows[0];
};
