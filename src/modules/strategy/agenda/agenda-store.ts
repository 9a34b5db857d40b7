import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Agenda, AgendaContent, Goal } from './agenda.ts';

type Row = {
  ars: string;
  vision: string;
  from_year: number;
  to_year: number;
  own_fields: string[];
  revision: number;
  version: number | null;
  published_at: Date | null;
  demonstration: boolean;
  changed_at: Date;
};

const agendaOf = (row: Row): Agenda => ({
  ars: row.ars,
  vision: row.vision,
  fromYear: row.from_year,
  toYear: row.to_year,
  ownFields: row.own_fields,
  revision: row.revision,
  version: row.version,
  publishedAt: row.published_at,
  demonstration: row.demonstration,
  changedAt: row.changed_at,
});

export const findAgenda = async (database: Database, ars: string): Promise<Agenda | undefined> => {
  const { rows } = await sql<Row>`select * from strategy.agenda where ars = ${ars}`.execute(database);
  return rows[0] && agendaOf(rows[0]);
};

/** The agenda of a unit, empty where it has just begun. */
export const beginAgenda = async (
  database: Database,
  {
    ars,
    fromYear,
    toYear,
    now,
    demonstration = false,
  }: Pick<Agenda, 'ars' | 'fromYear' | 'toYear'> & {
    now: Date;
    demonstration?: boolean;
  },
): Promise<Agenda> => {
  await sql`
    insert into strategy.agenda (ars, from_year, to_year, demonstration, changed_at)
    values (${ars}, ${fromYear}, ${toYear}, ${demonstration}, ${now}) on conflict (ars) do nothing`.execute(
    database,
  );
  const agenda = await findAgenda(database, ars);
  if (!agenda) throw new Error('The agenda was deleted at the same moment.');
  return agenda;
};

/** @returns whether it was still the revision that was read. */
export const saveAgenda = async (
  database: Database,
  {
    ars,
    vision,
    fromYear,
    toYear,
    ownFields,
    revision,
  }: Omit<Agenda, 'version' | 'publishedAt' | 'demonstration' | 'changedAt'>,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update strategy.agenda set vision = ${vision}, from_year = ${fromYear}, to_year = ${toYear},
        own_fields = ${JSON.stringify(ownFields)}::jsonb, revision = revision + 1, changed_at = ${now}
      where ars = ${ars} and revision = ${revision} returning 1`.execute(database)
  ).rows.length === 1;

export const listGoals = async (database: Database, ars: string): Promise<Goal[]> =>
  (
    await sql<Goal>`
      select ars, id, title, text, field from strategy.goal where ars = ${ars} order by position, id limit 200`.execute(
      database,
    )
  ).rows;

export const insertGoal = async (
  database: Database,
  { ars, id, title, text, field }: Goal,
  now: Date,
): Promise<void> => {
  await sql`
    insert into strategy.goal (ars, id, title, text, field, position, changed_at)
    select ${ars}, ${id}, ${title}, ${text}, ${field}, coalesce(max(position), 0) + 1, ${now}::timestamptz
    from strategy.goal where ars = ${ars}`.execute(database);
};

/** @returns whether there is one. */
export const saveGoal = async (
  database: Database,
  { ars, id, title, text, field }: Goal,
  now: Date,
): Promise<boolean> =>
  (
    await sql`
      update strategy.goal set title = ${title}, text = ${text}, field = ${field}, changed_at = ${now}
      where ars = ${ars} and id = ${id} returning 1`.execute(database)
  ).rows.length === 1;

export const deleteGoal = async (database: Database, ars: string, id: string): Promise<void> => {
  await sql`delete from strategy.goal where ars = ${ars} and id = ${id}`.execute(database);
};

/** A new version for everybody; the ones before stay. @returns its number. */
export const publishAgendaVersion = async (
  database: Database,
  ars: string,
  content: AgendaContent,
  now: Date,
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into strategy.agenda_version (ars, version, content, published_at)
    select ${ars}, coalesce(max(version), 0) + 1, ${JSON.stringify(content)}::jsonb, ${now}::timestamptz
    from strategy.agenda_version where ars = ${ars} returning version`.execute(database);
  const version = rows[0]?.version ?? 1;
  await sql`update strategy.agenda set version = ${version}, published_at = ${now} where ars = ${ars}`.execute(
    database,
  );
  return version;
};

export type AgendaVersion = { version: number; content: AgendaContent; publishedAt: Date };

export const findAgendaVersion = async (
  database: Database,
  ars: string,
  version: number,
): Promise<AgendaVersion | undefined> =>
  (
    await sql<AgendaVersion>`
      select version, content, published_at as "publishedAt" from strategy.agenda_version
      where ars = ${ars} and version = ${version}`.execute(database)
  ).rows[0];

/** Across municipalities: whose agenda everybody can read, the newest first. */
/** Across municipalities: a goal of the version of its agenda that is public now. */
export const findPublicGoal = async (
  database: Database,
  id: string,
): Promise<{ ars: string; title: string } | undefined> =>
  (
    await sql<{ ars: string; title: string }>`
      select a.ars, g.goal ->> 'title' as title from strategy.goal o
      join strategy.agenda a on a.ars = o.ars
      join strategy.agenda_version v on v.ars = a.ars and v.version = a.version
      cross join lateral jsonb_array_elements(v.content -> 'goals') as g (goal)
      where o.id = ${id} and g.goal ->> 'id' = ${id}`.execute(database)
  ).rows[0];

export const listPublicAgendas = async (
  database: Database,
): Promise<{ ars: string; version: number; publishedAt: Date; demonstration: boolean }[]> =>
  (
    await sql<{ ars: string; version: number; publishedAt: Date; demonstration: boolean }>`
      select ars, version, published_at as "publishedAt", demonstration from strategy.agenda
      where version is not null order by published_at desc, ars limit 12000`.execute(database)
  ).rows;

/** Across municipalities: who has a public agenda since when, and public measures by field. */
export const listUnitsWithAgendas = async (database: Database): Promise<{ ars: string; since: Date }[]> =>
  (
    await sql<{ ars: string; since: Date }>`
      select a.ars, min(v.published_at) as since from strategy.agenda a
      join strategy.agenda_version v on v.ars = a.ars
      where a.version is not null and not a.demonstration group by a.ars`.execute(database)
  ).rows;
