import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Finding } from './coverage-store.ts';

export type DueLink = { ars: string; url: string; failures: number };

// Links of what is shown; those of invented examples lead nowhere on purpose.
const LINKS = sql`
  select distinct t.ars, link.url from (
    select ars, source_id, url from public_services.public_service, lateral (
      select one ->> 'url' as url from jsonb_array_elements(facts -> 'forms') one
      union select one ->> 'url' from jsonb_array_elements(facts -> 'channels') one where one ->> 'kind' = 'online') own
    where withdrawn_at is null
    union all
    select ars, source_id, facts ->> 'web' from public_services.competent_authority
    where withdrawn_at is null and facts ? 'web') t
  join public_services.source s on s.ars = t.ars and s.id = t.source_id and not s.demonstration
  cross join lateral (select t.url) link
  where link.url like 'http%'`;

export const listDueLinks = async (database: Database, now: Date, limit: number): Promise<DueLink[]> =>
  (
    await sql<DueLink>`
      select l.ars, l.url, coalesce(c.failures, 0) as failures from (${LINKS}) l
      left join public_services.link_check c on c.ars = l.ars and c.url = l.url
      where c.next_at is null or c.next_at <= ${now}
      order by c.next_at nulls first, l.ars, l.url limit ${limit}`.execute(database)
  ).rows;

export const saveLinkCheck = async (
  database: Database,
  { ars, url, failures }: DueLink,
  checkedAt: Date,
  nextAt: Date,
): Promise<void> => {
  await sql`
    insert into public_services.link_check (ars, url, checked_at, next_at, failures)
    values (${ars}, ${url}, ${checkedAt}, ${nextAt}, ${failures})
    on conflict (ars, url) do update set checked_at = excluded.checked_at, next_at = excluded.next_at,
      failures = excluded.failures`.execute(database);
};

/** What no text names any more needs no look; what failed on so many days is told. */
export const listDeadLinks = async (database: Database, leastFailures: number): Promise<Finding[]> => {
  await sql`
    delete from public_services.link_check c where not exists (
      select from (${LINKS}) l where l.ars = c.ars and l.url = c.url)`.execute(database);
  return (
    await sql<Finding>`
      select ars, url as service_key, 'dead-link' as kind from public_services.link_check
      where failures >= ${leastFailures} order by ars, url`.execute(database)
  ).rows;
};
