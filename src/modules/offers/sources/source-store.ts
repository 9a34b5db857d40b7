import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { ImportCounts, Source } from '../import/run/source.ts';
import type { Rejection } from '../offer.ts';

type RunOutcome = 'running' | 'done' | 'unchanged' | 'failed';

export type SubscribedSource = {
  id: string;
  name: string;
  format: string;
  url: string | null;
  read_at: Date | null;
  /** Offers that it shows now. */ offers: number;
  started_at: Date | null;
  outcome: RunOutcome | null;
  counts: Partial<ImportCounts> | null;
  /** The first few; a run may have ten thousand. */ rejected: Rejection[] | null;
  failure: string | null;
};

const MOST_REJECTED_SHOWN = 20;

/** Sources of a publisher that are read from somewhere, or were and still show something, with their last run. */
export const listSubscribedSources = async (database: Database, ars: string): Promise<SubscribedSource[]> =>
  (
    await sql<SubscribedSource>`
      select s.id, s.name, s.format, s.url, s.read_at, r.started_at, r.outcome, r.counts,
        jsonb_path_query_array(r.rejected, ${`$[0 to ${MOST_REJECTED_SHOWN - 1}]`}::jsonpath) as rejected, r.failure,
        (select count(*) from offers.sighting g
          where g.source_ars = s.ars and g.source_id = s.id and g.vanished_at is null) as offers
      from offers.source s
      left join lateral (select * from offers.import_run i where i.ars = s.ars and i.source_id = s.id
        order by i.started_at desc, i.id desc limit 1) r on true
      where s.ars = ${ars} and s.format <> 'desk'
        and (s.url is not null or exists (select from offers.sighting g
          where g.source_ars = s.ars and g.source_id = s.id and g.vanished_at is null))
      order by s.name, s.id`.execute(database)
  ).rows;

type SourceRow = {
  ars: string;
  id: string;
  name: string;
  format: string;
  url: string | null;
  licence: string | null;
  attribution: string;
  settings: unknown;
  demonstration: boolean;
};

const sourceOf = ({ url, licence, ...row }: SourceRow): Source => ({
  ...row,
  ...(url === null ? {} : { url }),
  ...(licence === null ? {} : { licence }),
});

export const findSource = async (
  database: Database,
  ars: string,
  id: string,
): Promise<Source | undefined> => {
  const { rows } = await sql<SourceRow>`
    select ars, id, name, format, url, licence, attribution, settings, demonstration from offers.source
    where ars = ${ars} and id = ${id}`.execute(database);
  return rows[0] && sourceOf(rows[0]);
};

/** Sources of all publishers that are to be read again and again. */
export const listSourcesToRead = async (database: Database): Promise<{ ars: string; id: string }[]> =>
  (
    await sql<{ ars: string; id: string }>`
      select ars, id from offers.source where url is not null order by ars, id`.execute(database)
  ).rows;

export const countSources = async (database: Database, ars: string): Promise<number> =>
  (
    await sql<{ sources: number }>`
      select count(*) as sources from offers.source where ars = ${ars} and url is not null`.execute(database)
  ).rows[0]?.sources ?? 0;

/** What was read stays known under its address, so that subscribing anew brings the same offers back. */
export const forgetAddress = async (database: Database, ars: string, id: string): Promise<void> => {
  await sql`
    update offers.source set url = null, etag = null, last_modified = null, content_hash = null
    where ars = ${ars} and id = ${id}`.execute(database);
};
