import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { EntryKind, Parts } from './contract.ts';

/**
 * What everybody sees of an entry, across all municipalities. Of an account of a stopped project nothing of its origin
 * leaves the database: neither town nor organisation, and of its days the first of the month alone.
 */
export type PublicEntry = {
  id: string;
  kind: EntryKind;
  version: number;
  parts: Parts;
  published_at: Date;
  /** The last sign of life: of people, or of the thing behind it. */ confirmed_at: Date;
  demonstration: boolean;
  ars: string | null;
  organisation: string | null;
  source: string | null;
  /** How many municipalities plan or run it by this entry. */ reuses: number;
};

const isOpen = sql`e.kind <> 'stopped'`;
const openDay = (column: string) =>
  sql`case when ${isOpen} then ${sql.raw(column)} else date_trunc('month', ${sql.raw(column)}, 'Europe/Berlin') end`;

const COLUMNS = sql`e.id, e.kind, v.version, v.parts, ${openDay('v.published_at')} as published_at,
  ${openDay('greatest(coalesce(e.confirmed_at, v.published_at), l.told_at)')} as confirmed_at, e.demonstration,
  case when ${isOpen} then e.ars end as ars, case when ${isOpen} then o.name end as organisation,
  case when ${isOpen} then e.source end as source,
  (select count(*) from knowledge.reuse r where r.entry_id = e.id and r.state <> 'dropped')::integer as reuses`;

const FROM = sql`knowledge.entry e
  join knowledge.entry_version v on v.ars = e.ars and v.entry_id = e.id
  join accounts.organisation o on o.ars = e.ars and o.id = e.organisation_id
  left join knowledge.living l on l.ars = e.ars and l.entry_id = e.id and e.kind <> 'stopped'`;

/** One that points to another public entry is no item of its own; where that one is gone, it is one again. */
const STANDS_ALONE = sql`not exists (
  select from knowledge.entry_merge m join knowledge.entry c on c.id = m.chief_id and c.version is not null
  where m.ars = e.ars and m.entry_id = e.id and m.state = 'agreed')`;

/** A version of an entry that is public now: the present one, or an earlier one. */
export const findPublicEntry = async (
  database: Database,
  id: string,
  version?: number,
): Promise<PublicEntry | undefined> =>
  (
    await sql<PublicEntry>`
      select ${COLUMNS} from ${FROM}
      where e.id = ${id} and e.version is not null and v.version = coalesce(${version ?? null}::integer, e.version)`.execute(
      database,
    )
  ).rows[0];

/** Of these those that are public now, in their present version. */
export const listPublicEntriesOf = async (
  database: Database,
  ids: readonly string[],
): Promise<PublicEntry[]> =>
  (
    await sql<PublicEntry>`
      select ${COLUMNS} from ${FROM} where v.version = e.version and e.id = any(${ids}::uuid[])`.execute(
      database,
    )
  ).rows;

/** When an entry was taken back that once was public. */
export const findTakenBack = async (database: Database, id: string): Promise<Date | undefined> =>
  (
    await sql<{ taken_back_at: Date }>`
      select taken_back_at from knowledge.entry
      where id = ${id} and version is null and taken_back_at is not null`.execute(database)
  ).rows[0]?.taken_back_at;

/** The numbers of the versions of a public entry, the newest first. */
export const listVersions = async (database: Database, id: string): Promise<number[]> =>
  (
    await sql<{ version: number }>`
      select v.version from ${FROM} where e.id = ${id} and e.version is not null
      order by v.version desc limit 100`.execute(database)
  ).rows.map(({ version }) => version);

const MOST_ENTRIES = 20_000;

/** Everything public in its present version, the newest first. */
export const listPublicEntries = async (database: Database): Promise<PublicEntry[]> =>
  (
    await sql<PublicEntry>`
      select ${COLUMNS} from ${FROM} where v.version = e.version and ${STANDS_ALONE}
      order by published_at desc, e.id limit ${MOST_ENTRIES}`.execute(database)
  ).rows;

/** Every version of what is public now, the newest first: what came when. */
export const listPublicVersions = async (database: Database): Promise<PublicEntry[]> =>
  (
    await sql<PublicEntry>`
      select ${COLUMNS} from ${FROM} where e.version is not null and ${STANDS_ALONE}
      order by published_at desc, e.id, v.version desc limit ${MOST_ENTRIES}`.execute(database)
  ).rows;
