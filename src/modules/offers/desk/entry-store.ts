import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Entry, EntryFields, EntryKey } from './entry.ts';

export type Organisation = { ars: string; id: string };

export type EntryRow = {
  ars: string;
  organisation_id: string;
  id: string;
  reference: string | null;
  fields: EntryFields;
  version: number;
  publish_at: Date | null;
  expires_at: Date | null;
  published_fields: EntryFields | null;
  published_at: Date | null;
  offer_id: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: 'person' | 'expiry' | null;
  review_on: Day | null;
  checked_at: Date | null;
  owner: string | null;
  sheet_id: string | null;
  created_at: Date;
  changed_at: Date;
};

export const ENTRY_COLUMNS = sql.raw(
  [
    'ars organisation_id id reference fields version publish_at expires_at published_fields published_at offer_id',
    'withdrawn_at withdrawn_by checked_at owner sheet_id created_at changed_at',
  ]
    .join(' ')
    .split(' ')
    .map((column) => `e.${column}`)
    .concat('e.review_on::text as review_on')
    .join(', '),
);

export const entryOf = (row: EntryRow): Entry => ({
  ars: row.ars,
  organisationId: row.organisation_id,
  id: row.id,
  reference: row.reference,
  fields: row.fields,
  version: row.version,
  publishAt: row.publish_at,
  expiresAt: row.expires_at,
  publishedFields: row.published_fields,
  publishedAt: row.published_at,
  offerId: row.offer_id,
  withdrawnAt: row.withdrawn_at,
  withdrawnBy: row.withdrawn_by,
  reviewOn: row.review_on,
  checkedAt: row.checked_at,
  owner: row.owner,
  sheetId: row.sheet_id,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});

/** What is new or different of an entry; several are written in one statement. */
export type NewEntry = {
  id: string;
  reference: string | null;
  fields: EntryFields;
  owner: string;
  sheetId: string | null;
};

export const insertEntries = async (
  database: Database,
  { ars, id }: Organisation,
  entries: NewEntry[],
  at: Date,
): Promise<void> => {
  const json = JSON.stringify(entries.map(({ sheetId, ...entry }) => ({ ...entry, sheet_id: sheetId })));
  await sql`
    insert into offers.entry (ars, organisation_id, id, reference, fields, owner, sheet_id, created_at, changed_at)
    select ${ars}, ${id}, r.id, r.reference, r.fields, r.owner, r.sheet_id, ${at}, ${at}
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, reference text, fields jsonb, owner uuid, sheet_id uuid)`.execute(
    database,
  );
};

export const updateFields = async (
  database: Database,
  { ars, id }: Organisation,
  entries: { id: string; fields: EntryFields; sheetId?: string }[],
  at: Date,
): Promise<void> => {
  const json = JSON.stringify(entries.map(({ sheetId, ...entry }) => ({ ...entry, sheet_id: sheetId })));
  await sql`
    update offers.entry e set fields = r.fields, version = e.version + 1, changed_at = ${at},
      sheet_id = coalesce(r.sheet_id, e.sheet_id)
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, fields jsonb, sheet_id uuid)
    where e.ars = ${ars} and e.organisation_id = ${id} and e.id = r.id`.execute(database);
};

/** Entries of one organisation by their ids; `isLocked` holds them until the transaction ends. */
export const listEntriesById = async (
  database: Database,
  { ars, id }: Organisation,
  ids: string[],
  isLocked = false,
): Promise<Entry[]> =>
  (
    await sql<EntryRow>`
      select ${ENTRY_COLUMNS} from offers.entry e
      where e.ars = ${ars} and e.organisation_id = ${id} and e.id = any(${ids}::uuid[])
      order by e.id ${isLocked ? sql`for update` : sql``}`.execute(database)
  ).rows.map(entryOf);

export const findEntry = async (
  database: Database,
  organisation: Organisation,
  id: string,
  isLocked = false,
): Promise<Entry | undefined> => (await listEntriesById(database, organisation, [id], isLocked))[0];

type Stamps = {
  publish_at: Date | null;
  expires_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: 'person' | 'expiry' | null;
  review_on: Day | null;
  checked_at: Date;
  owner: string;
};

/** Sets single stamps of an entry. */
export const stampEntry = async (
  database: Database,
  { ars, id }: EntryKey,
  stamps: Partial<Stamps>,
): Promise<void> => {
  const parts = Object.entries(stamps).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update offers.entry set ${sql.join(parts)} where ars = ${ars} and id = ${id}`.execute(database);
};

export type PublishedEntry = {
  id: string;
  offerArs: string;
  offerId: string;
  fields: EntryFields;
  reviewOn: Day;
};

/** Says of entries that the public sees them as they are now. */
export const markPublished = async (
  database: Database,
  ars: string,
  entries: PublishedEntry[],
  at: Date,
): Promise<void> => {
  const json = JSON.stringify(
    entries.map(({ id, offerArs, offerId, fields, reviewOn }) => ({
      id,
      fields,
      offer_ars: offerArs,
      offer_id: offerId,
      review_on: reviewOn,
    })),
  );
  await sql`
    update offers.entry e set published_fields = r.fields, published_at = ${at}, offer_ars = r.offer_ars,
      offer_id = r.offer_id, review_on = r.review_on, checked_at = ${at}, publish_at = null, withdrawn_at = null,
      withdrawn_by = null, expires_at = case when e.expires_at > ${at} then e.expires_at end
    from jsonb_to_recordset(${json}::jsonb)
      as r(id uuid, fields jsonb, offer_ars text, offer_id uuid, review_on date)
    where e.ars = ${ars} and e.id = r.id`.execute(database);
};

export const deleteEntry = async (database: Database, { ars, id }: EntryKey): Promise<void> => {
  await sql`delete from offers.entry where ars = ${ars} and id = ${id} and published_at is null`.execute(
    database,
  );
};
