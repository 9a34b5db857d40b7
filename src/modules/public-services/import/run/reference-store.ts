import { sql } from 'kysely';
import type { Database } from '../../../../foundation/database/context.ts';
import type { CatalogueSource } from './source.ts';

type Key = Pick<CatalogueSource, 'ars' | 'id'>;

/** Rules whose office or service the source does not have (any more). */
export const listDangling = async (
  database: Database,
  { ars, id }: Key,
): Promise<{ foreign_id: string; lacks: 'authority' | 'service' }[]> =>
  (
    await sql<{ foreign_id: string; lacks: 'authority' | 'service' }>`
      select r.foreign_id, case when a.foreign_id is null and r.facts ? 'authorityForeignId' then 'authority' else 'service' end as lacks
      from public_services.responsibility r
      left join public_services.competent_authority a on a.ars = r.ars and a.source_id = r.source_id
        and a.foreign_id = r.facts ->> 'authorityForeignId' and a.withdrawn_at is null
      left join public_services.public_service s on s.ars = r.ars and s.source_id = r.source_id
        and s.foreign_id = r.facts -> 'service' ->> 'foreignId' and s.withdrawn_at is null
      where r.ars = ${ars} and r.source_id = ${id} and r.withdrawn_at is null
        and ((a.foreign_id is null and r.facts ? 'authorityForeignId')
          or (s.foreign_id is null and r.facts -> 'service' ? 'foreignId'))`.execute(database)
  ).rows;

/** Who stands above whom: office → office above it. */
export const listParents = async (
  database: Database,
  { ars, id }: Key,
): Promise<{ foreign_id: string; parent: string }[]> =>
  (
    await sql<{ foreign_id: string; parent: string }>`
      select foreign_id, facts ->> 'parentForeignId' as parent from public_services.competent_authority
      where ars = ${ars} and source_id = ${id} and withdrawn_at is null and facts ? 'parentForeignId'`.execute(
      database,
    )
  ).rows;

export type Handing = { foreign_id: string; service: string; area: string; acting_ars: string };

/** Who leaves a matter to whom. */
export const listHandings = async (database: Database, { ars, id }: Key): Promise<Handing[]> =>
  (
    await sql<Handing>`
      select foreign_id, (facts -> 'service')::text as service, area, acting_ars
      from public_services.responsibility, unnest(areas) area
      where ars = ${ars} and source_id = ${id} and withdrawn_at is null and acting_ars is not null`.execute(
      database,
    )
  ).rows;

/** Makes anew under which keys the source's rules are found: federal keys, and the very text they name. */
export const indexRules = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`delete from public_services.responsibility_key where ars = ${ars} and source_id = ${id}`.execute(
    database,
  );
  await sql`
    insert into public_services.responsibility_key (ars, source_id, foreign_id, service_key, area_ars)
    select distinct r.ars, r.source_id, r.foreign_id, k.key, area
    from public_services.responsibility r
    left join public_services.public_service s on s.ars = r.ars and s.source_id = r.source_id
      and s.foreign_id = r.facts -> 'service' ->> 'foreignId' and s.withdrawn_at is null
    cross join lateral (
      select r.facts -> 'service' ->> 'leikaKey' as key
      union select s.id::text
      union select jsonb_array_elements_text(s.facts -> 'leikaKeys')) k
    cross join lateral unnest(r.areas) area
    where r.ars = ${ars} and r.source_id = ${id} and r.withdrawn_at is null and k.key is not null`.execute(
    database,
  );
};

/** Words of names and keywords: what a mistyped word may have been. */
export const countWords = async (database: Database, { ars, id }: Key): Promise<void> => {
  await sql`
    insert into public_services.word as w (word, uses)
    select word, count(*) from public_services.public_service,
      regexp_split_to_table(search_name || ' ' || search_words, ' ') as word
    where ars = ${ars} and source_id = ${id} and withdrawn_at is null and length(word) between 4 and 40 and word !~ '[0-9]'
    group by word order by word
    on conflict (word) do update set uses = greatest(w.uses, excluded.uses)`.execute(database);
};
