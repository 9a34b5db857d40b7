import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { ParkingSource, Revision } from './source.ts';

type SourceRow = {
  ars: string;
  id: string;
  name: string;
  format: string;
  url: string | null;
  counts_for: string | null;
  licence: string | null;
  attribution: string;
  demonstration: boolean;
  etag: string | null;
  last_modified: string | null;
  content_hash: string | null;
};

/** A source as it stands, with how it looked when it was last read. */
export const findParkingSource = async (
  database: Database,
  ars: string,
  id: string,
): Promise<{ source: ParkingSource; revision?: Revision } | undefined> => {
  const { rows } = await sql<SourceRow>`
    select ars, id, name, format, url, counts_for, licence, attribution, demonstration, etag, last_modified, content_hash
    from parking.source where ars = ${ars} and id = ${id}`.execute(database);
  const [row] = rows;
  if (!row) return undefined;
  const { etag, last_modified: lastModified, content_hash: contentHash } = row;
  return {
    source: sourceOf(row),
    ...(contentHash !== null && {
      revision: {
        contentHash,
        ...(etag !== null && { etag }),
        ...(lastModified !== null && { lastModified }),
      },
    }),
  };
};

const sourceOf = (row: SourceRow): ParkingSource => ({
  ars: row.ars,
  id: row.id,
  name: row.name,
  format: row.format,
  attribution: row.attribution,
  demonstration: row.demonstration,
  ...(row.url !== null && { url: row.url }),
  ...(row.counts_for !== null && { countsFor: row.counts_for }),
  ...(row.licence !== null && { licence: row.licence }),
});

/**
 * Sources of all units that are due: those with counts at every look, the others once a day, as well as what could not be
 * read last time, once an hour.
 */
export const listSourcesDue = async (database: Database, now: Date): Promise<{ ars: string; id: string }[]> =>
  (
    await sql<{ ars: string; id: string }>`
      select ars, id from parking.source
      where url is not null and (has_counts and failure is null or tried_at is null
        or tried_at < ${now}::timestamptz - case when failure is null then interval '1 day' else interval '1 hour' end)
      order by ars, id`.execute(database)
  ).rows;

export type OpenSource = {
  ars: string;
  id: string;
  name: string;
  url: string | null;
  licence: string;
  attribution: string;
  read_at: Date | null;
  has_counts: boolean;
};

/** Sources whose licence lets everybody use what they say. */
export const listOpenSources = async (database: Database): Promise<OpenSource[]> =>
  (
    await sql<OpenSource>`
      select s.ars, s.id, s.name, s.url, s.licence, s.attribution, s.read_at, s.has_counts or exists (
          select from parking.source c where c.ars = s.ars and c.counts_for = s.id and c.has_counts) as has_counts
      from parking.source s
      where s.licence is not null and s.counts_for is null and not s.demonstration order by s.ars, s.id`.execute(
      database,
    )
  ).rows;
