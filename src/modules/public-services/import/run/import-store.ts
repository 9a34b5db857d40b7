import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { Rejection } from '../../catalogue/public-service.ts';
import type { RecordKind } from '../reading.ts';
import type { CatalogueCounts, CatalogueSource } from './source.ts';

type Key = Pick<CatalogueSource, 'ars' | 'id'>;

const TABLES: Record<RecordKind, ReturnType<typeof sql.table>> = {
  service: sql.table('public_services.public_service'),
  authority: sql.table('public_services.competent_authority'),
  responsibility: sql.table('public_services.responsibility'),
};
const KINDS = Object.keys(TABLES) as RecordKind[];
const MOST_REJECTIONS_KEPT = 10_000;

/** One reading of a source at a time: a second one waits here. To be called in the reading's transaction. */
export const lockSource = async (database: Database, { ars, id }: Key): Promise<boolean> => {
  // The limits for statements are made for people who wait; a nationwide file takes longer.
  await sql`set local statement_timeout = '1h'`.execute(database);
  const found = await sql`
    select 1 from public_services.source where ars = ${ars} and id = ${id} for update`.execute(database);
  return found.rows.length === 1;
};

export const saveCatalogueSource = async (database: Database, source: CatalogueSource): Promise<void> => {
  await sql`
    insert into public_services.source (ars, id, name, format, licence, attribution, demonstration)
    values (${source.ars}, ${source.id}, ${source.name}, ${source.format}, ${source.licence ?? null},
      ${source.attribution}, ${source.demonstration})
    on conflict (ars, id) do update set name = excluded.name, format = excluded.format, licence = excluded.licence,
      attribution = excluded.attribution, demonstration = excluded.demonstration`.execute(database);
};

export const findContentHash = async (database: Database, { ars, id }: Key): Promise<string | undefined> =>
  (
    await sql<{ content_hash: string | null }>`
      select content_hash from public_services.source where ars = ${ars} and id = ${id}`.execute(database)
  ).rows[0]?.content_hash ?? undefined;

export const markSourceRead = async (
  database: Database,
  { ars, id }: Key,
  at: Date,
  contentHash: string | undefined,
): Promise<void> => {
  await sql`
    update public_services.source set read_at = ${at}, content_hash = ${contentHash ?? null}
    where ars = ${ars} and id = ${id}`.execute(database);
};

type ListedSource = Omit<CatalogueSource, 'format' | 'licence'> & { licence: string | null };

/** Who is named on the page of sources: everybody of whom something is shown. */
export const listCatalogueSources = async (database: Database): Promise<ListedSource[]> =>
  (
    await sql<ListedSource>`
      select ars, id, name, attribution, licence, demonstration from public_services.source
      where read_at is not null order by name, ars, id`.execute(database)
  ).rows;

export type CatalogueRun = {
  runId: string;
  startedAt: Date;
  finishedAt: Date;
  outcome: 'done' | 'failed';
  counts?: CatalogueCounts;
  rejected?: Rejection[];
  failure?: string;
};

export const saveRun = async (database: Database, { ars, id }: Key, run: CatalogueRun): Promise<void> => {
  const rejected = JSON.stringify((run.rejected ?? []).slice(0, MOST_REJECTIONS_KEPT));
  await sql`
    insert into public_services.import_run (ars, id, source_id, started_at, finished_at, outcome, counts, rejected, failure)
    select ${ars}, ${run.runId}::uuid, ${id}, ${run.startedAt}::timestamptz, ${run.finishedAt}::timestamptz, ${run.outcome},
      ${JSON.stringify(run.counts ?? {})}::jsonb, ${rejected}::jsonb, ${run.failure ?? null}
    where exists (select from public_services.source where ars = ${ars} and id = ${id})`.execute(database);
};

export type KnownRecord = { foreign_id: string; id: string; content_hash: string; is_withdrawn: boolean };

export const listKnown = async (
  database: Database,
  { ars, id }: Key,
  kind: RecordKind,
  foreignIds: string[],
): Promise<KnownRecord[]> =>
  (
    await sql<KnownRecord>`
      select foreign_id, id, content_hash, withdrawn_at is not null as is_withdrawn from ${TABLES[kind]}
      where ars = ${ars} and source_id = ${id} and foreign_id = any(${foreignIds}::text[])`.execute(database)
  ).rows;

export type ReadingOfNow = { runId: string; at: Date };

export type RecordRow = {
  foreign_id: string;
  id: string;
  facts: unknown;
  content_hash: string;
  search_name?: string;
  search_words?: string;
  search_body?: string;
  areas?: string[];
  acting_ars?: string | undefined;
};

/** What each kind has beyond what all have, with its type. */
const OWN_COLUMNS: Record<RecordKind, [name: string, type: string][]> = {
  service: [
    ['search_name', 'text'],
    ['search_words', 'text'],
    ['search_body', 'text'],
  ],
  authority: [],
  responsibility: [
    ['areas', 'text[]'],
    ['acting_ars', 'text'],
  ],
};

export const saveRecords = async (
  database: Database,
  { ars, id }: Key,
  kind: RecordKind,
  rows: RecordRow[],
  { runId, at }: ReadingOfNow,
): Promise<void> => {
  if (rows.length === 0) return;
  const own = OWN_COLUMNS[kind];
  const names = sql.raw(own.map(([name]) => `, ${name}`).join(''));
  const read = sql.raw(own.map(([name]) => `, r.${name}`).join(''));
  const types = sql.raw(own.map(([name, type]) => `, ${name} ${type}`).join(''));
  const updates = sql.raw(own.map(([name]) => `, ${name} = excluded.${name}`).join(''));
  await sql`
    insert into ${TABLES[kind]} (ars, source_id, foreign_id, id, facts, content_hash, run_id, read_at, changed_at${names})
    select ${ars}, ${id}, r.foreign_id, r.id, r.facts, r.content_hash, ${runId}::uuid, ${at}::timestamptz, ${at}::timestamptz${read}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(foreign_id text, id uuid, facts jsonb, content_hash text${types})
    on conflict (ars, source_id, foreign_id) do update set facts = excluded.facts,
      content_hash = excluded.content_hash, run_id = excluded.run_id, read_at = excluded.read_at, changed_at = excluded.changed_at,
      withdrawn_at = null${updates}`.execute(database);
};

/** What did not change was nevertheless read: the page shows how old a fact is. */
export const markSeen = async (
  database: Database,
  { ars, id }: Key,
  kind: RecordKind,
  foreignIds: string[],
  { runId, at }: ReadingOfNow,
): Promise<void> => {
  if (foreignIds.length === 0) return;
  await sql`
    update ${TABLES[kind]} set run_id = ${runId}, read_at = ${at}
    where ars = ${ars} and source_id = ${id} and foreign_id = any(${foreignIds}::text[])`.execute(database);
};

export const withdrawRecords = async (
  database: Database,
  { ars, id }: Key,
  kind: RecordKind,
  foreignIds: string[],
  at: Date,
): Promise<number> =>
  Number(
    (
      await sql`
        update ${TABLES[kind]} set withdrawn_at = ${at}, changed_at = ${at}
        where ars = ${ars} and source_id = ${id} and foreign_id = any(${foreignIds}::text[]) and withdrawn_at is null`.execute(
        database,
      )
    ).numAffectedRows ?? 0,
  );

/** Records that this reading has not shown have vanished at the source. */
export const withdrawUnseen = async (
  database: Database,
  { ars, id }: Key,
  { runId, at }: ReadingOfNow,
): Promise<number> => {
  let withdrawn = 0;
  for (const kind of KINDS) {
    const gone = await sql`
      update ${TABLES[kind]} set withdrawn_at = ${at}, changed_at = ${at}
      where ars = ${ars} and source_id = ${id} and run_id <> ${runId} and withdrawn_at is null`.execute(
      database,
    );
    withdrawn += Number(gone.numAffectedRows ?? 0);
  }
  return withdrawn;
};
