import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { OrganisationKey } from '../../accounts/index.ts';
import type { CommonsKind, Side } from './contract.ts';

export type CommonsLine = {
  ars: string;
  organisation_id: string;
  organisation: string;
  id: string;
  side: Side;
  kind: CommonsKind;
  amount: number;
  what: string;
  with_name: string;
  corrects: string | null;
  /** Whether a further line takes it back. */ is_corrected: boolean;
  demonstration: boolean;
  entered_at: Date;
};

const SELECT = sql`
  select l.ars, l.organisation_id, o.name as organisation, l.id, l.side, l.kind, l.amount::float8, l.what, l.with_name,
    l.corrects, exists (select from knowledge.commons_line c where c.ars = l.ars and c.corrects = l.id) as is_corrected,
    l.demonstration, l.entered_at
  from knowledge.commons_line l join accounts.organisation o on o.ars = l.ars and o.id = l.organisation_id`;

type StoredLine = {
  id: string;
  side: Side;
  kind: CommonsKind;
  amount: number;
  what: string;
  withName: string;
  now: Date;
  corrects?: string;
  demonstration?: boolean;
};

/** @returns whether it was entered: a line is taken back once. */
export const insertLine = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  { id, side, kind, amount, what, withName, now, corrects, demonstration = false }: StoredLine,
): Promise<boolean> =>
  (
    await sql`
      insert into knowledge.commons_line (ars, organisation_id, id, side, kind, amount, what, with_name, corrects,
        demonstration, entered_at)
      values (${ars}, ${organisationId}, ${id}, ${side}, ${kind}, ${amount}, ${what}, ${withName}, ${corrects ?? null},
        ${demonstration}, ${now})
      on conflict (ars, corrects) do nothing returning 1`.execute(database)
  ).rows.length === 1;

/** Of this organisation, the newest first. */
export const listOwnLines = async (
  database: Database,
  { ars, id }: OrganisationKey,
): Promise<CommonsLine[]> =>
  (
    await sql<CommonsLine>`
      ${SELECT} where l.ars = ${ars} and l.organisation_id = ${id}
      order by l.entered_at desc, l.id desc limit 1000`.execute(database)
  ).rows;

export const findOwnLine = async (
  database: Database,
  { ars, id: organisationId }: OrganisationKey,
  id: string,
): Promise<CommonsLine | undefined> =>
  (
    await sql<CommonsLine>`
      ${SELECT} where l.ars = ${ars} and l.organisation_id = ${organisationId} and l.id = ${id}`.execute(
      database,
    )
  ).rows[0];

/** Of everybody in a municipality, the newest first. */
export const listLinesOfTown = async (database: Database, ars: string): Promise<CommonsLine[]> =>
  (
    await sql<CommonsLine>`
      ${SELECT} where l.ars = ${ars} order by l.entered_at desc, l.id desc limit 5000`.execute(database)
  ).rows;

const MOST_LINES = 100_000;

/** Across all towns, for whoever takes them along. */
export const listAllLines = async (database: Database): Promise<CommonsLine[]> =>
  (
    await sql<CommonsLine>`
      ${SELECT} order by o.name, l.ars, l.entered_at, l.id limit ${MOST_LINES}`.execute(database)
  ).rows;

export type CommonsTown = { ars: string; given: CommonsKind[]; taken: CommonsKind[] };

/** Across all towns: who has given and taken what, without any number. What was taken back does not count. */
export const listCommonsTowns = async (database: Database): Promise<CommonsTown[]> =>
  (
    await sql<CommonsTown>`
      select l.ars, coalesce(array_agg(distinct l.kind) filter (where l.side = 'given'), '{}') as given,
        coalesce(array_agg(distinct l.kind) filter (where l.side = 'taken'), '{}') as taken
      from knowledge.commons_line l
      where l.corrects is null
        and not exists (select from knowledge.commons_line c where c.ars = l.ars and c.corrects = l.id)
      group by l.ars`.execute(database)
  ).rows;
