import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Rejection } from '../../offer.ts';
import type { Sighting } from './plan-import.ts';
import type { ImportCounts, Revision, Source } from './source.ts';

const FILLS = 'fills:';
const MOST_REJECTIONS_KEPT = 10_000;

/** One import of a source at a time: a second one waits here. To be called in the import's transaction. */
export const lockSource = async (database: Database, source: Source): Promise<boolean> => {
  // The limit for statements is made for people who wait; a million rows take longer.
  await sql`set local statement_timeout = '1h'`.execute(database);
  const found =
    await sql`select 1 from offers.source where ars = ${source.ars} and id = ${source.id} for update`.execute(
      database,
    );
  return found.rows.length === 1;
};

export const saveSource = async (database: Database, source: Source): Promise<void> => {
  const settings = JSON.stringify(source.settings ?? {});
  await sql`
    insert into offers.source (ars, id, name, format, url, licence, attribution, settings, demonstration)
    values (${source.ars}, ${source.id}, ${source.name}, ${source.format}, ${source.url ?? null},
      ${source.licence ?? null}, ${source.attribution}, ${settings}::jsonb, ${source.demonstration})
    on conflict (ars, id) do update set name = excluded.name, format = excluded.format, url = excluded.url,
      licence = excluded.licence, attribution = excluded.attribution, settings = excluded.settings,
      demonstration = excluded.demonstration`.execute(database);
};

export const findRevision = async (database: Database, source: Source): Promise<Revision | undefined> => {
  const found = await sql<{ etag: string | null; last_modified: string | null; content_hash: string | null }>`
    select etag, last_modified, content_hash from offers.source where ars = ${source.ars} and id = ${source.id}`.execute(
    database,
  );
  const [row] = found.rows;
  if (!row || row.content_hash === null) return undefined;
  return {
    contentHash: row.content_hash,
    ...(row.etag === null ? {} : { etag: row.etag }),
    ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
  };
};

export const saveRevision = async (database: Database, source: Source, revision: Revision): Promise<void> => {
  await sql`
    update offers.source set etag = ${revision.etag ?? null}, last_modified = ${revision.lastModified ?? null},
      content_hash = ${revision.contentHash}
    where ars = ${source.ars} and id = ${source.id}`.execute(database);
};

type Run = {
  runId: string;
  startedAt: Date;
  finishedAt: Date;
  outcome: 'done' | 'unchanged' | 'failed';
  counts?: ImportCounts;
  rejected?: Rejection[];
  failure?: string;
};

export const saveRun = async (database: Database, source: Source, run: Run): Promise<void> => {
  const rejected = JSON.stringify((run.rejected ?? []).slice(0, MOST_REJECTIONS_KEPT));
  await sql`
    insert into offers.import_run (ars, id, source_id, started_at, finished_at, outcome, counts, rejected, failure)
    values (${source.ars}, ${run.runId}, ${source.id}, ${run.startedAt}, ${run.finishedAt}, ${run.outcome},
      ${JSON.stringify(run.counts ?? {})}::jsonb, ${rejected}::jsonb, ${run.failure ?? null})`.execute(
    database,
  );
};

/** Everything that the source ever showed, vanished records included; or of it the records with these ids. */
export const listSightings = async (
  database: Database,
  source: Pick<Source, 'ars' | 'id'>,
  foreignIds?: string[],
): Promise<Sighting[]> => {
  const isAsked = foreignIds === undefined ? sql`true` : sql`s.foreign_id = any(${foreignIds}::text[])`;
  const found = await sql<{
    ars: string;
    foreign_id: string;
    offer_id: string;
    content_hash: string;
    vanished: boolean;
    leaderless: boolean;
  }>`
    select s.ars, s.foreign_id, s.offer_id, s.content_hash, s.vanished_at is not null as vanished,
      s.content_hash like 'fills:%' and not exists (
        select from offers.sighting l where l.ars = s.ars and l.offer_id = s.offer_id
          and l.vanished_at is null and l.content_hash not like 'fills:%') as leaderless
    from offers.sighting s
    where s.source_ars = ${source.ars} and s.source_id = ${source.id} and ${isAsked}`.execute(database);
  return found.rows.map((row) => ({
    ars: row.ars,
    foreignId: row.foreign_id,
    offerId: row.offer_id,
    hash: row.content_hash.replace(FILLS, ''),
    vanished: row.vanished,
    fills: row.content_hash.startsWith(FILLS),
    leaderless: row.leaderless,
  }));
};

export type SightingRow = {
  ars: string;
  foreignId: string;
  offerId: string;
  hash: string;
  url?: string;
  fills: boolean;
};

export const saveSightings = async (
  database: Database,
  source: Source,
  rows: SightingRow[],
  readAt: Date,
): Promise<void> => {
  const json = JSON.stringify(
    rows.map(({ ars, foreignId, offerId, hash, url, fills }) => ({
      ars,
      url,
      foreign_id: foreignId,
      offer_id: offerId,
      content_hash: fills ? FILLS + hash : hash,
    })),
  );
  await sql`
    insert into offers.sighting (ars, source_ars, source_id, foreign_id, offer_id, content_hash, url, read_at)
    select r.ars, ${source.ars}, ${source.id}, r.foreign_id, r.offer_id, r.content_hash, r.url, ${readAt}
    from jsonb_to_recordset(${json}::jsonb)
      as r(ars text, foreign_id text, offer_id uuid, content_hash text, url text)
    on conflict (ars, source_ars, source_id, foreign_id) do update set offer_id = excluded.offer_id,
      content_hash = excluded.content_hash, url = excluded.url, read_at = excluded.read_at, vanished_at = null`.execute(
    database,
  );
};

/** @returns how many sightings are gone; their offers are withdrawn unless another source still shows them. */
export const vanishSightings = async (
  database: Database,
  source: Source,
  gone: Sighting[],
  at: Date,
): Promise<void> => {
  const keys = JSON.stringify(
    gone.map(({ ars, foreignId, offerId }) => ({ ars, foreign_id: foreignId, offer_id: offerId })),
  );
  await sql`
    update offers.sighting s set vanished_at = ${at}, read_at = greatest(s.read_at, q.read_at)
    from jsonb_to_recordset(${keys}::jsonb) as r(ars text, foreign_id text), offers.source q
    where q.ars = ${source.ars} and q.id = ${source.id} and s.ars = r.ars and s.source_ars = ${source.ars} and s.source_id = ${source.id} and s.foreign_id = r.foreign_id`.execute(
    database,
  );
  await sql`
    update offers.offer o set withdrawn_at = ${at}, changed_at = ${at}, read_at = greatest(o.read_at, q.read_at)
    from jsonb_to_recordset(${keys}::jsonb) as r(ars text, offer_id uuid), offers.source q
    where q.ars = ${source.ars} and q.id = ${source.id} and o.ars = r.ars and o.id = r.offer_id and o.withdrawn_at is null and not exists (
      select from offers.sighting s where s.ars = o.ars and s.offer_id = o.id and s.vanished_at is null)`.execute(
    database,
  );
  await sql`
    delete from offers.occurrence c using jsonb_to_recordset(${keys}::jsonb) as r(ars text, offer_id uuid)
    where c.ars = r.ars and c.offer_id = r.offer_id and exists (
      select from offers.offer o where o.ars = c.ars and o.id = c.offer_id and o.withdrawn_at is not null)`.execute(
    database,
  );
};

/** What did not change was nevertheless read: the page shows how old a fact is. */
export const markRead = async (database: Database, source: Source, at: Date): Promise<void> => {
  await sql`update offers.source set read_at = ${at} where ars = ${source.ars} and id = ${source.id}`.execute(
    database,
  );
};

/** Somebody looked at single records again and found them right: their age begins anew. */
export const markSeen = async (
  database: Database,
  source: Pick<Source, 'ars' | 'id'>,
  foreignIds: string[],
  at: Date,
): Promise<void> => {
  await sql`
    with seen as (
      update offers.sighting s set read_at = ${at}
      where s.source_ars = ${source.ars} and s.source_id = ${source.id} and s.vanished_at is null
        and s.foreign_id = any(${foreignIds}::text[])
      returning s.ars, s.offer_id)
    update offers.offer o set read_at = ${at} from seen
    where o.ars = seen.ars and o.id = seen.offer_id`.execute(database);
};
