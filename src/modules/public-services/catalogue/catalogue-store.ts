import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { AuthorityFacts } from './competent-authority.ts';
import type { LifeEvent } from './life-event.ts';
import type { NamedFacts, ServiceFacts } from './public-service.ts';

type Origin = {
  ars: string;
  id: string;
  read_at: Date;
  withdrawn_at: Date | null;
  source: { name: string; attribution: string; licence: string | null; demonstration: boolean };
};
export type StoredService = Origin & { facts: ServiceFacts };
export type StoredAuthority = Origin & { facts: AuthorityFacts };

const ORIGIN = sql`t.ars, t.id, t.facts, t.read_at, t.withdrawn_at, jsonb_build_object('name', s.name,
  'attribution', s.attribution, 'licence', s.licence, 'demonstration', s.demonstration) as source`;
const SOURCE = sql`join public_services.source s on s.ars = t.ars and s.id = t.source_id`;

/** By its id alone: links do not name the unit that describes. Withdrawn ones are found too and say so. */
export const findService = async (database: Database, id: string): Promise<StoredService | undefined> =>
  (
    await sql<StoredService>`
      select ${ORIGIN} from public_services.public_service t ${SOURCE} where t.id = ${id}::uuid`.execute(
      database,
    )
  ).rows[0];

export const findOffice = async (database: Database, id: string): Promise<StoredAuthority | undefined> =>
  (
    await sql<StoredAuthority>`
      select ${ORIGIN} from public_services.competent_authority t ${SOURCE} where t.id = ${id}::uuid`.execute(
      database,
    )
  ).rows[0];

export const listOffices = async (database: Database, ids: readonly string[]): Promise<StoredAuthority[]> =>
  (
    await sql<StoredAuthority>`
      select ${ORIGIN} from public_services.competent_authority t ${SOURCE} where t.id = any(${ids}::uuid[])`.execute(
      database,
    )
  ).rows;

export type NamedService = { id: string; ars: string; facts: NamedFacts };

/** Texts are long, and a list shows none of them. */
export const NAMED_FACTS = (facts: string) =>
  sql.raw(
    `jsonb_build_object('name', ${facts} -> 'name', 'names', ${facts} -> 'names', 'leikaKeys', ${facts} -> 'leikaKeys', 'reach', ${facts} -> 'reach') as facts`,
  );

export const listOfLifeEvent = async (
  database: Database,
  units: readonly string[] | undefined,
  event: LifeEvent,
  limit: number,
): Promise<NamedService[]> => {
  const isHere = units ? sql`(ars = any(${units}::text[]) or facts ->> 'reach' = 'country')` : sql`true`;
  return (
    await sql<NamedService>`
      select id, ars, ${NAMED_FACTS('facts')} from public_services.public_service
      where withdrawn_at is null and facts -> 'lifeEvents' ? ${event} and ${isHere}
      order by name, id limit ${limit}`.execute(database)
  ).rows;
};

/** What an office is in charge of. */
export const listServicesOf = async (
  database: Database,
  { ars, id }: Pick<StoredAuthority, 'ars' | 'id'>,
  limit: number,
): Promise<NamedService[]> =>
  (
    await sql<NamedService>`
      select s.id, s.ars, ${NAMED_FACTS('s.facts')} from public_services.competent_authority a
      join public_services.responsibility r on r.ars = a.ars and r.source_id = a.source_id
        and r.facts ->> 'authorityForeignId' = a.foreign_id and r.withdrawn_at is null
      join public_services.public_service s on s.withdrawn_at is null
        and ((s.ars = r.ars and s.source_id = r.source_id and s.foreign_id = r.facts -> 'service' ->> 'foreignId')
          or (s.facts -> 'leikaKeys' ? (r.facts -> 'service' ->> 'leikaKey') and (s.ars = r.ars or s.facts ->> 'reach' = 'country')))
      where a.ars = ${ars} and a.id = ${id}
      group by s.ars, s.source_id, s.foreign_id order by s.name limit ${limit}`.execute(database)
  ).rows;
