import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Rejection } from './parking-site.ts';

/** A source as its editor sees it: what its last reading brought. */
export type SourceState = {
  id: string;
  name: string;
  format: string;
  url: string | null;
  licence: string | null;
  tried_at: Date | null;
  failure: string | null;
  sites: number;
  counted: number;
  rejected: Rejection[];
};

const MOST_REJECTIONS_SHOWN = 20;

export const listSourceStates = async (database: Database, ars: string): Promise<SourceState[]> =>
  (
    await sql<SourceState>`
      select s.id, s.name, s.format, s.url, s.licence, s.tried_at, s.failure,
        (select count(*)::integer from parking.site o where o.source_ars = s.ars and o.source_id = s.id
          and o.withdrawn_at is null) as sites,
        (select count(*)::integer from parking.site o where o.source_ars = s.ars and o.source_id = s.id
          and o.withdrawn_at is null and o.free is not null) as counted,
        (select coalesce(jsonb_agg(r), '[]') from (
          select r from jsonb_array_elements(s.rejected) as r limit ${MOST_REJECTIONS_SHOWN}) as shown) as rejected
      from parking.source s where s.ars = ${ars} order by s.name, s.id limit 200`.execute(database)
  ).rows;

export type PublishedSource = {
  ars: string;
  id: string;
  name: string;
  attribution: string;
  licence: string | null;
  demonstration: boolean;
};

/** All whose sites are shown here, whoever hands them on: for the page of sources. */
export const listParkingSources = async (database: Database): Promise<PublishedSource[]> =>
  (
    await sql<PublishedSource>`
      select ars, id, name, attribution, licence, demonstration from parking.source
      where read_at is not null order by name, ars, id limit 5000`.execute(database)
  ).rows;

/** Its sites and their history go along. */
export const deleteSource = async (
  database: Database,
  { ars, id }: { ars: string; id: string },
): Promise<boolean> => {
  await sql`delete from parking.site where source_ars = ${ars} and source_id = ${id}`.execute(database);
  const { numAffectedRows = 0n } = await sql`
    delete from parking.source where ars = ${ars} and id = ${id}`.execute(database);
  return numAffectedRows > 0n;
};
