import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import { toMetres } from '../../../../foundation/geo/point.ts';
import type { EventFacts, OfferFacts } from '../../offer.ts';
import type { Source } from './source.ts';

export type OfferRow = {
  ars: string;
  id: string;
  facts: OfferFacts;
  searchText: string /** Another source leads: its licence and attribution stay. */;
  fills: boolean;
};

/** Writes offers in one statement; an existing one keeps its id and day of creation, and is no longer withdrawn. */
export const saveOffers = async (
  database: Database,
  source: Source,
  rows: OfferRow[],
  at: Date,
): Promise<void> => {
  const json = JSON.stringify(rows.map(record));
  await sql`
    insert into offers.offer (ars, id, kind, category, name, description, organisation, address, lon, lat, pt,
      opening_hours, price, access, links, languages, schedule, status, licence, attribution, demonstration,
      read_at, created_at, changed_at, search_text)
    select r.ars, r.id, r.kind, r.category, r.name, r.description, r.organisation, r.address, r.lon, r.lat,
      point(r.x, r.y), r.opening_hours, r.price, r.access, r.links, r.languages, r.schedule, r.status,
      case when r.fills and o.id is not null then o.licence else ${source.licence ?? null} end,
      case when r.fills and o.id is not null then o.attribution else ${source.attribution} end,
      case when r.fills and o.id is not null then o.demonstration else ${source.demonstration} end,
      ${at}, ${at}, ${at}, r.search_text
    from jsonb_to_recordset(${json}::jsonb) as r(ars text, id uuid, kind text, category text, name text,
      description text, organisation text, address jsonb, lon float8, lat float8, x float8, y float8,
      opening_hours text, price jsonb, access jsonb, links jsonb, languages text[], schedule jsonb, status text,
      search_text text, fills boolean)
    left join offers.offer o on o.ars = r.ars and o.id = r.id
    on conflict (ars, id) do update set kind = excluded.kind, category = excluded.category, name = excluded.name,
      description = excluded.description, organisation = excluded.organisation, address = excluded.address,
      lon = excluded.lon, lat = excluded.lat, pt = excluded.pt, opening_hours = excluded.opening_hours,
      price = excluded.price, access = excluded.access, links = excluded.links, languages = excluded.languages,
      schedule = excluded.schedule, status = excluded.status, licence = excluded.licence,
      attribution = excluded.attribution, demonstration = excluded.demonstration, read_at = excluded.read_at,
      changed_at = excluded.changed_at, withdrawn_at = null, search_text = excluded.search_text`.execute(
    database,
  );
};

const record = ({ ars, id, facts, searchText, fills }: OfferRow) => {
  const { point, openingHours, schedule, status, ...rest } = {
    openingHours: undefined,
    schedule: undefined,
    status: 'scheduled',
    ...facts,
  };
  return {
    ...rest,
    ars,
    id,
    fills,
    schedule,
    status,
    lon: point?.lon,
    lat: point?.lat,
    ...(point ? toMetres(point) : {}),
    opening_hours: openingHours,
    search_text: searchText,
  };
};

type EventRow = {
  ars: string;
  id: string;
  category: EventFacts['category'];
  name: string;
  description: string | null;
  organisation: string | null;
  address: EventFacts['address'];
  lon: number | null;
  lat: number | null;
  price: EventFacts['price'];
  access: EventFacts['access'];
  links: EventFacts['links'];
  languages: string[];
  schedule: EventFacts['schedule'];
  status: EventFacts['status'];
};

export type StoredEvent = { ars: string; id: string; facts: EventFacts };

const eventOf = (row: EventRow): StoredEvent => ({
  ars: row.ars,
  id: row.id,
  facts: {
    kind: 'event',
    category: row.category,
    name: row.name,
    ...(row.description === null ? {} : { description: row.description }),
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    address: row.address,
    ...(row.lon === null || row.lat === null ? {} : { point: { lon: row.lon, lat: row.lat } }),
    price: row.price,
    access: row.access,
    links: row.links,
    languages: row.languages,
    schedule: row.schedule,
    status: row.status,
  },
});

const COLUMNS = sql.raw(
  'o.ars, o.id, o.category, o.name, o.description, o.organisation, o.address, o.lon, o.lat, o.price, o.access, o.links, o.languages, o.schedule, o.status',
);

/** Events of other sources that begin at the same time in the same municipality: they may be the same. */
export const listEventsAt = async (
  database: Database,
  source: Source,
  at: { ars: string; start: string }[],
): Promise<StoredEvent[]> => {
  const found = await sql<EventRow>`
    select distinct on (o.ars, o.id) ${COLUMNS}
    from (select distinct ars, start from jsonb_to_recordset(${JSON.stringify(at)}::jsonb) as k(ars text, start text)) r
    join offers.offer o on o.ars = r.ars and o.withdrawn_at is null and o.kind = 'event' and o.schedule ->> 'start' = r.start
    where not exists (select from offers.sighting s where s.ars = o.ars and s.offer_id = o.id
      and s.source_ars = ${source.ars} and s.source_id = ${source.id} and s.vanished_at is null)`.execute(
    database,
  );
  return found.rows.map(eventOf);
};

/** Events that several sources show, of those that are about to change. */
export const listSharedEvents = async (
  database: Database,
  offers: { ars: string; id: string }[],
): Promise<StoredEvent[]> => {
  const found = await sql<EventRow>`
    select ${COLUMNS} from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as r(ars text, id uuid)
    join offers.offer o on o.ars = r.ars and o.id = r.id and o.kind = 'event'
    where (select count(*) from offers.sighting s
      where s.ars = o.ars and s.offer_id = o.id and s.vanished_at is null) > 1`.execute(database);
  return found.rows.map(eventOf);
};

/** Every event of a municipality that still stands. */
export const listEvents = async (database: Database, ars: string): Promise<StoredEvent[]> => {
  const found = await sql<EventRow>`
    select ${COLUMNS} from offers.offer o where o.ars = ${ars} and o.kind = 'event' and o.withdrawn_at is null`.execute(
    database,
  );
  return found.rows.map(eventOf);
};
