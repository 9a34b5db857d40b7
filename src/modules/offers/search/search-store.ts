import { type RawBuilder, sql } from 'kysely';
import { type Database, tables } from '../../../foundation/database/context.ts';
import { type Metres, toMetres } from '../../../foundation/geo/point.ts';
import type { Interval } from '../../../foundation/time/zone.ts';
import type { OfferTables, StoredOffer } from '../offer-tables.ts';
import { READ_AT } from '../read-at-store.ts';
import type { OfferQuery } from './offer-query.ts';
import type { SimilarWord, TextSearch } from './search-words.ts';

type Found = {
  metres: number;
  starts: Date | null;
  ends: Date | null;
  all_day: boolean | null;
  occurrence_status: StoredOffer['status'] | null;
};

/** One row of a result: the offer, how far it is, and for events the date that was found. */
export type FoundOffer = StoredOffer & Found;

/** As much of it as counting and "open now" need: a list looks at hundreds and shows a page of them. */
export type Candidate = Pick<StoredOffer, 'ars' | 'id' | 'kind' | 'opening_hours'> & Found;

const pointOf = ({ x, y }: Metres) => sql`point(${x}::float8, ${y}::float8)`;

const COLUMNS = sql`${READ_AT} as read_at, ${sql.raw(
  [
    'ars id kind category name description organisation address lon lat opening_hours price access links',
    'languages schedule status licence attribution demonstration created_at changed_at withdrawn_at',
  ]
    .join(' ')
    .split(' ')
    .map((column) => `o.${column}`)
    .join(', '),
)}`;

const CANDIDATE_COLUMNS = sql.raw('o.ars, o.id, o.kind, o.opening_hours');

type Columns = RawBuilder<unknown>;

/** Which offers are looked at: conditions that have nothing to do with the place. */
const conditions = (query: OfferQuery, search: TextSearch | undefined): RawBuilder<unknown> => {
  const parts = [sql`o.withdrawn_at is null`];
  if (query.free) parts.push(sql`o.free`);
  if (query.stepFree) parts.push(sql`o.step_free`);
  if (search?.isRare) parts.push(sql`o.search @@ to_tsquery('german', ${search.tsquery})`);
  // PostgreSQL takes every circle for a thousandth of all offers, and so expects too few of a frequent word in a
  // city to walk in order of distance. What coalesce hides is taken for half.
  else if (search) parts.push(sql`coalesce(o.search @@ to_tsquery('german', ${search.tsquery}), false)`);
  return sql.join(parts, sql` and `);
};

/** Where they are taken from: offers with a rare word are all fetched by it before any distance is looked at. */
const offersOf = (query: OfferQuery, search: TextSearch | undefined) =>
  search?.isRare
    ? {
        hits: sql`with hits as materialized (select * from offers.offer o where ${conditions(query, search)})`,
        table: sql`hits`,
        where: sql`true`,
      }
    : { hits: sql``, table: sql`offers.offer`, where: conditions(query, search) };

type Offers = ReturnType<typeof offersOf>;

const placesNear = (columns: Columns, query: OfferQuery, { table, where }: Offers, limit: number) => {
  const here = pointOf(toMetres(query.around));
  const near = (category: RawBuilder<unknown>) => sql`
    select ${columns}, o.pt <-> ${here} as metres,
      null::timestamptz as starts, null::timestamptz as ends, null::boolean as all_day, null::text as occurrence_status
    from ${table} o
    where o.kind = 'place' and ${where} ${category}
      and o.pt <@ circle(${here}, ${query.radiusMetres}::float8)
    order by o.pt <-> ${here} limit ${limit}`;
  if (query.categories.length === 0) return near(sql``);
  // An index scan in order of distance works for one category at a time: each is walked apart, then merged.
  const each = query.categories.map((category) => sql`(${near(sql`and o.category = ${category}`)})`);
  return each.length === 1
    ? near(sql`and o.category = ${query.categories[0]}`)
    : sql.join(each, sql` union all `);
};

const eventsNear = (columns: Columns, query: OfferQuery, { table, where }: Offers, limit: number) => {
  const here = pointOf(toMetres(query.around));
  const category =
    query.categories.length === 0 ? sql`` : sql`and c.category = any(${query.categories}::text[])`;
  return sql`
    select ${columns}, c.metres, c.starts, c.ends, c.all_day, c.occurrence_status
    from (
      select distinct on (c.ars, c.offer_id) c.ars, c.offer_id, c.pt <-> ${here} as metres,
        lower(c.during) as starts, upper(c.during) as ends, c.all_day, c.status as occurrence_status
      from offers.occurrence c
      where c.pt <@ circle(${here}, ${query.radiusMetres}::float8)
        and c.during && tstzrange(${query.window.start}, ${query.window.end}) ${category}
      order by c.ars, c.offer_id, lower(c.during)
    ) c
    join ${table} o on o.ars = c.ars and o.id = c.offer_id
    where ${where}
    order by c.metres limit ${limit}`;
};

const statement = <Row>(
  columns: Columns,
  query: OfferQuery,
  search: TextSearch | undefined,
  limit: number,
): RawBuilder<Row> | undefined => {
  const offers = offersOf(query, search);
  const branches = [
    ...(query.kinds.includes('place') ? [placesNear(columns, query, offers, limit)] : []),
    ...(query.kinds.includes('event') ? [eventsNear(columns, query, offers, limit)] : []),
  ];
  const [only] = branches;
  if (!only) return undefined;
  return branches.length === 1 && query.categories.length <= 1
    ? sql<Row>`${offers.hits} ${only}`
    : sql<Row>`${offers.hits} select * from (${sql.join(
        branches.map((branch) => sql`(${branch})`),
        sql` union all `,
      )}) o
          order by metres, id limit ${limit}`;
};

type Asked = [query: OfferQuery, search: TextSearch | undefined, limit: number];

/** Undefined where nothing is asked for. */
export const searchStatement = (...asked: Asked): RawBuilder<FoundOffer> | undefined =>
  statement(COLUMNS, ...asked);

/**
 * Offers around a point across all municipalities, nearest first: one of the few reads that names no
 * municipality, because borders do not stop leisure.
 */
export const searchOffers = async (database: Database, ...asked: Asked): Promise<FoundOffer[]> =>
  (await searchStatement(...asked)?.execute(database))?.rows ?? [];

/** The same, without what only a shown offer needs. */
export const searchCandidates = async (database: Database, ...asked: Asked): Promise<Candidate[]> =>
  (await statement<Candidate>(CANDIDATE_COLUMNS, ...asked)?.execute(database))?.rows ?? [];

/** The candidates with everything, in their order; one that went away in between is left out. */
export const complete = async (database: Database, candidates: Candidate[]): Promise<FoundOffer[]> => {
  if (candidates.length === 0) return [];
  const stored = await sql<StoredOffer>`
    select ${COLUMNS} from unnest(${candidates.map(({ ars }) => ars)}::text[], ${candidates.map(({ id }) => id)}::uuid[])
      as k(ars, id) join offers.offer o on o.ars = k.ars and o.id = k.id`.execute(database);
  const byId = new Map(stored.rows.map((offer) => [offer.id, offer]));
  return candidates.flatMap((candidate) => {
    const offer = byId.get(candidate.id);
    return offer ? [{ ...candidate, ...offer }] : [];
  });
};

/** What takes place in one municipality within a time, soonest first. */
export const eventsIn = async (
  database: Database,
  ars: string,
  window: Interval,
  limit: number,
): Promise<FoundOffer[]> =>
  (
    await sql<FoundOffer>`
      select ${COLUMNS}, 0 as metres, lower(c.during) as starts, upper(c.during) as ends, c.all_day,
        c.status as occurrence_status
      from offers.occurrence c join offers.offer o on o.ars = c.ars and o.id = c.offer_id
      where c.ars = ${ars} and c.during && tstzrange(${window.start}, ${window.end}) and o.withdrawn_at is null
      order by lower(c.during), o.name limit ${limit}`.execute(database)
  ).rows;

/** Places of one municipality, newest first. */
export const placesIn = (database: Database, ars: string, limit: number): Promise<StoredOffer[]> =>
  tables<OfferTables>(database)
    .selectFrom('offers.offer')
    .selectAll()
    .where('ars', '=', ars)
    .where('kind', '=', 'place')
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

export const countIn = async (
  database: Database,
  ars: string,
): Promise<{ category: string; offers: number }[]> =>
  (
    await sql<{ category: string; offers: number }>`
      select category, count(*) as offers from offers.offer
      where ars = ${ars} and withdrawn_at is null group by category order by count(*) desc`.execute(database)
  ).rows;

/** By its id alone: links to an offer do not name its municipality. Withdrawn offers are found too and say so. */
export const findOffer = async (database: Database, id: string): Promise<StoredOffer | undefined> =>
  (await sql<StoredOffer>`select ${COLUMNS} from offers.offer o where o.id = ${id}::uuid`.execute(database))
    .rows[0];

export const occurrencesOf = async (
  database: Database,
  ars: string,
  offerId: string,
  from: Date,
  limit: number,
): Promise<{ starts: Date; ends: Date; all_day: boolean; status: StoredOffer['status'] }[]> =>
  (
    await sql<{ starts: Date; ends: Date; all_day: boolean; status: StoredOffer['status'] }>`
      select lower(during) as starts, upper(during) as ends, all_day, status from offers.occurrence
      where ars = ${ars} and offer_id = ${offerId} and upper(during) > ${from}
      order by lower(during) limit ${limit}`.execute(database)
  ).rows;

/** What is shown of a town now, an event once for each of its dates, by name. */
export const listTownOffers = async (
  database: Database,
  ars: string,
): Promise<
  (StoredOffer & {
    starts: Date | null;
    ends: Date | null;
    all_day: boolean | null;
    next_status: StoredOffer['status'] | null;
  })[]
> =>
  (
    await sql<Awaited<ReturnType<typeof listTownOffers>>[number]>`
      select ${COLUMNS}, lower(c.during) as starts, upper(c.during) as ends, c.all_day, c.status as next_status
      from offers.offer o left join offers.occurrence c on c.ars = o.ars and c.offer_id = o.id
      where o.ars = ${ars} and o.withdrawn_at is null order by o.name, o.id, lower(c.during)`.execute(
      database,
    )
  ).rows;

export const sightingsOf = async (
  database: Database,
  ars: string,
  offerId: string,
): Promise<
  { name: string; attribution: string; licence: string | null; url: string | null; read_at: Date }[]
> =>
  (
    await sql<{
      name: string;
      attribution: string;
      licence: string | null;
      url: string | null;
      read_at: Date;
    }>`
      select s.name, s.attribution, s.licence, g.url,
        case when g.vanished_at is null then greatest(g.read_at, s.read_at) else g.read_at end as read_at
      from offers.sighting g join offers.source s on s.ars = g.source_ars and s.id = g.source_id
      where g.ars = ${ars} and g.offer_id = ${offerId} order by read_at`.execute(database)
  ).rows;

export const similarStatement = (words: string[]): RawBuilder<SimilarWord> =>
  sql`
      select asked, w.word, coalesce(w.uses, 0) as uses,
        (select coalesce(sum(b.uses), 0) from offers.word b where b.word like asked || '%') as begun
      from unnest(${words}::text[]) asked
      left join lateral (
        select word, uses from offers.word where word % asked
        order by word = asked desc, similarity(word, asked) desc, uses desc limit 3
      ) w on true`;

/** For each folded word the known words nearest to it, best first: the answer to typing errors. */
export const similarWords = async (database: Database, words: string[]): Promise<SimilarWord[]> =>
  (await similarStatement(words).execute(database)).rows;

/** Sources of what is shown: one that has shown nothing yet is nobody's business but its publisher's. */
export const listSources = (database: Database) =>
  tables<OfferTables>(database)
    .selectFrom('offers.source as s')
    .selectAll()
    .where(
      sql<boolean>`exists (select from offers.sighting g
        where g.source_ars = s.ars and g.source_id = s.id and g.vanished_at is null)`,
    )
    .orderBy('name')
    .execute();

export const saveMistakeReport = (
  database: Database,
  report: { ars: string; id: string; offer_id: string; message: string; reported_at: Date },
) => tables<OfferTables>(database).insertInto('offers.mistake_report').values(report).execute();
