import { sql } from 'kysely';
import type { Database } from '../../../foundation/database/context.ts';
import type { Message } from '../../../foundation/i18n/message.ts';
import type { Day } from '../../../foundation/time/zone.ts';
import type { Happening, UseCount } from './form-figures.ts';

type Use = { ars: string; formId: string; happening: Happening; value?: number };

/** Counts alone, by the day: nothing here leads to a person or an application. */
export const countUse = async (
  database: Database,
  { ars, formId, happening, value = 0 }: Use,
  day: Day,
): Promise<void> => {
  await sql`
    insert into public_services.form_use (ars, form_id, day, happening, value, count)
    values (${ars}, ${formId}, ${day}, ${happening}, ${value}, 1)
    on conflict (ars, form_id, day, happening, value) do update set count = form_use.count + 1`.execute(
    database,
  );
};

/** What happened with the forms of a municipality from a day on. */
export const listUse = async (database: Database, ars: string, since: Day): Promise<UseCount[]> =>
  (
    await sql<UseCount>`
      select form_id as "formId", happening, value, sum(count)::integer as count
      from public_services.form_use where ars = ${ars} and day >= ${since}
      group by form_id, happening, value`.execute(database)
  ).rows;

/** What the forms of a municipality are called now. */
export const listFormTitles = async (database: Database, ars: string): Promise<Map<string, Message>> => {
  const found = await sql<{ id: string; title: Message }>`
    select distinct on (id) id, definition -> 'title' as title from public_services.form
    where ars = ${ars} order by id, version desc`.execute(database);
  return new Map(found.rows.map(({ id, title }) => [id, title]));
};

/** The municipalities that have a form at all. */
export const listTownsWithForms = async (database: Database): Promise<string[]> =>
  (
    await sql<{ ars: string }>`select distinct ars from public_services.form order by ars`.execute(database)
  ).rows.map(({ ars }) => ars);
