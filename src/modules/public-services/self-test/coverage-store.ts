import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { FindingKind } from './judge-area.ts';

/** The federal keys that are played: those with the most rules first, keys that only have a text last. */
export const listPlayedKeys = async (database: Database, most: number): Promise<string[]> =>
  (
    await sql<{ key: string }>`
      select key, sum(rules) as rules from (
        select service_key as key, count(*) as rules from public_services.responsibility_key
        where service_key ~ '^99[0-9]{12}$' group by 1
        union all
        select distinct jsonb_array_elements_text(facts -> 'leikaKeys'), 0 from public_services.public_service
        where withdrawn_at is null) known
      group by key order by rules desc, key limit ${most}`.execute(database)
  ).rows.map(({ key }) => key);

/** What a federal key is called: by the text for the whole country, else by any. */
export const nameKeys = async (database: Database, keys: readonly string[]): Promise<Map<string, string>> => {
  const found = await sql<{ key: string; name: string }>`
    select distinct on (key) key, s.name from unnest(${keys}::text[]) key
    join public_services.public_service s on s.facts -> 'leikaKeys' ? key and s.withdrawn_at is null
    order by key, (s.facts ->> 'reach') = 'country' desc, s.name`.execute(database);
  return new Map(found.rows.map(({ key, name }) => [key, name]));
};

export type CoverageRow = {
  ars: string;
  services: number;
  answered: number;
  asked: number;
  gaps: number;
  expired: number;
  contradictions: number;
};

const BATCH = 5_000;

/** To be called in a transaction: either the whole country is as found today, or as before. */
export const saveCoverage = async (database: Database, rows: CoverageRow[], at: Date): Promise<void> => {
  await sql`delete from public_services.coverage`.execute(database);
  for (let from = 0; from < rows.length; from += BATCH)
    await sql`
      insert into public_services.coverage (ars, checked_at, services, answered, asked, gaps, expired, contradictions)
      select r.ars, ${at}::timestamptz, r.services, r.answered, r.asked, r.gaps, r.expired, r.contradictions
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + BATCH))}::jsonb) as r(ars text, services integer,
        answered integer, asked integer, gaps integer, expired integer, contradictions integer)`.execute(
      database,
    );
};

export type Finding = { ars: string; service_key: string; kind: FindingKind };

/** What is not found any more is gone; what was known already keeps when it was told. */
export const saveFindings = async (database: Database, findings: Finding[], at: Date): Promise<void> => {
  const json = JSON.stringify(findings);
  await sql`
    delete from public_services.coverage_finding f where not exists (
      select from jsonb_to_recordset(${json}::jsonb) as r(ars text, service_key text, kind text)
      where r.ars = f.ars and r.service_key = f.service_key and r.kind = f.kind)`.execute(database);
  await sql`
    insert into public_services.coverage_finding (ars, service_key, kind, found_at)
    select r.ars, r.service_key, r.kind, ${at}::timestamptz
    from jsonb_to_recordset(${json}::jsonb) as r(ars text, service_key text, kind text)
    on conflict do nothing`.execute(database);
};

export const listUntold = async (database: Database): Promise<Finding[]> =>
  (
    await sql<Finding>`
      select ars, service_key, kind from public_services.coverage_finding
      where told_at is null order by ars, service_key, kind`.execute(database)
  ).rows;

export const markTold = async (database: Database, ars: string, at: Date): Promise<void> => {
  await sql`
    update public_services.coverage_finding set told_at = ${at} where ars = ${ars} and told_at is null`.execute(
    database,
  );
};

export const listFindings = async (database: Database, units: readonly string[]): Promise<Finding[]> =>
  (
    await sql<Finding>`
      select ars, service_key, kind from public_services.coverage_finding
      where ars = any(${units}::text[]) order by ars, service_key, kind`.execute(database)
  ).rows;

export type CoverageSum = CoverageRow & { areas: number; areas_answered: number; checked_at: Date | null };

/** Sums of a unit of any level; an empty key is the country. An area counts once most of its services are answered. */
export const sumCoverage = async (database: Database, ars: string): Promise<CoverageSum> => {
  const found = await sql<CoverageSum>`
    select ${ars} as ars, count(*) as areas, max(checked_at) as checked_at,
      count(*) filter (where services > 0 and 2 * (answered + asked) >= services) as areas_answered,
      coalesce(sum(services), 0) as services, coalesce(sum(answered), 0) as answered, coalesce(sum(asked), 0) as asked,
      coalesce(sum(gaps), 0) as gaps, coalesce(sum(expired), 0) as expired,
      coalesce(sum(contradictions), 0) as contradictions
    from public_services.coverage where starts_with(ars, ${ars})`.execute(database);
  const [sum] = found.rows;
  if (!sum) throw new Error('A sum without a row.');
  return sum;
};
