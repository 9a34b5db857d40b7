import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Entry, EntryFields, EntryState } from './entry.ts';
import { ENTRY_COLUMNS, type EntryRow, entryOf, type Organisation } from './entry-store.ts';

export type EntrySort = 'name' | 'changed' | 'checked' | 'review';

export type EntryQuery = {
  now: Date;
  state?: EntryState | undefined;
  /** Only what wants to be looked at by this day. */ reviewBy?: Day | undefined;
  /** Only published ones with newer texts. */ isNewer?: boolean;
  owner?: string | 'nobody' | undefined;
  text?: string | undefined;
  sort: EntrySort;
  limit: number;
  offset: number;
};

/** The same as `stateOf`, for whole lists. */
const stateAt = (now: Date) => sql`case
  when e.published_at is not null and e.withdrawn_at is null
    then case when e.expires_at <= ${now} then 'expired' else 'published' end
  when e.publish_at is not null then 'scheduled'
  when e.withdrawn_at is null then 'draft'
  when e.withdrawn_by = 'expiry' then 'expired' else 'withdrawn' end`;

const orders: Record<EntrySort, ReturnType<typeof sql>> = {
  name: sql`lower(e.fields ->> 'name'), e.id`,
  changed: sql`e.changed_at desc, e.id`,
  checked: sql`e.checked_at nulls first, e.id`,
  review: sql`e.review_on nulls last, e.id`,
};

const likeness = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const conditions = ({ ars, id }: Organisation, query: EntryQuery) => {
  const { now, state, reviewBy, owner, text } = query;
  const parts = [sql`e.ars = ${ars} and e.organisation_id = ${id}`];
  if (state !== undefined) parts.push(sql`${stateAt(now)} = ${state}`);
  if (reviewBy !== undefined)
    parts.push(sql`e.review_on <= ${reviewBy}::date and ${stateAt(now)} = 'published'`);
  if (query.isNewer) parts.push(sql`e.published_fields <> e.fields and ${stateAt(now)} = 'published'`);
  if (owner === 'nobody') parts.push(sql`e.owner is null`);
  else if (owner !== undefined) parts.push(sql`e.owner = ${owner}::uuid`);
  if (text !== undefined)
    parts.push(sql`concat_ws(' ', e.fields ->> 'name', e.fields ->> 'organisation', e.fields ->> 'town',
      e.fields ->> 'street') ilike ${likeness(text)}`);
  return sql.join(parts, sql` and `);
};

/** A page of one organisation's entries, and how many there are. */
export const listEntries = async (
  database: Database,
  organisation: Organisation,
  query: EntryQuery,
): Promise<{ entries: Entry[]; total: number }> => {
  const { rows } = await sql<EntryRow & { total: number }>`
    select ${ENTRY_COLUMNS}, count(*) over () as total from offers.entry e
    where ${conditions(organisation, query)}
    order by ${orders[query.sort]} limit ${query.limit} offset ${query.offset}`.execute(database);
  return { entries: rows.map(entryOf), total: rows[0]?.total ?? 0 };
};

export type ImportedOffer = {
  id: string;
  name: string;
  category: string;
  source: string;
  read_at: Date;
  withdrawn_at: Date | null;
};

/** What came from the sources of a municipality, to be read only; what the desk itself published is not among it. */
export const listImported = async (
  database: Database,
  ars: string,
  { text, limit, offset }: Pick<EntryQuery, 'text' | 'limit' | 'offset'>,
): Promise<{ offers: ImportedOffer[]; total: number }> => {
  const isAsked = text === undefined ? sql`true` : sql`o.name ilike ${likeness(text)}`;
  const { rows } = await sql<ImportedOffer & { total: number }>`
    select o.id, o.name, o.category, s.name as source, o.withdrawn_at, count(*) over () as total,
      greatest(g.read_at, case when g.vanished_at is null then s.read_at end) as read_at
    from offers.source s
    join offers.sighting g on g.source_ars = s.ars and g.source_id = s.id
    join offers.offer o on o.ars = g.ars and o.id = g.offer_id
    where s.ars = ${ars} and s.format <> 'desk' and ${isAsked}
    order by lower(o.name), o.id limit ${limit} offset ${offset}`.execute(database);
  return { offers: rows, total: rows[0]?.total ?? 0 };
};

export type Template = { id: string; name: string; fields: EntryFields };

export const listTemplates = async (database: Database, { ars, id }: Organisation): Promise<Template[]> =>
  (
    await sql<Template>`
      select id, name, fields from offers.entry_template
      where ars = ${ars} and organisation_id = ${id} order by lower(name), id`.execute(database)
  ).rows;

/** A template of the same name is replaced. */
export const saveTemplate = async (
  database: Database,
  { ars, id }: Organisation,
  template: Template,
  at: Date,
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into offers.entry_template (ars, organisation_id, id, name, fields, created_at)
    values (${ars}, ${id}, ${template.id}, ${template.name}, ${JSON.stringify(template.fields)}::jsonb, ${at})
    on conflict (ars, organisation_id, name) do update set fields = excluded.fields
    returning id`.execute(database);
  return rows[0]?.id ?? template.id;
};

export const deleteTemplate = async (
  database: Database,
  { ars, id }: Organisation,
  templateId: string,
): Promise<boolean> =>
  Number(
    (
      await sql`
        delete from offers.entry_template
        where ars = ${ars} and organisation_id = ${id} and id = ${templateId}`.execute(database)
    ).numAffectedRows,
  ) > 0;
