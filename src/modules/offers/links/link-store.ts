import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { PublisherScope } from '../desk/publisher-scope.ts';
import type { LinkCheck } from './link-check.ts';

type Row = {
  url: string;
  checked_at: Date;
  next_at: Date;
  failures: number;
  failed_since: Date | null;
  reason: string | null;
};

const checkOf = (row: Row): LinkCheck => ({
  url: row.url,
  checkedAt: row.checked_at,
  nextAt: row.next_at,
  failures: row.failures,
  failedSince: row.failed_since,
  reason: row.reason,
});

/** Municipalities (associations …) where somebody works who could mend a link, and that publish something. */
export const listPublishersWithPeople = async (database: Database): Promise<string[]> =>
  (
    await sql<{ ars: string }>`
      select distinct s.ars from offers.source s join accounts.role r on r.ars = s.ars order by s.ars`.execute(
      database,
    )
  ).rows.map(({ ars }) => ars);

/** Links of what the sources of one publisher show now, with the source and the foreign id that bring them. */
const uses = (ars: string) => sql`
  select l ->> 'url' as url, s.source_id, s.foreign_id, o.name, o.id as offer_id
  from offers.sighting s
  join offers.offer o on o.ars = s.ars and o.id = s.offer_id and o.withdrawn_at is null
  cross join jsonb_array_elements(o.links) l
  where s.source_ars = ${ars} and s.vanished_at is null and not o.demonstration`;

/** Links that nobody has looked at yet, or not for long enough, the longest waiting first. */
export const listDueLinks = async (
  database: Database,
  ars: string,
  now: Date,
  limit: number,
): Promise<{ url: string; known: LinkCheck | undefined }[]> => {
  const found = await sql<Row & { asked: string }>`
    select u.url as asked, c.* from (select distinct url from (${uses(ars)}) all_uses) u
    left join offers.link_check c on c.ars = ${ars} and c.url = u.url
    where c.next_at is null or c.next_at <= ${now}
    order by c.next_at nulls first, u.url limit ${limit}`.execute(database);
  return found.rows.map((row) => ({
    url: row.asked,
    known: (row as { url: string | null }).url === null ? undefined : checkOf(row),
  }));
};

export const saveLinkCheck = async (database: Database, ars: string, check: LinkCheck): Promise<void> => {
  const { url, checkedAt, nextAt, failures, failedSince, reason } = check;
  await sql`
    insert into offers.link_check (ars, url, checked_at, next_at, failures, failed_since, reason)
    values (${ars}, ${url}, ${checkedAt}, ${nextAt}, ${failures}, ${failedSince}, ${reason})
    on conflict (ars, url) do update set checked_at = excluded.checked_at, next_at = excluded.next_at,
      failures = excluded.failures, failed_since = excluded.failed_since, reason = excluded.reason`.execute(
    database,
  );
};

export type LinkUse = LinkCheck & {
  name: string;
  offerId: string;
  /** The own entry that carries it; null where a subscribed source does. */ entryId: string | null;
  sourceId: string;
};

type UseRow = Row & { name: string; offer_id: string; source_id: string; foreign_id: string };

/** Links that failed last time, of all sources of the publisher or of one alone, the longest failing first. */
export const listFailedLinks = async (
  database: Database,
  { ars, deskSourceId, isUnit }: PublisherScope,
  limit: number,
): Promise<LinkUse[]> =>
  (
    await sql<UseRow>`
      select c.*, u.name, u.offer_id, u.source_id, u.foreign_id
      from (${uses(ars)}) u join offers.link_check c on c.ars = ${ars} and c.url = u.url
      where c.failures > 0
        and (u.source_id = ${deskSourceId} or (${isUnit} and u.source_id not like 'rathaus-%'))
      order by c.failed_since, c.url, u.name limit ${limit}`.execute(database)
  ).rows.map((row) => ({
    ...checkOf(row),
    name: row.name,
    offerId: row.offer_id,
    entryId: row.source_id === deskSourceId ? row.foreign_id : null,
    sourceId: row.source_id,
  }));

/** Forgets links that no offer carries any more. */
export const forgetUnusedLinks = async (database: Database, ars: string): Promise<void> => {
  await sql`
    delete from offers.link_check c where c.ars = ${ars}
      and not exists (select from (${uses(ars)}) u where u.url = c.url)`.execute(database);
};
